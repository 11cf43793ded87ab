import {
  CreateEndpointCommand,
  CreateEndpointConfigCommand,
  CreateModelCommand,
  SageMakerClient,
} from "@aws-sdk/client-sagemaker";

const sagemaker = new SageMakerClient({ region: "{{ plan.region }}" });

await sagemaker.send(
  new CreateModelCommand({
    ModelName: "{{ hosting.model_name }}",
    ExecutionRoleArn: "{{ plan.role }}",
    PrimaryContainer: {
      Image: "{{ hosting.image }}",
      ModelDataUrl: "{{ hosting.model_data }}",
{%- if !hosting.environment.is_empty() %}
      Environment: {
{%- for (name, value) in hosting.environment %}
        {{ name }}: "{{ value }}",
{%- endfor %}
      },
{%- endif %}
    },
  }),
);
await sagemaker.send(
  new CreateEndpointConfigCommand({
    EndpointConfigName: "{{ hosting.config_name }}",
    ProductionVariants: [
      {
        VariantName: "AllTraffic",
        ModelName: "{{ hosting.model_name }}",
        InstanceType: "{{ hosting.instance_type }}",
        InitialInstanceCount: 1,
      },
    ],
  }),
);
await sagemaker.send(
  new CreateEndpointCommand({
    EndpointName: "{{ hosting.endpoint_name }}",
    EndpointConfigName: "{{ hosting.config_name }}",
  }),
);
