import * as cdk from "aws-cdk-lib";
import * as sagemaker from "aws-cdk-lib/aws-sagemaker";

const app = new cdk.App();
const stack = new cdk.Stack(app, "Hosting", { env: { region: "{{ plan.region }}" } });

// {{ plan.title }} in {{ plan.region }}
const model = new sagemaker.CfnModel(stack, "Model", {
  modelName: "{{ hosting.model_name }}",
  executionRoleArn: "{{ plan.role }}",
  primaryContainer: {
    image: "{{ hosting.image }}",
    modelDataUrl: "{{ hosting.model_data }}",
{%- if !hosting.environment.is_empty() %}
    environment: {
{%- for (name, value) in hosting.environment %}
      {{ name }}: "{{ value }}",
{%- endfor %}
    },
{%- endif %}
  },
});

const config = new sagemaker.CfnEndpointConfig(stack, "EndpointConfig", {
  endpointConfigName: "{{ hosting.config_name }}",
  productionVariants: [
    {
      variantName: "AllTraffic",
      modelName: model.attrModelName,
      instanceType: "{{ hosting.instance_type }}",
      initialInstanceCount: 1,
      initialVariantWeight: 1,
    },
  ],
});

new sagemaker.CfnEndpoint(stack, "Endpoint", {
  endpointName: "{{ hosting.endpoint_name }}",
  endpointConfigName: config.attrEndpointConfigName,
});

app.synth();
