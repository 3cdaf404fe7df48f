"""The exceptions of this library, with a common base class.

An error reports what is wrong, where, what was expected, and a suggested fix. Each class also
inherits from the matching built-in exception, so that callers can catch either. All errors take
positional arguments and can be pickled.
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
    "WorkerError",
]

# A message is for a person. The attributes contain everything.
_SHOWN_FAULTS = 20
_SHOWN_POINTER = 200


@attrs.frozen(kw_only=True, weakref_slot=False)
class Fault:
    """A single error in a document.

    Attributes:
        pointer: The location, as a JSON Pointer (RFC 6901); ``""`` is the whole document.
        expected: What was expected there.
        found: What was found there.
        hint: A suggested fix, or ``None``.
    """

    pointer: str
    expected: str
    found: str
    hint: str | None = None

    def __str__(self) -> str:
        """Return one line with the pointer, shortened if long, what was expected and found, and the hint."""
        pointer = self.pointer or "(document)"
        if len(pointer) > _SHOWN_POINTER:
            pointer = f"{pointer[: _SHOWN_POINTER - 1]}…"
        line = f"{pointer}: expected {self.expected}, found {self.found}"
        return f"{line}; {self.hint}" if self.hint else line


class InspectionModelError(Exception):
    """The base class of all errors that this library raises."""


class _InvalidArgumentError(InspectionModelError):
    """An invalid argument. The arguments are available as attributes of the same names."""

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
    """A value has the right type but is not allowed, such as an empty text.

    Args:
        where: The class and the field, such as ``Finding.text``.
        expected: What was expected.
        found: What was found, shortened.
        hint: A suggested fix.
    """


class InvalidTypeError(_InvalidArgumentError, TypeError):
    """A value has the wrong type, such as a number instead of a text.

    The arguments are those of `InvalidValueError`.
    """


class DocumentError(InspectionModelError, ValueError):
    """A JSON document is not a valid record. It has all faults of the document; its message lists up to 20.

    Args:
        faults: All faults of the document, in document order.
        source: The file or line of the document, if known.
    """

    def __init__(self, faults: tuple[Fault, ...], source: str | None = None) -> None:
        super().__init__(faults, source)
        self.faults = faults
        self.source = source

    def __str__(self) -> str:
        place = f"{self.source}: " if self.source else ""
        if len(self.faults) == 1:
            return f"{place}{self.faults[0]}"
        lines = "".join(f"\n  {fault}" for fault in self.faults[:_SHOWN_FAULTS])
        more = len(self.faults) - _SHOWN_FAULTS
        rest = f"\n  and {more} more; the attribute faults has all" if more > 0 else ""
        return f"{place}{len(self.faults)} faults:{lines}{rest}"


class SchemaVersionError(DocumentError):
    """A document was written by a newer version of this library; upgrade the library to read it."""


class _FileTroubleError(InspectionModelError):
    """A file cannot be used. The arguments are available as attributes of the same names."""

    def __init__(self, path: str, reason: str, hint: str | None = None) -> None:
        super().__init__(path, reason, hint)
        self.path = path
        self.reason = reason
        self.hint = hint

    def __str__(self) -> str:
        line = f"{self.path}: {self.reason}"
        return f"{line}; {self.hint}" if self.hint else line


class LetterFileError(_FileTroubleError, OSError):
    """The file of a document cannot be opened: it is missing, a directory, or not readable.

    Args:
        path: The file.
        reason: Why it cannot be opened.
        hint: A suggested fix.
    """

    # OSError.__new__ interprets two or three arguments as errno, strerror and filename. The object is
    # created without arguments, and __init__ sets the attributes.
    def __new__(cls, path: str, reason: str, hint: str | None = None) -> LetterFileError:  # noqa: ARG004
        """Create the object without passing the arguments to OSError."""
        return super().__new__(cls)

    def __reduce__(self) -> tuple[type[LetterFileError], tuple[str, str, str | None]]:
        """Pickle the error as its class and its three arguments."""
        return type(self), (self.path, self.reason, self.hint)


class LetterFormatError(_FileTroubleError, ValueError):
    """A file contains no text that can be decoded reliably: it is empty, binary, scanned or damaged.

    The arguments are those of `LetterFileError`.
    """


class FrameworkError(_FileTroubleError, ValueError):
    """The data of a framework are invalid.

    The arguments are those of `LetterFileError`; the reason names the key.
    """


class MissingExtraError(InspectionModelError, ImportError):
    """An optional dependency is not installed.

    Args:
        wanted: The operation that needs it, such as ``reading a PDF``.
        extra: The extra that installs it, such as ``pdf``.
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


class WorkerError(InspectionModelError, RuntimeError):
    """The worker processes that read documents cannot be started.

    Args:
        reason: Why they cannot be started.
        hint: A suggested fix.
    """

    def __init__(self, reason: str, hint: str) -> None:
        super().__init__(reason, hint)
        self.reason = reason
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.reason}; {self.hint}"
