sagepath uri {{ call.framework }}
{%- for (argument, value) in call.arguments %} {{ argument.option() }} {{ value }}{% endfor %} --region {{ call.region }}
{%- if call.pin %} --pin{% endif %}
