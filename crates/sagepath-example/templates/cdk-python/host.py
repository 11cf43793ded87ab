import aws_cdk as cdk
from aws_cdk import aws_sagemaker as sagemaker

app = cdk.App()
stack = cdk.Stack(app, "Hosting", env=cdk.Environment(region="{{ plan.region }}"))

# {{ plan.title }} in {{ plan.region }}
model = sagemaker.CfnModel(
    stack,
    "Model",
    model_name="{{ hosting.model_name }}",
    execution_role_arn="{{ plan.role }}",
    primary_container=sagemaker.CfnModel.ContainerDefinitionProperty(
        image="{{ hosting.image }}",
        model_data_url="{{ hosting.model_data }}",
{%- if !hosting.environment.is_empty() %}
        environment={
{%- for (name, value) in hosting.environment %}
            "{{ name }}": "{{ value }}",
{%- endfor %}
        },
{%- endif %}
    ),
)
config = sagemaker.CfnEndpointConfig(
    stack,
    "EndpointConfig",
    endpoint_config_name="{{ hosting.config_name }}",
    production_variants=[
        sagemaker.CfnEndpointConfig.ProductionVariantProperty(
            variant_name="AllTraffic",
            model_name=model.attr_model_name,
            instance_type="{{ hosting.instance_type }}",
            initial_instance_count=1,
            initial_variant_weight=1,
        ),
    ],
)
sagemaker.CfnEndpoint(
    stack,
    "Endpoint",
    endpoint_name="{{ hosting.endpoint_name }}",
    endpoint_config_name=config.attr_endpoint_config_name,
)

app.synth()
