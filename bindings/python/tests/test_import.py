"""What importing the package takes along."""

import subprocess
import sys

# Each of these takes longer to import than all of the package.
HEAVY = {"asyncio", "dataclasses", "importlib.metadata", "inspect", "json", "logging", "re", "subprocess", "typing"}


def modules(code):
    # Without site: an environment may import anything there.
    code = f"import sys; sys.path[:0] = {sys.path!r}; {code}; print(*sys.modules)"
    output = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], stdout=subprocess.PIPE, universal_newlines=True, check=True
    )
    return set(output.stdout.split())


def test_nothing_heavy_is_imported():
    imported = modules("import sagepath") - modules("pass")
    assert "sagepath._sagepath" in imported
    assert not imported & HEAVY
    assert not {module for module in imported if module.startswith(("sagemaker", "boto"))}
