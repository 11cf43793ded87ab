"""Answers the questions of the differential suite: JSON Lines in, JSON Lines out, as `sagepath batch` does."""

import json
import sys
import warnings

import sagepath
from sagepath import image_uris


def main():
    """Asks line by line."""
    warnings.simplefilter("ignore", sagepath.LookupWarning)
    for line in sys.stdin:
        question = json.loads(line)
        # The suite writes what is given; the SDK wants these two in any case.
        question.setdefault("framework", None)
        question.setdefault("region", None)
        if question.get("serverless_inference_config") is False:
            del question["serverless_inference_config"]
        try:
            answer = {"uri": image_uris.retrieve(**question)}
        except sagepath.Error as error:
            answer = {"error": {"code": error.code}}
        sys.stdout.write(json.dumps(answer) + "\n")


main()
