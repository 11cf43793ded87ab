import { CreateTrainingJobCommand, SageMakerClient } from "@aws-sdk/client-sagemaker";

const sagemaker = new SageMakerClient({ region: "{{ plan.region }}" });

await sagemaker.send(
  new CreateTrainingJobCommand({
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
  }),
);
