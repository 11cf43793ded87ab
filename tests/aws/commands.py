"""The command against moto: what it makes, lists, shows and deletes, as boto3 sees it."""

import json
import os
import pty
import unittest

import botocore.exceptions

from standin import ROLE, Standin

IMAGE = "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1"


class Commands(Standin):
    """Commands for what boto3 has made."""

    def setUp(self):
        super().setUp()
        self.sagemaker = self.client("sagemaker")

    def make_job(self, name):
        self.sagemaker.create_training_job(
            TrainingJobName=name,
            AlgorithmSpecification={"TrainingImage": IMAGE, "TrainingInputMode": "File"},
            RoleArn=ROLE,
            OutputDataConfig={"S3OutputPath": "s3://bucket/out"},
            ResourceConfig={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 10},
            StoppingCondition={"MaxRuntimeInSeconds": 3600},
        )

    def make_endpoint(self, name):
        self.sagemaker.create_model(ModelName=f"{name}-model", ExecutionRoleArn=ROLE, PrimaryContainer={"Image": IMAGE})
        variant = {
            "VariantName": "v",
            "ModelName": f"{name}-model",
            "InstanceType": "ml.m5.xlarge",
            "InitialInstanceCount": 1,
        }
        self.sagemaker.create_endpoint_config(EndpointConfigName=f"{name}-config", ProductionVariants=[variant])
        self.sagemaker.create_endpoint(EndpointName=name, EndpointConfigName=f"{name}-config")

    def test_a_code_of_a_device_is_asked_for_on_the_terminal_and_once(self):
        home = os.path.join(self.folder.name, ".aws")
        os.makedirs(home)
        with open(os.path.join(home, "config"), "w") as file:
            file.write(
                "[profile coded]\nsource_profile = keys\nrole_arn = arn:aws:iam::123456789012:role/one\n"
                "mfa_serial = arn:aws:iam::123456789012:mfa/me\n"
                "[profile keys]\naws_access_key_id = x\naws_secret_access_key = x\n"
            )
        self.make_endpoint("e")
        arguments = ["endpoints", "--profile", "coded"]
        self.run_command(*arguments, status=2, session=True)
        self.assertIn("nobody can be asked for it", self.said)
        self.assertIn("MFA code of arn:aws:iam::123456789012:mfa/me: ", self.on_terminal("123456\n", *arguments))
        self.assertIn("InService", self.run_command(*arguments, session=True))

    def on_terminal(self, typed, *arguments):
        """Runs the command on a terminal of its own, types something when it asks, and gives all that was shown."""
        process, terminal = pty.fork()
        if process == 0:
            os.execve(os.environ["SAGEPATH"], ["sagepath", *arguments], self.environment())
        shown = b""
        while True:
            try:
                part = os.read(terminal, 1024)
            except OSError:
                break
            if not part:
                break
            shown += part
            if typed and shown.rstrip().endswith(b":"):
                os.write(terminal, typed.encode())
                typed = None
        _, status = os.waitpid(process, 0)
        os.close(terminal)
        self.assertEqual(os.waitstatus_to_exitcode(status), 0, shown)
        return shown.decode()

    def test_lists_are_complete_however_many_pages_they_have(self):
        for number in range(105):
            self.make_job(f"job-{number:03}")
        listed = self.run_command("jobs", "--limit", "1000").splitlines()
        self.assertEqual(sorted(line.split("\t")[0] for line in listed), [f"job-{number:03}" for number in range(105)])
        listed = json.loads(self.run_command("jobs", "job-00", "--kind", "training", "--format", "json"))
        self.assertEqual(len(listed), 10)
        self.assertEqual({job["status"] for job in listed}, {"Completed"})
        self.run_command("jobs", "--status", "failed", status=1)
        self.run_command("models", status=1)

    def test_models_and_endpoints_are_listed(self):
        self.make_endpoint("e")
        (model,) = json.loads(self.run_command("models", "--format", "json"))
        self.assertEqual(model["arn"], self.sagemaker.describe_model(ModelName="e-model")["ModelArn"])
        (endpoint,) = json.loads(self.run_command("endpoints", "--status", "in-service", "--format", "json"))
        self.assertEqual((endpoint["name"], endpoint["status"]), ("e", "InService"))

    def test_a_job_is_followed_and_its_logs_are_shown(self):
        self.make_job("job")
        lines = [f"line {number}" for number in range(30)]
        self.write_log("/aws/sagemaker/TrainingJobs", "job/algo-1-1", lines)
        job = self.sagemaker.describe_training_job(TrainingJobName="job")
        artifact = self.run_command("attach", "job", "--interval", "0.1")
        self.assertEqual(artifact.strip(), job["ModelArtifacts"]["S3ModelArtifacts"])
        self.assertIn("\n".join(lines), self.said)
        document = json.loads(self.run_command("attach", "job", "--json", "--interval", "0.1"))
        self.assertEqual(document["outcome"], "done")
        self.assertEqual(document["resource"]["TrainingJobArn"], job["TrainingJobArn"])
        self.assertEqual(self.run_command("logs", "job").splitlines(), lines)
        self.assertEqual(self.run_command("logs", "job", "--tail", "2").splitlines(), lines[-2:])
        self.assertEqual(self.run_command("logs", "job", "--follow", "--interval", "0.1").splitlines(), lines)
        self.run_command("stop", "job", status=1)
        self.run_command("attach", "nothing", status=1)

    def test_an_endpoint_answers_and_goes_with_all_that_it_is_made_of(self):
        self.make_endpoint("e")
        self.make_endpoint("other")
        self.assertEqual(self.run_command("attach", "e", "--interval", "0.1"), "e\n")
        answer = self.run_command("invoke", "e", "--content-type", "csv", stdin="1,2,3\n")
        expected = self.client("sagemaker-runtime").invoke_endpoint(EndpointName="e", Body=b"1,2,3\n", ContentType="text/csv")
        self.assertEqual(answer, expected["Body"].read().decode())
        deleted = self.run_command("delete", "endpoint", "e", "--cascade")
        self.assertEqual(deleted, "endpoint e\nendpoint configuration e-config\nmodel e-model\n")
        for describe in [
            lambda: self.sagemaker.describe_endpoint(EndpointName="e"),
            lambda: self.sagemaker.describe_endpoint_config(EndpointConfigName="e-config"),
            lambda: self.sagemaker.describe_model(ModelName="e-model"),
        ]:
            self.assertRaises(botocore.exceptions.ClientError, describe)
        self.assertEqual(self.sagemaker.describe_endpoint(EndpointName="other")["EndpointStatus"], "InService")
        self.run_command("delete", "endpoint", "e", status=1)

    def test_what_another_endpoint_uses_is_kept(self):
        self.make_endpoint("e")
        variant = {
            "VariantName": "v",
            "ModelName": "e-model",
            "InstanceType": "ml.m5.xlarge",
            "InitialInstanceCount": 1,
        }
        self.sagemaker.create_endpoint_config(EndpointConfigName="other", ProductionVariants=[variant])
        self.sagemaker.create_endpoint(EndpointName="other", EndpointConfigName="other")
        deleted = json.loads(self.run_command("delete", "endpoint", "e", "--cascade", "--json"))
        self.assertEqual([thing["name"] for thing in deleted["deleted"]], ["e", "e-config"])
        self.assertEqual(deleted["kept"], [{"kind": "model", "name": "e-model", "used_by": ["other"]}])
        self.sagemaker.describe_model(ModelName="e-model")
        self.run_command("delete", "endpoint-config", "other", "--cascade", status=1)
        self.assertIn("which the endpoint `other` uses", self.said)
        self.run_command("delete", "endpoint", "other", "--cascade")
        self.assertEqual(self.sagemaker.list_models()["Models"], [])

    def test_a_processing_job_is_stopped_as_far_as_moto_goes(self):
        self.sagemaker.create_processing_job(
            ProcessingJobName="clean",
            AppSpecification={"ImageUri": IMAGE},
            RoleArn=ROLE,
            ProcessingResources={"ClusterConfig": {"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 10}},
        )
        status = self.sagemaker.describe_processing_job(ProcessingJobName="clean")["ProcessingJobStatus"]
        self.run_command("stop", "clean", status=1 if status == "Completed" else 0)
        self.assertIn("clean\tprocessing\t", self.run_command("jobs", "--kind", "processing"))


if __name__ == "__main__":
    unittest.main()
