let query = Query::new("{{ call.framework }}", "{{ call.region }}")
{%- for (argument, value) in call.arguments %}{% if call.arguments.len() > 1 %}
        {% endif %}.{{ argument.method() }}("{{ value }}")
{%- endfor %};
