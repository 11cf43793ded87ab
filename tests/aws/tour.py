"""The tour of the README: five commands, as they are written, against moto."""

import os
import re
import subprocess
import unittest

from standin import Standin

ROOT = os.path.join(os.path.dirname(__file__), "..", "..")


def block(file, heading):
    """The commands of the first block below a heading."""
    with open(os.path.join(ROOT, file), encoding="utf-8") as page:
        section = page.read().split(heading, 1)[1]
    return re.search(r"```sh\n(.*?)```", section, re.DOTALL).group(1).strip().splitlines()


class Tour(Standin):
    """What the documentation says can be typed."""

    def test_the_readme_says_what_works(self):
        commands = block("README.md", "## From nothing to an endpoint")
        self.assertEqual(len(commands), 5)
        sagemaker = self.client("sagemaker")
        # All but the last, which takes away what is to be looked at.
        printed = self.shell("\n".join(commands[:-1]))
        image = "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1"
        job = sagemaker.describe_training_job(TrainingJobName="churn")
        self.assertEqual(job["AlgorithmSpecification"]["TrainingImage"], image)
        model = sagemaker.describe_model(ModelName="churn")["PrimaryContainer"]
        self.assertEqual(model["ModelDataUrl"], job["ModelArtifacts"]["S3ModelArtifacts"])
        self.assertEqual(model["Image"], image)
        self.assertEqual(sagemaker.describe_endpoint(EndpointName="churn")["EndpointStatus"], "InService")
        # What moto answers in the place of a model.
        self.assertEqual(printed, "churn\nbody")
        self.shell(commands[-1])
        self.assertEqual(sagemaker.list_endpoints()["Endpoints"], [])
        self.assertEqual(sagemaker.list_models()["Models"], [])

    def test_the_page_on_sagemaker_says_what_works(self):
        for kind in ["train", "deploy"]:
            self.shell(f"sagepath init {kind} xgboost@1.7-1")
        with open(os.path.join(self.folder.name, "deploy.yaml"), encoding="utf-8") as file:
            text = file.read().replace("EndpointName: xgboost", "EndpointName: my-endpoint")
        with open(os.path.join(self.folder.name, "deploy.yaml"), "w", encoding="utf-8") as file:
            file.write(text)
        self.write_log("/aws/sagemaker/TrainingJobs", "churn/algo-1", ["it trains"])
        self.shell("\n".join(block("docs/aws.md", "# On SageMaker")))
        self.assertEqual(self.client("sagemaker").list_endpoints()["Endpoints"], [])

    def shell(self, script):
        command = ["bash", "-eu", "-o", "pipefail", "-c", script]
        done = subprocess.run(
            command, cwd=self.folder.name, env=self.environment(), capture_output=True, text=True, check=False
        )
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout


if __name__ == "__main__":
    unittest.main()
