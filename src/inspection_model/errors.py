"""Every error of this library, under one root.

An error says what is wrong, where, what was expected and what to try. Each class also inherits
the built-in exception that fits, so that callers may catch either. All errors take positional
arguments and pickle.
"""

from __future__ import annotations

import attrs

__all__ = [
    "DocumentError",
    "Fault",
    "FrameworkError",
    "InspectionModelError",
    "InvalidTypeError",
    "InvalidValueError",
    "LetterFileError",
    "LetterFormatError",
    "MissingExtraError",
    "SchemaVersionError",
]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Fault:
    """One thing that is wrong with a document.

    Attributes:
        pointer: Where, as a JSON Pointer (RFC 6901); ``""`` is the whole document.
        expected: What would have been right there.
        found: What stands there.
        hint: What to try, or ``None`` when nothing better can be said.
    """

    pointer: str
    expected: str
    found: str
    hint: str | None = None

    def __str__(self) -> str:
        """One line: pointer, expected, found, hint."""
        line = f"{self.pointer or '(document)'}: expected {self.expected}, found {self.found}"
        return f"{line}; {self.hint}" if self.hint else line


class InspectionModelError(Exception):
    """The root of every error that this library raises on purpose."""


class _InvalidArgumentError(InspectionModelError):
    """A value cannot be built. The arguments are kept as ``where``, ``expected`` and ``found``."""

    def __init__(self, where: str, expected: str, found: str, hint: str | None = None) -> None:
        super().__init__(where, expected, found, hint)
        self.where = where
        self.expected = expected
        self.found = found
        self.hint = hint

    def __str__(self) -> str:
        line = f"{self.where}: expected {self.expected}, found {self.found}"
        return f"{line}; {self.hint}" if self.hint else line


class InvalidValueError(_InvalidArgumentError, ValueError):
    """A value of the right type is not allowed there, such as an empty text.

    Args:
        where: Class and field, such as ``Finding.text``.
        expected: What would have been right.
        found: What was given, shortened.
        hint: What to try.
    """


class InvalidTypeError(_InvalidArgumentError, TypeError):
    """A value has the wrong type, such as a number for a text. Arguments as `InvalidValueError`."""


class DocumentError(InspectionModelError, ValueError):
    """A JSON document is not a record of ours. All of its faults are listed at once.

    Args:
        faults: Every `Fault` of the document, in document order.
        source: The file or line that the document came from, where known.
    """

    def __init__(self, faults: tuple[Fault, ...], source: str | None = None) -> None:
        super().__init__(faults, source)
        self.faults = faults
        self.source = source

    def __str__(self) -> str:
        place = f"{self.source}: " if self.source else ""
        if len(self.faults) == 1:
            return f"{place}{self.faults[0]}"
        lines = "".join(f"\n  {fault}" for fault in self.faults)
        return f"{place}{len(self.faults)} faults:{lines}"


class SchemaVersionError(DocumentError):
    """A document was written by a newer version of this library; an upgrade reads it."""


class _FileTroubleError(InspectionModelError):
    """A file cannot be used. The arguments are kept as ``path``, ``reason`` and ``hint``."""

    def __init__(self, path: str, reason: str, hint: str | None = None) -> None:
        super().__init__(path, reason, hint)
        self.path = path
        self.reason = reason
        self.hint = hint

    def __str__(self) -> str:
        line = f"{self.path}: {self.reason}"
        return f"{line}; {self.hint}" if self.hint else line


class LetterFileError(_FileTroubleError, OSError):
    """A letter's file cannot be opened: it is missing, a directory, or not ours to read.

    Args:
        path: The file.
        reason: What is wrong with it.
        hint: What to try.
    """

    # OSError fills its own attributes in __new__ from two or three arguments; ours stand in
    # __init__, so the object is made bare.
    def __new__(cls, path: str, reason: str, hint: str | None = None) -> LetterFileError:  # noqa: ARG004
        """Make the bare object, whatever OSError would read into the arguments."""
        return super().__new__(cls)

    def __reduce__(self) -> tuple[type[LetterFileError], tuple[str, str, str | None]]:
        """Pickle through the three arguments."""
        return type(self), (self.path, self.reason, self.hint)


class LetterFormatError(_FileTroubleError, ValueError):
    """A file holds no text that can be told with certainty: empty, binary, scanned, damaged.

    Arguments as `LetterFileError`.
    """


class FrameworkError(_FileTroubleError, ValueError):
    """A framework's data cannot be used. Arguments as `LetterFileError`; the reason names the key."""


class MissingExtraError(InspectionModelError, ImportError):
    """Something optional is not installed.

    Args:
        wanted: What was asked for, such as ``reading a PDF``.
        extra: The extra that brings it, such as ``pdf``.
    """

    def __init__(self, wanted: str, extra: str) -> None:
        super().__init__(wanted, extra)
        self.wanted = wanted
        self.extra = extra

    def __str__(self) -> str:
        return (
            f"{self.wanted} needs an optional dependency; "
            f"install it with: pip install 'inspection-model[{self.extra}]'"
        )
