"""Check of the argument of functions that take an inspection."""

from __future__ import annotations

from inspection_model.errors import InvalidTypeError
from inspection_model.model.inspection import Inspection
from inspection_model.model.reading import Reading

__all__ = ["check_inspection"]


def check_inspection(value: object, *, where: str) -> None:
    """Check that an argument is an inspection.

    Args:
        value: The argument.
        where: The function and the argument, such as ``check(inspection)``.

    Raises:
        InvalidTypeError: If it is not, with what to pass instead.
    """
    if type(value) is Inspection:
        return
    hint = "pass reading.inspection" if isinstance(value, Reading) else _HINTS.get(type(value))
    raise InvalidTypeError(where, "an Inspection", f"a value of type {type(value).__name__}", hint)


_HINTS: dict[type, str] = {
    str: "pass read_letter(text).inspection",
    dict: "pass make_converter().structure(data, Inspection)",
    list: "call the function for each of them",
    tuple: "call the function for each of them",
}
