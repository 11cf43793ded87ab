# {{ plan.title }} in {{ plan.region }}
IMAGE="{{ hosting.image }}"

{% include "shared/create-endpoint.sh" %}
