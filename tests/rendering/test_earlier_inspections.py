"""References to earlier inspections, and what became of earlier findings, in the renderings."""

from __future__ import annotations

import inspection_model as im
from inspection_model.rendering.labels import month_words

INSPECTION = im.Inspection(
    framework="ofsted-ilacs",
    declared=[
        im.Declaration(category=im.Category.IMPROVEMENT, state=im.DeclarationState.SPECIFIED, count=2),
        im.Declaration(
            category=im.Category.IMPROVEMENT, state=im.DeclarationState.ADDRESSED, as_printed="all are done"
        ),
    ],
    earlier_inspections=[
        im.EarlierInspection(as_printed="JTAI in May 2008", framework="ofsted-jtai", year=2008, month=5),
        im.EarlierInspection(as_printed="harbour survey of 2009", framework="harbour-survey", year=2009),
        im.EarlierInspection(as_printed="last inspection"),
    ],
)


def test_a_page_has_the_references_and_the_statements() -> None:
    text = im.render_markdown(INSPECTION)
    assert "## References to earlier inspections" in text
    kind = "**Inspection type:**"
    jtai = f"- JTAI in May 2008\\\n  {kind} Joint targeted area inspection (JTAI)\\\n  **Date:** May 2008"
    own = f"- harbour survey of 2009\\\n  {kind} harbour-survey\\\n  **Date:** 2009\n- last inspection\n"
    assert jtai in text
    assert own in text
    assert "## What became of earlier findings" in text
    assert "all are done" in text
    assert text.count("0 listed") == 1
    assert "JTAI in May 2008" in im.render_html(INSPECTION)


def test_a_month_in_words_has_a_year() -> None:
    assert [month_words(2008, 5), month_words(2008, None), month_words(None, None)] == [
        "May 2008",
        "2008",
        None,
    ]


def test_a_statement_about_findings_without_a_term_names_the_category() -> None:
    stated = im.Declaration(category=im.Category.STRENGTH, state=im.DeclarationState.NOT_ADDRESSED)
    text = im.render_text(im.Inspection(declared=[stated]))
    assert "The previous findings of category strength have not been addressed." in text
