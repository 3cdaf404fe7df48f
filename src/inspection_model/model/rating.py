"""The annual rating, to which visits contributed and which they could limit."""

from __future__ import annotations

from typing import final

import attrs

from inspection_model.model import fields
from inspection_model.model.authority import Authority
from inspection_model.model.pickling import pickles_as_document
from inspection_model.vocabulary import Rating

__all__ = ["AnnualRating"]


@final
@pickles_as_document
@attrs.frozen(kw_only=True, weakref_slot=False)
class AnnualRating:
    """The rating of an authority's children's services for one year (2009 to 2011).

    A visit gives no grade, but it contributes to the rating, and an area for priority action could
    limit it: in 2009 seven authorities were limited to "performs adequately" in this way.

    Attributes:
        authority: The authority whose services are rated.
        year: The year of the rating.
        rating: The rating.
        limited_by: The ids (`Inspection.id`) of the inspections that limited it.
    """

    authority: Authority = attrs.field(validator=fields.instance(Authority))
    # From the first Act on local education authorities up to the last year of a date.
    year: int = attrs.field(validator=fields.number(least=1902, most=9999))
    rating: Rating = attrs.field(validator=fields.instance(Rating))
    limited_by: tuple[str, ...] = attrs.field(default=(), converter=fields.as_texts, validator=fields.texts)
