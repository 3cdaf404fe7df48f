"""The words of a report as they are written; the reader compares the folded ones."""

from __future__ import annotations

from typing import final

import attrs

__all__ = ["WrittenWords"]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class WrittenWords:
    """The words that `render_text()` writes in a report, besides phrases, headings of sections and grades.

    Attributes:
        grade_header: The cells above the areas and the grades in the table of judgements.
        outcome_heading: The heading of the section that judges the inspection as a whole.
        aside_heading: The heading above the sentence that names the legal basis.
        body_heading: The heading above the columns of the bodies of the partnership.
        team_heading: The heading above the names of the inspectors.
    """

    grade_header: tuple[str, ...] = ()
    outcome_heading: str | None = None
    aside_heading: str | None = None
    body_heading: str | None = None
    team_heading: str | None = None
