import * as cdk from "aws-cdk-lib";
import * as sfn from "aws-cdk-lib/aws-stepfunctions";

const app = new cdk.App();
const stack = new cdk.Stack(app, "Training", { env: { region: "{{ plan.region }}" } });

// {{ plan.title }} in {{ plan.region }}
const train = new sfn.CustomState(stack, "Train", {
  stateJson: {
    Type: "Task",
    Resource: `arn:${cdk.Aws.PARTITION}:states:::sagemaker:createTrainingJob.sync`,
    Parameters: {
      TrainingJobName: "{{ training.job_name }}",
      RoleArn: "{{ plan.role }}",
      AlgorithmSpecification: {
        TrainingImage: "{{ plan.image }}",
        TrainingInputMode: "{{ training.input_mode }}",
      },
{%- if !training.hyperparameters.is_empty() %}
      HyperParameters: {
{%- for (name, value) in training.hyperparameters %}
        {{ name }}: "{{ value }}",
{%- endfor %}
      },
{%- endif %}
      InputDataConfig: [
{%- for channel in training.channels %}
        {
          ChannelName: "{{ channel.name }}",
{%- if let Some(content_type) = channel.content_type %}
          ContentType: "{{ content_type }}",
{%- endif %}
          DataSource: {
            S3DataSource: {
              S3DataType: "S3Prefix",
              S3Uri: "{{ channel.uri }}",
              S3DataDistributionType: "{{ channel.distribution }}",
            },
          },
        },
{%- endfor %}
      ],
      OutputDataConfig: { S3OutputPath: "{{ training.output }}" },
      ResourceConfig: {
        InstanceType: "{{ training.instance_type }}",
        InstanceCount: 1,
        VolumeSizeInGB: {{ Training::VOLUME_GB }},
      },
      StoppingCondition: { MaxRuntimeInSeconds: {{ Training::MAX_SECONDS }} },
    },
  },
});

new sfn.CfnStateMachine(stack, "StateMachine", {
  stateMachineName: "{{ training.job_name }}",
  roleArn: "{{ plan.states_role }}",
  definition: { StartAt: train.id, States: { [train.id]: { ...train.toStateJson(), End: true } } },
});

app.synth();
