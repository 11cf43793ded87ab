{% if let Some(call) = plan.sdk_call(Sdk::V3, Task::Path) -%}
from sagemaker.core import image_uris

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
