"""What moto lacks of the world that examples run in.

moto stands for AWS here. In a few places it knows less than AWS does, or answers what AWS would not; each is mended by what
botocore's model, or the documentation, says.
"""

import functools
import json

import botocore.client
import botocore.loaders
import botocore.session
from moto.sagemaker import models as sagemaker
from moto.sagemaker.exceptions import ValidationError
from moto.stepfunctions.models import StateMachine

# What moto or an SDK adds to what it was told.
ADDED = {
    # moto: how a channel is read, which is the default.
    "CompressionType",
    "RecordWrapperType",
    # moto: metrics of an algorithm, made up.
    "MetricDefinitions",
    # moto, and templates that must say it: the default.
    "InitialVariantWeight",
    "Mode",
    # moto: not in use.
    "EnableSageMakerMetricsTimeSeries",
}


def make_whole():
    """Mends moto, and makes botocore remember the models that it reads."""
    load = functools.cache(botocore.loaders.JSONFileLoader().load_file)
    botocore.loaders.JSONFileLoader.load_file = lambda _, path: load(path)
    know_instance_types()
    leave_out_empty()
    take_definitions()


def know_instance_types():
    """moto's list of instance types for endpoints is years old: botocore's model has the whole."""
    model = botocore.session.get_session().get_service_model("sagemaker")
    known = set(model.shape_for("ProductionVariantInstanceType").enum)

    def validate(_, instance_type):
        if instance_type not in known:
            raise ValidationError(message=f"`{instance_type}` is no instance type for endpoints")

    sagemaker.FakeEndpointConfig.validate_instance_type = validate


def leave_out_empty():
    """AWS leaves out what was not given; moto answers with empty objects, which the SDK refuses."""
    call = botocore.client.BaseClient._make_api_call

    def make_api_call(client, operation, parameters):
        answer = call(client, operation, parameters)
        return {name: value for name, value in answer.items() if value != {}}

    botocore.client.BaseClient._make_api_call = make_api_call
    # And it gives what a template makes names of its own.
    named = {
        "ModelName": sagemaker.Model,
        "EndpointConfigName": sagemaker.FakeEndpointConfig,
        "EndpointName": sagemaker.FakeEndpoint,
    }
    for name, made in named.items():
        made.cloudformation_name_type = staticmethod(lambda name=name: name)


def take_definitions():
    """moto's CloudFormation takes a state machine's definition as a text only, and not as an object."""
    create = StateMachine.create_from_cloudformation_json.__func__

    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, *arguments, **named):
        properties = dict(cloudformation_json["Properties"])
        if "Definition" in properties:
            properties["DefinitionString"] = json.dumps(properties.pop("Definition"))
        return create(cls, resource_name, {**cloudformation_json, "Properties": properties}, *arguments, **named)

    StateMachine.create_from_cloudformation_json = classmethod(create_from_cloudformation_json)
