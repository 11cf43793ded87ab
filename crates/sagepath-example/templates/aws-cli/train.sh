# {{ plan.title }} in {{ plan.region }}
IMAGE="{{ plan.image }}"

{% include "shared/create-training-job.sh" %}
