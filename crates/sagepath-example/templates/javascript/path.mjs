// {{ plan.title }} in {{ plan.region }}
const image = "{{ plan.image }}";
console.log(image);
