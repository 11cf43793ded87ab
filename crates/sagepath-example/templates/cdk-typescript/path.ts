import * as cdk from "aws-cdk-lib";
import * as ssm from "aws-cdk-lib/aws-ssm";

const app = new cdk.App();
const stack = new cdk.Stack(app, "Image", { env: { region: "{{ plan.region }}" } });

// {{ plan.title }} in {{ plan.region }}, for other stacks to read
new ssm.StringParameter(stack, "Path", {
  parameterName: "/images/{{ plan.slug }}",
  stringValue: "{{ plan.image }}",
});

app.synth();
