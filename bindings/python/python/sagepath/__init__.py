"""Docker registry paths of Amazon SageMaker's algorithms and Deep Learning Containers, offline and in microseconds.

The SageMaker Python SDK's look-up, without the SDK:

>>> from sagepath import image_uris
>>> image_uris.retrieve("xgboost", "us-east-1", version="1.7-1")
'683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1'

And more than that:

>>> import sagepath
>>> image = sagepath.resolve("pytorch", "eu-west-1", "2.6", image_scope="inference", instance_type="ml.g5.xlarge")
>>> image.tag, image.cuda, image.eop
('2.6-gpu-py312', 'cu124', '2026-06-30')
>>> path = sagepath.identify("683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1")
>>> path.verdict, path.closest
('wrong', '257758044811.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1')
>>> sagepath.move("174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:1", "cn-north-1")
'390948362332.dkr.ecr.cn-north-1.amazonaws.com.cn/kmeans:1'

A question without an answer raises `Error`, a `ValueError` that tells what would have been right:

>>> try:
...     image_uris.retrieve("xgboost", "us-east-1", version="1.7")
... except sagepath.Error as error:
...     error.code, error.suggestion
('unknown-version', '1.7-1')
"""

from __future__ import annotations

from . import image_uris
from ._catalog import (
    frameworks,
    identify,
    images,
    instance_types,
    move,
    regions,
    resolve,
    sources,
)
from ._check import check, check_text
from ._errors import Error, LookupWarning
from ._records import (
    Edit,
    Finding,
    Fix,
    Framework,
    Identity,
    Image,
    Images,
    InstanceType,
    Located,
    Newest,
    Region,
    Source,
)
from ._sdk import Installed, install_into_sdk

__all__ = [
    "Edit",
    "Error",
    "Finding",
    "Fix",
    "Framework",
    "Identity",
    "Image",
    "Images",
    "Installed",
    "InstanceType",
    "Located",
    "LookupWarning",
    "Newest",
    "Region",
    "Source",
    "__version__",
    "check",
    "check_text",
    "frameworks",
    "identify",
    "image_uris",
    "images",
    "install_into_sdk",
    "instance_types",
    "move",
    "regions",
    "resolve",
    "sources",
]

__version__ = "0.1.0"
