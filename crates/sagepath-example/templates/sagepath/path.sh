{%- if let Some(call) = plan.call -%}
sagepath uri {{ call.framework }}
{%- for (argument, value) in call.arguments %} {{ argument.option() }} {{ value }}{% endfor %} --region {{ call.region }}
{%- if call.pin %} --pin{% endif %}
{%- endif %}
