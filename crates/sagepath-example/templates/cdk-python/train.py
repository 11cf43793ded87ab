import aws_cdk as cdk
from aws_cdk import aws_stepfunctions as sfn

app = cdk.App()
stack = cdk.Stack(app, "Training", env=cdk.Environment(region="{{ plan.region }}"))

# {{ plan.title }} in {{ plan.region }}
train = {
    "Type": "Task",
    "Resource": f"arn:{cdk.Aws.PARTITION}:states:::sagemaker:createTrainingJob.sync",
    "Parameters": {
        "TrainingJobName": "{{ training.job_name }}",
        "RoleArn": "{{ plan.role }}",
        "AlgorithmSpecification": {
            "TrainingImage": "{{ plan.image }}",
            "TrainingInputMode": "{{ training.input_mode }}",
        },
{%- if !training.hyperparameters.is_empty() %}
        "HyperParameters": {
{%- for (name, value) in training.hyperparameters %}
            "{{ name }}": "{{ value }}",
{%- endfor %}
        },
{%- endif %}
        "InputDataConfig": [
{%- for channel in training.channels %}
            {
                "ChannelName": "{{ channel.name }}",
{%- if let Some(content_type) = channel.content_type %}
                "ContentType": "{{ content_type }}",
{%- endif %}
                "DataSource": {
                    "S3DataSource": {
                        "S3DataType": "S3Prefix",
                        "S3Uri": "{{ channel.uri }}",
                        "S3DataDistributionType": "{{ channel.distribution }}",
                    },
                },
            },
{%- endfor %}
        ],
        "OutputDataConfig": {"S3OutputPath": "{{ training.output }}"},
        "ResourceConfig": {
            "InstanceType": "{{ training.instance_type }}",
            "InstanceCount": 1,
            "VolumeSizeInGB": {{ Training::VOLUME_GB }},
        },
        "StoppingCondition": {"MaxRuntimeInSeconds": {{ Training::MAX_SECONDS }}},
    },
    "End": True,
}
sfn.CfnStateMachine(
    stack,
    "StateMachine",
    state_machine_name="{{ training.job_name }}",
    role_arn="{{ plan.states_role }}",
    definition={"StartAt": "Train", "States": {"Train": train}},
)

app.synth()
