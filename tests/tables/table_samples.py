"""Invented records for the tests of tables."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import inspection_model as im
from inspection_model.tables.table import Table

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))

LEADER = im.Person(name="Ada Ferry", post="His Majesty's Inspector", role=im.PersonRole.LEAD)

REPORT = im.Inspection(
    framework="ofsted-ilacs",
    authority=im.Authority(
        name="Plymouth City Council",
        identifiers=(
            im.Identifier(scheme=im.IdentifierScheme.DFE, value="879"),
            im.Identifier(scheme=im.IdentifierScheme.GSS, value="E06000026"),
        ),
    ),
    visit=im.Visit(periods=(im.Period(start=datetime.date(2024, 1, 8), end=datetime.date(2024, 1, 19)),)),
    previous=im.PreviousInspection(
        periods=(im.Period(start=datetime.date(2019, 3, 4), end=datetime.date(2019, 3, 8)),)
    ),
    inspectors=(LEADER, im.Person(name="Bo Quay")),
    evidence=(
        im.EvidenceSource(method=im.EvidenceMethod.INTERVIEW, text="talks", participants=("carers", "staff")),
    ),
    judgements=(
        im.Judgement(area="leadership", grade="good", grade_as_printed="Good", rank=2),
        im.Judgement(area="care-leavers", grade="requires-improvement", rank=3, part_of="care"),
        im.Judgement(area="overall-effectiveness", grade="good", rank=2),
    ),
    findings=(
        im.Finding(category=im.Category.IMPROVEMENT, text="Plans are late.", number=1, parts=("one", "two")),
        im.Finding(
            category=im.Category.MAIN_FINDING,
            text="Leaders know the service.",
            area="leadership",
            heading="Leaders",
            responsible=("the council", "the board"),
            references=(im.Reference(scheme="national framework", value="enabler 2"),),
        ),
        im.Finding(
            category=im.Category.PRIORITY_ACTION, text="Checks are missed.", area="help-and-protection"
        ),
    ),
    declared=(
        im.Declaration(category=im.Category.IMPROVEMENT, state=im.DeclarationState.SPECIFIED, count=2),
        im.Declaration(category=im.Category.IMPROVEMENT, state=im.DeclarationState.UNSPECIFIED),
        im.Declaration(category=im.Category.PRIORITY_ACTION, state=im.DeclarationState.NONE),
    ),
    publication=im.Publication(
        form=im.PublicationForm.REPORT,
        title="Inspection of Plymouth",
        date=datetime.date(2024, 3, 1),
        signatories=(im.Person(name="Sam Signer", organisation="Ofsted"),),
    ),
)
"""An inspection with every kind of fact that the tables show."""

EMPTY = im.Inspection()


def rows(table: Table) -> list[dict[str, Any]]:
    """Return the rows of a table, read by pyarrow."""
    pyarrow: Any = pytest.importorskip("pyarrow", reason="needs the extra parquet, which is not installed")
    found: list[dict[str, Any]] = pyarrow.table(table).to_pylist()
    return found


def hostile_texts() -> Iterator[str]:
    """Yield texts that have broken spreadsheets and parsers, one line each."""
    yield from (
        "=1+1",
        '=HYPERLINK("http://example.org","x")',
        "+44 1632 960100",
        "-2+3",
        "@SUM(A1:A9)",
        "'quoted",
        "''twice",
        '"quotes", commas; and \\ slashes',
        "00123",
        "1e5",
        "2024-01-08",
        "TRUE",
        "NULL",
        "nan",
        "http://example.org/page",
        "mailto:someone@example.org",
        "{=1}",
        "_x000D_ is no control character",
        "<b>&amp;</b>",
        "\u202ereversed\u2066",
        "naïve 日本語 🎉 \U0001f468\u200d\U0001f469",
        "\ufeffmark",
        "\ufdd0\uffff noncharacters",
        "＝1+1",
    )
