"""`python -m sagepath`: the `sagepath` command that came with this package."""

from __future__ import annotations

import os
import sys
import sysconfig

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import NoReturn


def find_command() -> str:
    """Returns where the command is: among the scripts of the environment, of the user, or beside a `--target` folder."""
    folders = list(_folders())
    for folder in folders:
        command = os.path.join(folder, "sagepath" + (sysconfig.get_config_var("EXE") or ""))
        if os.path.isfile(command):
            return command
    raise FileNotFoundError(
        f"the sagepath command is not in {', '.join(folders)}: install the package again with `pip install sagepath`"
    )


def _folders() -> Iterator[str]:
    yield sysconfig.get_path("scripts")
    yield sysconfig.get_path("scripts", scheme=f"{os.name}_user")
    packages = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    yield os.path.join(packages, "bin")


def main() -> NoReturn:
    """Runs the command in place of this process."""
    try:
        command = find_command()
    except FileNotFoundError as error:
        sys.exit(f"error: {error}")
    if sys.platform == "win32":
        # There, a process cannot become another one: whoever waits for it would take it for ended.
        import subprocess

        sys.exit(subprocess.run([command, *sys.argv[1:]]).returncode)
    os.execv(command, [command, *sys.argv[1:]])


if __name__ == "__main__":
    main()
