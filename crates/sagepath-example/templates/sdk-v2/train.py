import boto3
from sagemaker import Session{% if plan.sdk_call(Sdk::V2, Task::Train).is_some() %}, image_uris{% endif %}
from sagemaker.estimator import Estimator
from sagemaker.inputs import TrainingInput

region = "{{ plan.region }}"
{%- if let Some(call) = plan.sdk_call(Sdk::V2, Task::Train) %}
image = image_uris.retrieve(
{%- for (name, value) in call.arguments() %}
    {{ name }}="{{ value }}",
{%- endfor %}
    region=region,
)
{%- else %}
image = "{{ plan.image }}"
{%- endif %}

estimator = Estimator(
    image_uri=image,
    role="{{ plan.role }}",
    instance_type="{{ training.instance_type }}",
    instance_count=1,
    volume_size={{ Training::VOLUME_GB }},
    max_run={{ Training::MAX_SECONDS }},
    input_mode="{{ training.input_mode }}",
    output_path="{{ training.output }}",
{%- if !training.hyperparameters.is_empty() %}
    hyperparameters={
{%- for (name, value) in training.hyperparameters %}
        "{{ name }}": "{{ value }}",
{%- endfor %}
    },
{%- endif %}
    sagemaker_session=Session(
        boto_session=boto3.Session(region_name=region),
        default_bucket="{{ BUCKET }}",
    ),
)
estimator.fit(
    inputs={
{%- for channel in training.channels %}
        "{{ channel.name }}": TrainingInput(
            "{{ channel.uri }}",
{%- if let Some(content_type) = channel.content_type %}
            content_type="{{ content_type }}",
{%- endif %}
            distribution="{{ channel.distribution }}",
        ),
{%- endfor %}
    },
    job_name="{{ training.job_name }}",
    wait=False,
)
