"""Plants one mistake in each table of accounts by region that the SDK has, and tells which were not found.

usage: planted.py SAGEPATH PACKAGES FOLDER
"""

import json
import pathlib
import shutil
import subprocess
import sys


def tables(value):
    """All tables of accounts within a JSON value."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "registries" and isinstance(inner, dict) and len(inner) >= 4:
                yield inner
            else:
                yield from tables(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from tables(inner)


def with_mistake(table):
    """The table with the account of one region in place of another's, that region, and the right account."""
    regions = list(table)
    for region, other in zip(regions, regions[1:]):
        if table[region] != table[other]:
            return {**table, region: table[other]}, region, table[region]
    return None


def main():
    sagepath, packages, folder = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    expected = {}
    for file in sorted(packages.glob("sagemaker/**/image_uri_config/*.json")):
        origin = "-".join(file.relative_to(packages).with_suffix("").parts)
        for number, table in enumerate(tables(json.loads(file.read_text()))):
            planted = with_mistake(table)
            if planted is None:
                continue
            wrong, region, right = planted
            text = json.dumps({"registries": wrong}, indent=2) + "\n"
            name = f"{origin}-{number}.json"
            (folder / name).write_text(text)
            line = next(n for n, line in enumerate(text.splitlines(), 1) if f'"{region}":' in line)
            expected[name] = (line, right)
    run = [sagepath, "check", "--format", "jsonl", "--fail-on", "never", "--select", "accounts-map-entry", "."]
    output = subprocess.run(run, cwd=folder, check=True, capture_output=True, text=True).stdout
    found = {}
    for line in output.splitlines():
        finding = json.loads(line)
        found.setdefault(finding["path"], []).append((finding["line"], finding["expected"]))
    wrong = {name: found.get(name) for name, planted in expected.items() if found.get(name) != [planted]}
    for name, instead in list(wrong.items())[:20]:
        print(f"{name}: planted {expected[name]}, found {instead}", file=sys.stderr)
    print(f"{len(expected)} mistakes planted, {len(expected) - len(wrong)} found")
    sys.exit(1 if wrong or len(expected) < 500 else 0)


main()
