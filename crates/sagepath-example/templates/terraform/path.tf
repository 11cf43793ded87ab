# {{ plan.title }} in {{ plan.region }}: `sagepath` looks it up when Terraform plans.
{%- if let Some(call) = plan.call(Task::Path) %}
data "external" "image" {
  program = ["sagepath", "uri", "--terraform"]

  query = {
    framework{{ call.pad("framework") }} = "{{ call.framework }}"
    region{{ call.pad("region") }} = "{{ call.region }}"
{%- for (argument, value) in call.arguments %}
    {{ argument.key() }}{{ call.pad(argument.key()) }} = "{{ value }}"
{%- endfor %}
{%- if call.pin %}
    pin{{ call.pad("pin") }} = "true"
{%- endif %}
  }
}
{%- endif %}

output "image" {
  value = data.external.image.result.uri
}
