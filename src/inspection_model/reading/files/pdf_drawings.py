"""What a PDF page draws: its objects and those of its forms, with their boxes."""

from __future__ import annotations

from itertools import repeat
from typing import Any, NamedTuple, TypeAlias, cast

from inspection_model.reading.files.pdfium import Pdfium, each

__all__ = ["Box", "Drawings", "Matrix", "drawings_of", "matrix_of"]

Box: TypeAlias = "tuple[float, float, float, float]"
"""Left, bottom, right and top, in points."""
Matrix: TypeAlias = "tuple[float, float, float, float, float, float]"

_FORM = 5
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Drawings(NamedTuple):
    """The objects of a page, each at the same place of three lists.

    Attributes:
        objects: Their addresses.
        modes: The way in which each is drawn if it is text; -1 for other objects.
        boxes: Their boxes.
        own: How many are objects of the page; those of its forms follow.
    """

    objects: list[int]
    modes: list[int]
    boxes: list[Box]
    own: int


def drawings_of(pdfium: Pdfium, page: int) -> Drawings:
    """Return the objects of a page, followed by those in its forms, in the coordinates of the page."""
    objects = list(map(pdfium.object, repeat(page), range(pdfium.count_objects(page))))
    drawn = _measured(pdfium, objects, _IDENTITY)
    forms = [(form, _IDENTITY) for form in _forms(pdfium, drawn)]
    for form, outer in forms:  # grows while forms contain forms
        matrix = _product(matrix_of(pdfium, form), outer)
        parts = list(map(pdfium.part, repeat(form), range(pdfium.count_parts(form))))
        inner = _measured(pdfium, parts, matrix)
        forms += [(part, matrix) for part in _forms(pdfium, inner)]
        drawn.objects.extend(inner.objects)
        drawn.modes.extend(inner.modes)
        drawn.boxes.extend(inner.boxes)
    return drawn


def _measured(pdfium: Pdfium, objects: list[int], matrix: Matrix) -> Drawings:
    boxes: list[Any] = each(pdfium.bounds, "ffff", objects)
    if matrix != _IDENTITY:
        boxes = [_transformed(box, matrix) for box in boxes]
    return Drawings(objects, list(map(pdfium.render_mode, objects)), boxes, len(objects))


def _forms(pdfium: Pdfium, drawn: Drawings) -> list[int]:
    others = [other for other, mode in zip(drawn.objects, drawn.modes, strict=True) if mode < 0]
    return [other for other in others if pdfium.type(other) == _FORM]


def matrix_of(pdfium: Pdfium, drawing: int) -> Matrix:
    """Return the matrix of an object."""
    matrix: Any = each(pdfium.matrix, "ffffff", [drawing], together=True)[0]
    return cast(Matrix, matrix)


def _product(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _transformed(box: Box, matrix: Matrix) -> Box:
    a, b, c, d, e, f = matrix
    left, bottom, right, top = box
    corners = ((left, bottom), (left, top), (right, bottom), (right, top))
    across = [a * x + c * y + e for x, y in corners]
    along = [b * x + d * y + f for x, y in corners]
    return min(across), min(along), max(across), max(along)
