# {{ plan.title }} in {{ plan.region }}
image = "{{ plan.image }}"
print(image)
