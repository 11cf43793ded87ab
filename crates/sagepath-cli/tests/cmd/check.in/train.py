from sagemaker.estimator import Estimator

estimator = Estimator(
    image_uri="683313688378.dkr.ecr.us-east-2.amazonaws.com/sagemaker-xgboost:1.7-1",
    instance_type="ml.m5.xlarge",
    instance_count=1,
)
