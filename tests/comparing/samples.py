"""Invented inspections to compare."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TypedDict, Unpack

import inspection_model as im

IMPROVEMENT, PRIORITY, STRENGTH = (
    im.Category.IMPROVEMENT,
    im.Category.PRIORITY_ACTION,
    im.Category.STRENGTH,
)


def finding(
    text: str, category: im.Category = IMPROVEMENT, *, number: int | None = None, area: str | None = None
) -> im.Finding:
    """Return a finding."""
    return im.Finding(category=category, text=text, number=number, area=area)


class Fields(TypedDict, total=False):
    """Fields of an inspection."""

    framework: str
    authority: im.Authority | None
    partnership: im.Partnership | None
    visit: im.Visit | None
    publication: im.Publication | None
    judgements: Sequence[im.Judgement]
    declared: Sequence[im.Declaration]


def inspection(
    *findings: im.Finding,
    on: datetime.date | None = None,
    dfe: str | None = None,
    name: str = "Sampleton",
    **more: Unpack[Fields],
) -> im.Inspection:
    """Return an inspection of an invented authority."""
    codes = [im.Identifier(scheme=im.IdentifierScheme.DFE, value=dfe)] if dfe else []
    given: Fields = {
        "framework": "ofsted-focused-visit",
        "authority": im.Authority(name=name, identifiers=codes),
        "visit": im.Visit(periods=[im.Period(start=on, end=on)]) if on else None,
        **more,
    }
    return im.Inspection(findings=findings, **given)


def day(year: int, month: int = 3) -> datetime.date:
    """Return a day."""
    return datetime.date(year, month, 5)
