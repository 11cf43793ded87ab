import aws_cdk as cdk
from aws_cdk import aws_ssm as ssm

app = cdk.App()
stack = cdk.Stack(app, "Image", env=cdk.Environment(region="{{ plan.region }}"))

# {{ plan.title }} in {{ plan.region }}, for other stacks to read
ssm.StringParameter(
    stack,
    "Path",
    parameter_name="/images/{{ plan.slug }}",
    string_value="{{ plan.image }}",
)

app.synth()
