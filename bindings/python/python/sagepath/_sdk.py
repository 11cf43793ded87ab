"""sagepath's look-up in place of the SDK's own, in a running process."""

from __future__ import annotations

import sys

from . import image_uris

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType
    from typing import Any

# The module of the SDK's look-up: of version 3, and of version 2.
_MODULES = ("sagemaker.core.image_uris", "sagemaker.image_uris")

# The functions that are replaced. All others of the SDK look up through these.
_FUNCTIONS = ("retrieve", "get_base_python_image_uri")

# Where `model_id` and `model_version` are among the arguments of `retrieve`, if somebody gives them by position.
_OF_JUMPSTART = slice(11, 13)


class Installed:
    """What `install_into_sdk` has done. `undo()` takes it back, as the end of a `with` block does."""

    def __init__(self, replaced: list[tuple[Callable[..., str], Callable[..., str]]], modules: tuple[str, ...]) -> None:
        self._replaced = replaced
        self.modules = modules
        """The SDK's modules whose look-up was replaced; none if that had been done before."""

    def undo(self) -> None:
        """Gives the SDK its own look-up back, wherever it was replaced. To do it twice is no harm."""
        for own, ours in self._replaced:
            _put(own, in_place_of=ours)
        self._replaced = []

    def __enter__(self) -> Installed:
        return self

    def __exit__(self, *_: object) -> None:
        self.undo()

    def __repr__(self) -> str:
        return f"<sagepath in {', '.join(self.modules) or 'no further module'}>"


def install_into_sdk() -> Installed:
    """Puts sagepath's look-up in place of the SageMaker Python SDK's, for estimators and models that call it inside.

    It imports the SDK, version 2 or 3, if that has not been done. Questions for JumpStart's models are still the SDK's own
    to answer. What is left as it was: names that other packages than the SDK took from it before
    (`from sagemaker.image_uris import retrieve`), and other processes.

    Raises `ModuleNotFoundError` if there is no SDK.
    """
    modules = tuple(module for module in map(_import, _MODULES) if module is not None)
    if not modules:
        raise ModuleNotFoundError("the SageMaker Python SDK is not installed: pip install sagemaker", name="sagemaker")
    replaced: list[tuple[Callable[..., str], Callable[..., str]]] = []
    reached: list[str] = []
    for module in modules:
        for name in _FUNCTIONS:
            own = getattr(module, name, None)
            if own is None or hasattr(own, "_sagepath_replaces"):
                continue
            ours = _like(own, getattr(image_uris, name))
            _put(ours, in_place_of=own)
            replaced.append((own, ours))
            if module.__name__ not in reached:
                reached.append(module.__name__)
    return Installed(replaced, tuple(reached))


def _import(name: str) -> ModuleType | None:
    import importlib

    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        # A package that the SDK lacks is its own trouble, and to be seen.
        if error.name is not None and (name == error.name or name.startswith(error.name + ".")):
            return None
        raise


def _like(own: Callable[..., str], answer: Callable[..., str]) -> Callable[..., str]:
    """Our function under the name and with the signature of the SDK's."""
    import functools

    @functools.wraps(own)
    def look_up(*arguments: Any, **named: Any) -> str:
        of_jumpstart = (*arguments[_OF_JUMPSTART], named.get("model_id"), named.get("model_version"))
        if any(argument is not None for argument in of_jumpstart):
            return own(*arguments, **named)
        return answer(*arguments, **named)

    look_up._sagepath_replaces = own  # type: ignore[attr-defined]
    return look_up


def _put(function: Callable[..., str], *, in_place_of: Callable[..., str]) -> None:
    """Replaces a function in every module of the SDK that has it by name."""
    for name, module in list(sys.modules.items()):
        if name == "sagemaker" or name.startswith("sagemaker."):
            # Some modules load their content when it is asked for: only what is there already is of interest.
            for attribute, value in list(getattr(module, "__dict__", {}).items()):
                if value is in_place_of:
                    setattr(module, attribute, function)
