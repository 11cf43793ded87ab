"""Job files that are sent to moto, and what boto3 finds there: all that the request said, and nothing else by those names."""

import json
import os
import unittest

from standin import ROLE, Standin

FRAMEWORKS = ["xgboost@1.7-1", "kmeans", "blazingtext", "pytorch@2.6", "sklearn@1.2-1", "huggingface@4.49.0"]
# What moto takes, and does not tell again.
FORGOTTEN = {"CreateProcessingJob.ProcessingResources", "CreateProcessingJob.Environment"}
DESCRIBE = {
    "CreateTrainingJob": ("describe_training_job", "TrainingJobName"),
    "CreateProcessingJob": ("describe_processing_job", "ProcessingJobName"),
    "CreateTransformJob": ("describe_transform_job", "TransformJobName"),
    "CreateModel": ("describe_model", "ModelName"),
    "CreateEndpointConfig": ("describe_endpoint_config", "EndpointConfigName"),
    "CreateEndpoint": ("describe_endpoint", "EndpointName"),
}


class Jobs(Standin):
    """Each command, with files that `init` writes and with requests made of options."""

    def test_what_init_writes_is_made(self):
        made = 0
        for kind in ["train", "deploy", "process", "transform"]:
            for framework in FRAMEWORKS:
                file = f"{kind}-{framework.split('@')[0]}.yaml"
                if not self.write(kind, framework, file):
                    continue
                with self.subTest(kind=kind, framework=framework):
                    self.send_and_compare(kind, file, "--name", f"{kind}-{made}")
                    made += 1
        self.assertGreater(made, 12)
        print(f"job files: {made} sent to moto, and found there as they were written")

    def write(self, kind, framework, file):
        """Writes a file; not every framework has an image for everything."""
        try:
            self.run_command("init", kind, framework, "--out", file)
            return True
        except AssertionError:
            return False

    def send_and_compare(self, *arguments):
        plan = json.loads(self.run_command(*arguments, "--dry-run", "--format", "json"))
        self.run_command(*arguments, "--interval", "0.1")
        sagemaker = self.client("sagemaker")
        for request in plan["requests"]:
            operation, sent = request["operation"], request["input"]
            describe, name = DESCRIBE[operation]
            found = getattr(sagemaker, describe)(**{name: sent[name]})
            self.assert_within(sent, found, operation)
        return plan

    def assert_within(self, sent, found, place):
        """Whether all that was sent is found."""
        if isinstance(sent, dict):
            for name, value in sent.items():
                if f"{place}.{name}" in FORGOTTEN:
                    continue
                self.assertIn(name, found, place)
                self.assert_within(value, found[name], f"{place}.{name}")
        elif isinstance(sent, list):
            self.assertEqual(len(sent), len(found), place)
            for number, value in enumerate(sent):
                self.assert_within(value, found[number], f"{place}[{number}]")
        else:
            self.assertEqual(sent, found, place)

    def test_a_bucket_is_looked_for_before_a_job_is_sent(self):
        s3 = self.client("s3")
        s3.create_bucket(Bucket="here")
        s3.create_bucket(Bucket="elsewhere", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
        cases = [("here", 0, ""), ("elsewhere", 1, "the bucket `elsewhere` is in eu-west-1"), ("nowhere", 0, "there is no bucket `nowhere`")]
        for bucket, status, said in cases:
            self.run_command(
                "train", "kmeans", "--name", f"of-{bucket}", "--input", f"train=s3://{bucket}/train", "--output", "s3://here/out",
                "--role", ROLE, "--instance-type", "ml.m5.xlarge", "--hyperparameter", "k=2", "--hyperparameter", "feature_dim=3",
                "--detach", status=status,
            )  # fmt: skip
            self.assertIn(said, self.said)
            self.assertEqual("bucket" in self.said, bool(said), self.said)

    def test_a_job_of_options_is_made(self):
        self.send_and_compare(
            "train", "kmeans", "--name", "groups", "--input", "train=s3://bucket/train", "--output", "s3://bucket/out",
            "--role", ROLE, "--instance-type", "ml.m5.xlarge", "--hyperparameter", "k=2", "--hyperparameter", "feature_dim=3",
        )  # fmt: skip
        self.assertIn("groups", self.run_command("jobs"))

    def test_processing_and_transform_jobs_of_options_are_made(self):
        common = ["--role", ROLE, "--instance-type", "ml.m5.xlarge"]
        self.send_and_compare(
            "process", "sklearn@1.2-1", "--name", "clean", "--code", "s3://bucket/clean.py", "--input", "raw=s3://bucket/raw",
            "--output", "clean=s3://bucket/clean", "--environment", "LEVEL=debug", *common,
        )  # fmt: skip
        words = ["--input", "s3://bucket/rows", "--output", "s3://bucket/answers", "--content-type", "csv", "--split", "line"]
        self.send_and_compare(
            "transform", "xgboost@1.7-1", "--name", "churn", "--model-data", "s3://bucket/model.tar.gz", *words, *common
        )
        self.send_and_compare("transform", "--model", "churn", "--name", "again", *words, *common[2:])

    def test_what_is_refused_is_not_sent(self):
        arguments = ["--role", ROLE, "--instance-type", "ml.m5.xlarge", "--model-data", "s3://bucket/model.tar.gz"]
        self.run_command("deploy", "kmeans", "--version", "latest", *arguments, status=1)
        self.assertEqual(self.client("sagemaker").list_models()["Models"], [])

    def test_a_name_is_made_up_and_told(self):
        self.run_command("init", "train", "xgboost@1.7-1")
        self.run_command("train", "train.yaml", "--detach")
        (job,) = self.client("sagemaker").list_training_jobs()["TrainingJobSummaries"]
        self.assertIn(f"creating training job `{job['TrainingJobName']}`", self.said)
        self.assertTrue(os.path.exists(os.path.join(self.folder.name, "train.yaml")))


if __name__ == "__main__":
    unittest.main()
