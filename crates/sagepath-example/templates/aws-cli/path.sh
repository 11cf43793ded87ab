# {{ plan.title }} in {{ plan.region }}
IMAGE="{{ plan.image }}"
echo "$IMAGE"
