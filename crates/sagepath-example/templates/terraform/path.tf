# {{ plan.title }} in {{ plan.region }}: `sagepath` looks it up when Terraform plans.
{%- if let Some(call) = plan.call %}
data "external" "image" {
  program = ["sagepath", "uri", "--terraform"]

  query = {
    framework{{ plan.pad("framework") }} = "{{ call.framework }}"
    region{{ plan.pad("region") }} = "{{ call.region }}"
{%- for (argument, value) in call.arguments %}
    {{ argument.key() }}{{ plan.pad(argument.key()) }} = "{{ value }}"
{%- endfor %}
{%- if call.pin %}
    pin{{ plan.pad("pin") }} = "true"
{%- endif %}
  }
}
{%- endif %}

output "image" {
  value = data.external.image.result.uri
}
