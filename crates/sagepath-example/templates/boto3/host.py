import boto3

sagemaker = boto3.client("sagemaker", region_name="{{ plan.region }}")

sagemaker.create_model(
    ModelName="{{ hosting.model_name }}",
    ExecutionRoleArn="{{ plan.role }}",
    PrimaryContainer={
        "Image": "{{ hosting.image }}",
        "ModelDataUrl": "{{ hosting.model_data }}",
{%- if !hosting.environment.is_empty() %}
        "Environment": {
{%- for (name, value) in hosting.environment %}
            "{{ name }}": "{{ value }}",
{%- endfor %}
        },
{%- endif %}
    },
)
sagemaker.create_endpoint_config(
    EndpointConfigName="{{ hosting.config_name }}",
    ProductionVariants=[
        {
            "VariantName": "AllTraffic",
            "ModelName": "{{ hosting.model_name }}",
            "InstanceType": "{{ hosting.instance_type }}",
            "InitialInstanceCount": 1,
        },
    ],
)
sagemaker.create_endpoint(
    EndpointName="{{ hosting.endpoint_name }}",
    EndpointConfigName="{{ hosting.config_name }}",
)
