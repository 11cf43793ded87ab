"""Builds the wheel: maturin builds the extension module, and cargo the command that the wheel carries beside it.

maturin can do the one or the other (its wheels with executables have no extension module), but takes further files for a
wheel from a folder. The command is linked as a release of it is: statically on Linux with glibc, if the machine has a static
glibc, since a dynamic executable takes a third longer to start. An extension module cannot be linked so, hence the flags
for each.

Settings (`pip install --config-settings NAME=VALUE`):

    profile   cargo's profile for both; `release`, if nothing is said
    command   an executable that is built already, to be carried as it is
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import Any, Dict, Iterator, Optional

import maturin
from maturin import get_requires_for_build_sdist, prepare_metadata_for_build_wheel

__all__ = [
    "build_editable",
    "build_sdist",
    "build_wheel",
    "get_requires_for_build_editable",
    "get_requires_for_build_sdist",
    "get_requires_for_build_wheel",
    "prepare_metadata_for_build_editable",
    "prepare_metadata_for_build_wheel",
]

get_requires_for_build_wheel = maturin.get_requires_for_build_wheel
get_requires_for_build_editable = maturin.get_requires_for_build_editable
prepare_metadata_for_build_editable = prepare_metadata_for_build_wheel
build_sdist = maturin.build_sdist

Settings = Optional[Dict[str, Any]]

# The folder of pyproject.toml.
PROJECT = Path(__file__).resolve().parent.parent

STATIC = "-C target-feature=+crt-static -C relocation-model=static"


def build_wheel(wheel_directory: str, config_settings: Settings = None, metadata_directory: Optional[str] = None) -> str:
    """Builds the wheel."""
    with command(config_settings):
        return maturin.build_wheel(wheel_directory, for_maturin(config_settings), metadata_directory)


def build_editable(wheel_directory: str, config_settings: Settings = None, metadata_directory: Optional[str] = None) -> str:
    """Builds what `pip install --editable` takes."""
    with command(config_settings):
        return maturin.build_editable(wheel_directory, for_maturin(config_settings), metadata_directory)


def for_maturin(settings: Settings) -> Dict[str, Any]:
    """The settings that maturin knows."""
    settings = dict(settings or {})
    settings.pop("command", None)
    profile = settings.pop("profile", None)
    if profile is not None:
        settings["maturin.build-args"] = f"--profile {profile}"
    return settings


@contextlib.contextmanager
def command(settings: Settings) -> Iterator[None]:
    """Puts the command where maturin looks for the scripts of the wheel, for as long as it builds."""
    settings = settings or {}
    data = PROJECT / "sagepath._sagepath.data"
    shutil.rmtree(data, ignore_errors=True)
    scripts = data / "scripts"
    scripts.mkdir(parents=True)
    built = settings.get("command") or build_command(settings.get("profile", "release"))
    shutil.copy(built, scripts)
    try:
        yield
    finally:
        shutil.rmtree(data)


def build_command(profile: str) -> Path:
    """Builds the command with cargo."""
    environment = with_rust()
    target = environment.get("CARGO_BUILD_TARGET") or host(environment)
    if target.endswith("-linux-gnu") and "RUSTFLAGS" not in environment:
        environment["RUSTFLAGS"] = STATIC if has_static_library() else ""
    target_folder = Path(environment.setdefault("CARGO_TARGET_DIR", str(manifest().parent / "target"))).absolute()
    profile = "command" if profile == "release" else profile
    options = ["--locked", "--bin", "sagepath", "--features", "command", "--profile", profile, "--target", target]
    subprocess.run(["cargo", "build", "--manifest-path", str(manifest()), *options], env=environment, check=True)
    executable = "sagepath" + (sysconfig.get_config_var("EXE") or "")
    return target_folder / target / ("debug" if profile == "dev" else profile) / executable


def manifest() -> Path:
    """The Cargo.toml of the extension module: a source distribution has the folders of a clone, but pyproject.toml on top."""
    deeper = PROJECT / "bindings" / "python" / "Cargo.toml"
    return deeper if deeper.exists() else PROJECT / "Cargo.toml"


def has_static_library() -> bool:
    """Whether the C library can be linked statically: some distributions have what it takes in a package of its own."""
    if not shutil.which("cc"):
        return False
    command = ["cc", "-print-file-name=libc.a"]
    found = subprocess.run(command, stdout=subprocess.PIPE, check=True, universal_newlines=True).stdout.strip()
    # Where there is none, the name comes back as it was.
    return os.path.isabs(found)


def with_rust() -> Dict[str, str]:
    """The environment, with Rust in it. Where there is none, maturin has asked for the package that brings it."""
    if shutil.which("cargo"):
        return dict(os.environ)
    from puccinialin import setup_rust

    return {**os.environ, **setup_rust()}


def host(environment: Dict[str, str]) -> str:
    """The target that the compiler itself runs on."""
    command = ["rustc", "--version", "--verbose"]
    version = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, universal_newlines=True).stdout
    return next(line.split(": ")[1] for line in version.splitlines() if line.startswith("host: "))
