{% if plan.sdk_call(Sdk::V3, Task::Host).is_some() -%}
from sagemaker.core import image_uris
{% endif -%}
from sagemaker.core.resources import Endpoint, EndpointConfig, Model
from sagemaker.core.shapes import ContainerDefinition, ProductionVariant

region = "{{ plan.region }}"
{%- if let Some(call) = plan.sdk_call(Sdk::V3, Task::Host) %}
image = image_uris.retrieve(
{%- for (name, value) in call.arguments() %}
    {{ name }}="{{ value }}",
{%- endfor %}
    region=region,
)
{%- else %}
image = "{{ hosting.image }}"
{%- endif %}

Model.create(
    model_name="{{ hosting.model_name }}",
    execution_role_arn="{{ plan.role }}",
    primary_container=ContainerDefinition(
        image=image,
        model_data_url="{{ hosting.model_data }}",
{%- if !hosting.environment.is_empty() %}
        environment={
{%- for (name, value) in hosting.environment %}
            "{{ name }}": "{{ value }}",
{%- endfor %}
        },
{%- endif %}
    ),
    region=region,
)
EndpointConfig.create(
    endpoint_config_name="{{ hosting.config_name }}",
    production_variants=[
        ProductionVariant(
            variant_name="AllTraffic",
            model_name="{{ hosting.model_name }}",
            instance_type="{{ hosting.instance_type }}",
            initial_instance_count=1,
        ),
    ],
    region=region,
)
Endpoint.create(
    endpoint_name="{{ hosting.endpoint_name }}",
    endpoint_config_name="{{ hosting.config_name }}",
    region=region,
)
