"""Strategies for report texts: tables are wrapped within their columns, and no page divides a heading."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from searching import find

import inspection_model as im
from inspection_model.strategies import Damage, report_texts

FRAMEWORK = im.load_framework(Path(__file__).parents[1] / "frameworks" / "lighthouse-review.toml")
RECORD = im.Inspection(
    framework=FRAMEWORK.id,
    visit=im.Visit(as_printed="4 May 2023"),
    inspectors=(
        im.Person(name="Ewan Gale", post="Coast Office inspector"),
        im.Person(name="Hana Spar", post="FSB inspector"),
    ),
    findings=(
        im.Finding(
            category=im.Category.PRIORITY_ACTION,
            heading="To do at once",
            text="The council must mend the bell before winter.",
            parts=("The rope must be new.",),
            responsible=("Saltby Harbour Council",),
        ),
    ),
    publication=im.Publication(form=im.PublicationForm.REPORT, title="Lighthouses of Saltby: review"),
)
TEXT = im.render_text(RECORD, framework=FRAMEWORK)


def test_the_cells_of_a_row_are_wrapped_in_two_columns_and_other_cells_are_not() -> None:
    assert (
        Damage(width=40).apply(TEXT)
        == """\
Lighthouses of Saltby: review

Seen on: 4 May 2023

Who                      To do at once

Saltby          The council must mend
Harbour         the bell before winter.
Council
                o The rope must be new.

Who came

Coast Office                        Fog Signal Board
Ewan Gale, Coast Office inspector   Hana Spar, FSB inspector"""
    )
    assert Damage().apply(TEXT) == TEXT.rstrip("\n")


def test_no_page_divides_a_heading_or_a_table_of_names() -> None:
    heading = "The rails and the stairs and the lamps– Bright"
    finding = im.Finding(category=im.Category.MAIN_FINDING, heading=heading, text="All is well.")
    record = im.Inspection(framework=FRAMEWORK.id, findings=(finding,), inspectors=RECORD.inspectors)
    text = im.render_text(record, framework=FRAMEWORK)
    for page in range(1, 8):
        pages = Damage(width=20, page=page).apply(text).split("\f")
        assert any("stairs and the\nlamps– Bright" in each for each in pages)
        assert any("Board\nEwan" in each for each in pages)


@pytest.mark.parametrize("argument", ["inspections", "damage"])
def test_report_texts_rejects_arguments_that_are_not_strategies(argument: str) -> None:
    with pytest.raises(InvalidArgument, match=argument):
        report_texts(**{argument: RECORD})  # type: ignore[arg-type]  # must be rejected


def test_the_arguments_of_report_texts_are_used() -> None:
    texts = report_texts(
        framework=FRAMEWORK, inspections=st.just(RECORD), damage=st.just(Damage(line_end="\r"))
    )
    drawn = find(texts, lambda _: True)
    assert drawn.inspection == RECORD
    assert drawn.text == TEXT.rstrip("\n").replace("\n", "\r")


def test_reports_of_shipped_frameworks_are_drawn_without_arguments() -> None:
    kinds = {each.id for each in im.shipped_frameworks() if each.form is im.PublicationForm.REPORT}
    assert find(report_texts(), lambda _: True).inspection.framework in kinds
