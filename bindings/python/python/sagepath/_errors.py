"""What is raised, and what is warned of."""

from __future__ import annotations

# As many choices as a message lists.
_CHOICES_SHOWN = 12


class Error(ValueError):
    """A question that has no answer: what is wrong with it, what would be right, and what was probably meant.

    >>> import sagepath
    >>> sagepath.resolve("xgbost", "us-east-1")
    Traceback (most recent call last):
    sagepath.Error: framework `xgbost` is not known
      did you mean `xgboost`?
      95 choices: error.choices has them
    """

    message: str
    """What is wrong, in one sentence."""
    code: str
    """What is wrong, for programs: kebab case, and stable."""
    field: str
    """The argument that it is about, under the SDK's name."""
    choices: tuple[str, ...]
    """What would have been right; empty where that is too much to list, or not known."""
    suggestion: str | None
    """The choice that was probably meant."""
    hint: str | None
    """What to do next, where it is more than to take one of the choices."""

    def __init__(
        self,
        message: str,
        code: str = "",
        field: str = "",
        choices: tuple[str, ...] = (),
        suggestion: str | None = None,
        hint: str | None = None,
    ) -> None:
        # All of them are arguments, so that the exception can be pickled.
        super().__init__(message, code, field, choices, suggestion, hint)
        self.message = message
        self.code = code
        self.field = field
        self.choices = choices
        self.suggestion = suggestion
        self.hint = hint

    def __str__(self) -> str:
        lines = [self.message]
        if self.suggestion is not None:
            lines.append(f"did you mean `{self.suggestion}`?")
        if len(self.choices) > _CHOICES_SHOWN:
            lines.append(f"{len(self.choices)} choices: error.choices has them")
        elif self.choices:
            lines.append(f"choices: {', '.join(self.choices)}")
        if self.hint is not None:
            lines.append(f"hint: {self.hint}")
        return "\n  ".join(lines)


# As `sagepath.Error` it is known, in a traceback and in a pickle.
Error.__module__ = "sagepath"


class LookupWarning(UserWarning):
    """An answer that may be another one tomorrow, or should not be used much longer: the tag `latest`, a version that was
    chosen because none was named, a version that the documentation calls deprecated."""


LookupWarning.__module__ = "sagepath"
