{%- if let Some(call) = plan.call(Task::Path) -%}
{% include "shared/uri.sh" %}
{%- endif %}
