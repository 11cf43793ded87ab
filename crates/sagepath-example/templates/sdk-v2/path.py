{% if let Some(call) = plan.sdk_call(Sdk::V2, Task::Path) -%}
from sagemaker import image_uris

image = image_uris.retrieve(
{%- for (name, value) in call.arguments() %}
    {{ name }}="{{ value }}",
{%- endfor %}
    region="{{ call.region() }}",
)
{% else -%}
# {{ plan.title }} in {{ plan.region }}
image = "{{ plan.image }}"
{% endif -%}
print(image)
