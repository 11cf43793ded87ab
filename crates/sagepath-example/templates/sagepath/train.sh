{%- if let Some(call) = plan.call(Task::Train) -%}
IMAGE=$({% include "shared/uri.sh" %})
{%- endif %}

{% include "shared/create-training-job.sh" %}
