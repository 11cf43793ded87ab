{%- if let Some(call) = plan.call(Task::Host) -%}
IMAGE=$({% include "shared/uri.sh" %})
{%- endif %}

{% include "shared/create-endpoint.sh" %}
