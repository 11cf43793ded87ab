"""Reads each form of output with what it is made for.

usage: formats.py SAGEPATH FOLDER SARIF-SCHEMA
"""

import json
import subprocess
import sys
import xml.etree.ElementTree

import jsonschema

SAGEPATH, FOLDER, SCHEMA = sys.argv[1:]


def output(form):
    run = [SAGEPATH, "check", "--format", form, "--today", "2026-08-01", "--fail-on", "never", FOLDER]
    return subprocess.run(run, check=True, capture_output=True, text=True).stdout


lines = [json.loads(line) for line in output("jsonl").splitlines()]
assert len(lines) > 100, len(lines)
for field in ("rule", "severity", "confidence", "path", "line", "column", "found", "expected", "message"):
    assert all(field in line for line in lines), field
assert json.loads(output("json"))["findings"] == lines
assert len({line["fingerprint"] for line in lines}) == len(lines)

sarif = json.loads(output("sarif"))
with open(SCHEMA, encoding="utf-8-sig") as schema:
    jsonschema.validate(sarif, json.load(schema))
results = sarif["runs"][0]["results"]
rules = sarif["runs"][0]["tool"]["driver"]["rules"]
assert [result["ruleId"] for result in results] == [line["rule"] for line in lines]
assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
assert any("fixes" in result for result in results)

junit = xml.etree.ElementTree.fromstring(output("junit"))
assert [case.get("name") for case in junit.iter("testcase")] == [line["rule"] for line in lines]
assert all(case.find("failure") is not None for case in junit.iter("testcase"))

gitlab = json.loads(output("gitlab"))
assert [issue["fingerprint"] for issue in gitlab] == [line["fingerprint"] for line in lines]
assert all(issue["location"]["lines"]["begin"] == line["line"] for issue, line in zip(gitlab, lines))

github = output("github").splitlines()
assert len(github) == len(lines) and all(line.startswith(("::error ", "::warning ", "::notice ")) for line in github)
assert len(output("concise").splitlines()) == len(lines)
print(f"{len(lines)} findings in 7 forms")
