"""The tour of the README: five commands, as they are written, against moto."""

import os
import re
import subprocess
import unittest

from standin import Standin

README = os.path.join(os.path.dirname(__file__), "..", "..", "README.md")


class Tour(Standin):
    """From nothing to an endpoint."""

    def test_the_readme_says_what_works(self):
        with open(README, encoding="utf-8") as file:
            section = file.read().split("## From nothing to an endpoint", 1)[1]
        block = re.search(r"```sh\n(.*?)```", section, re.DOTALL).group(1)
        commands = block.strip().splitlines()
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

    def shell(self, script):
        command = ["bash", "-eu", "-o", "pipefail", "-c", script]
        done = subprocess.run(
            command, cwd=self.folder.name, env=self.environment(), capture_output=True, text=True, check=False
        )
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout


if __name__ == "__main__":
    unittest.main()
