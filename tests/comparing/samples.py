"""Invented inspections to compare."""

from __future__ import annotations

import datetime

import inspection_model as im

IMPROVEMENT, PRIORITY, STRENGTH = (
    im.Category.IMPROVEMENT,
    im.Category.PRIORITY_ACTION,
    im.Category.STRENGTH,
)


def finding(text: str, category: im.Category = IMPROVEMENT, **more: object) -> im.Finding:
    """Return a finding."""
    return im.Finding(category=category, text=text, **more)  # type: ignore[arg-type]


def inspection(
    *findings: im.Finding,
    on: datetime.date | None = None,
    dfe: str | None = None,
    name: str = "Sampleton",
    **more: object,
) -> im.Inspection:
    """Return an inspection of an invented authority."""
    codes = [im.Identifier(scheme=im.IdentifierScheme.DFE, value=dfe)] if dfe else []
    given: dict[str, object] = {
        "framework": "ofsted-focused-visit",
        "authority": im.Authority(name=name, identifiers=codes),
        "visit": im.Visit(periods=[im.Period(start=on, end=on)]) if on else None,
        **more,
    }
    return im.Inspection(findings=findings, **given)  # type: ignore[arg-type]


def day(year: int, month: int = 3) -> datetime.date:
    """Return a day."""
    return datetime.date(year, month, 5)
