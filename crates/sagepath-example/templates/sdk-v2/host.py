import boto3
from sagemaker import Session{% if plan.sdk_call(Sdk::V2, Task::Host).is_some() %}, image_uris{% endif %}
from sagemaker.model import Model

region = "{{ plan.region }}"
{%- if let Some(call) = plan.sdk_call(Sdk::V2, Task::Host) %}
image = image_uris.retrieve(
{%- for (name, value) in call.arguments() %}
    {{ name }}="{{ value }}",
{%- endfor %}
    region=region,
)
{%- else %}
image = "{{ hosting.image }}"
{%- endif %}

model = Model(
    image_uri=image,
    model_data="{{ hosting.model_data }}",
    role="{{ plan.role }}",
    name="{{ hosting.model_name }}",
{%- if !hosting.environment.is_empty() %}
    env={
{%- for (name, value) in hosting.environment %}
        "{{ name }}": "{{ value }}",
{%- endfor %}
    },
{%- endif %}
    sagemaker_session=Session(
        boto_session=boto3.Session(region_name=region),
        default_bucket="{{ BUCKET }}",
    ),
)
model.deploy(
    initial_instance_count=1,
    instance_type="{{ hosting.instance_type }}",
    endpoint_name="{{ hosting.endpoint_name }}",
    wait=False,
)
