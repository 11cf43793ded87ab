{% if plan.sdk_call(Sdk::V3, Task::Train).is_some() -%}
from sagemaker.core import image_uris
{% endif -%}
from sagemaker.core.resources import TrainingJob
from sagemaker.core.shapes import (
    AlgorithmSpecification,
    Channel,
    DataSource,
    OutputDataConfig,
    ResourceConfig,
    S3DataSource,
    StoppingCondition,
)

region = "{{ plan.region }}"
{%- if let Some(call) = plan.sdk_call(Sdk::V3, Task::Train) %}
image = image_uris.retrieve(
{%- for (name, value) in call.arguments() %}
    {{ name }}="{{ value }}",
{%- endfor %}
    region=region,
)
{%- else %}
image = "{{ plan.image }}"
{%- endif %}

TrainingJob.create(
    training_job_name="{{ training.job_name }}",
    role_arn="{{ plan.role }}",
    algorithm_specification=AlgorithmSpecification(
        training_image=image,
        training_input_mode="{{ training.input_mode }}",
    ),
{%- if !training.hyperparameters.is_empty() %}
    hyper_parameters={
{%- for (name, value) in training.hyperparameters %}
        "{{ name }}": "{{ value }}",
{%- endfor %}
    },
{%- endif %}
    input_data_config=[
{%- for channel in training.channels %}
        Channel(
            channel_name="{{ channel.name }}",
{%- if let Some(content_type) = channel.content_type %}
            content_type="{{ content_type }}",
{%- endif %}
            data_source=DataSource(
                s3_data_source=S3DataSource(
                    s3_data_type="S3Prefix",
                    s3_uri="{{ channel.uri }}",
                    s3_data_distribution_type="{{ channel.distribution }}",
                ),
            ),
        ),
{%- endfor %}
    ],
    output_data_config=OutputDataConfig(s3_output_path="{{ training.output }}"),
    resource_config=ResourceConfig(
        instance_type="{{ training.instance_type }}",
        instance_count=1,
        volume_size_in_gb={{ Training::VOLUME_GB }},
    ),
    stopping_condition=StoppingCondition(max_runtime_in_seconds={{ Training::MAX_SECONDS }}),
    region=region,
)
