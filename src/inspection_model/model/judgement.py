"""Judgements: the grades that an inspection gives."""

from __future__ import annotations

from typing import final

import attrs

from inspection_model.model import fields

__all__ = ["LOWEST_RANK", "Judgement"]

LOWEST_RANK = 99
"""The largest number that a rank may have; no scale has more grades."""


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Judgement:
    """The grade of an area, as the document prints it and as the framework understands it.

    A grade is only what is printed. It is never inferred from the findings or from other grades.

    Attributes:
        area: The framework's id of the area, such as ``help-and-protection``; ``None`` if the framework
            does not have the area, or if the judgement is about the inspection as a whole.
        area_as_printed: The area as printed.
        grade: The id of the grade in the framework's scale, such as ``requires-improvement``; ``None``
            if the framework does not have the printed grade.
        grade_as_printed: The grade as printed.
        rank: The rank of the grade in the scale; 1 is the best.
        part_of: The id of the area of which the area is a part.

    Raises:
        InvalidValueError: If there is neither a grade nor a printed form of one, if an area or a grade
            is not an id, or if the area is a part of itself.
    """

    area: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    area_as_printed: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    grade: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    grade_as_printed: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    rank: int | None = attrs.field(
        default=None, validator=fields.optional(fields.number(least=1, most=LOWEST_RANK))
    )
    part_of: str | None = attrs.field(default=None, validator=fields.optional(fields.text))

    def __attrs_post_init__(self) -> None:
        if self.grade is None and self.grade_as_printed is None:
            raise fields.refuse(self, "grade", "a grade, or its words as printed", self.grade)
        for name in ("area", "grade", "part_of"):
            value: str | None = getattr(self, name)
            if value is not None and not fields.is_id(value):
                raise fields.refuse(self, name, f"{fields.ID_RULE}, such as help-and-protection", value)
        if self.part_of is not None and self.part_of == self.area:
            raise fields.refuse(self, "part_of", "the id of another area", self.part_of)
