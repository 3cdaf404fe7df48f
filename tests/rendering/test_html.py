"""Rendering as HTML."""

from __future__ import annotations

import base64
import hashlib
import importlib
import itertools
import re
import xml.etree.ElementTree as ET
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rendering_records import (
    FULL,
    LINE_STARTERS,
    as_text,
    corpus,
    filled,
    hostile_fillings,
    marked,
    texts_of,
    unmark,
)

from inspection_model.frameworks.framework import Dates, Framework, Meaning, Section
from inspection_model.model import Contact, Finding, Inspection, Inspectorate, Period, Visit
from inspection_model.model.characters import INVISIBLE
from inspection_model.rendering import render_html
from inspection_model.rendering.pages.templating import visible
from inspection_model.vocabulary import Category, ContactKind

# html5lib has no type annotations.
html5lib: Any = importlib.import_module("html5lib")

Shape = list[tuple[str, dict[str, str], str, str]]


def parse(page: str) -> ET.Element:
    """Parse a page as browsers do."""
    root: ET.Element = html5lib.parse(page, treebuilder="etree", namespaceHTMLElements=False)
    return root


def shape(page: str) -> Shape:
    """Return every node of a page in order: name, attributes, text and following text."""
    return [(str(e.tag), dict(e.attrib), e.text or "", e.tail or "") for e in parse(page).iter()]


def changed(nodes: Shape, texts: list[str]) -> Shape:
    """Replace the tokens in a shape by texts."""
    return [(tag, names, unmark(text, texts), unmark(tail, texts)) for tag, names, text, tail in nodes]


BASE = shape(render_html(marked()))


def assert_only_text_differs(texts: list[str]) -> None:
    page = render_html(filled(texts))
    assert shape(page) == changed(BASE, [visible(text) for text in texts])
    assert not INVISIBLE.search(page)


def test_hostile_text_does_not_change_the_elements_of_the_page() -> None:
    for texts in hostile_fillings(rounds=4):
        assert_only_text_differs(texts)


@pytest.mark.parametrize(
    "text", ["</title><script>", "</style><b>", "-->", "]]>", '" onload="', "' x='", "&lt;", "&"]
)
def test_closing_delimiters_stay_text_in_every_field(text: str) -> None:
    assert_only_text_differs([text] * len(texts_of(FULL)))


@settings(deadline=None)
@given(st.lists(st.text("<>&\"'/=!-a1 ;#x\u202e", min_size=1).map(as_text).filter(bool), min_size=1))
def test_any_mixture_of_markup_characters_stays_text(texts: list[str]) -> None:
    size = len(texts_of(FULL))
    assert_only_text_differs((texts * size)[:size])


def contact_page(kind: ContactKind, value: str) -> ET.Element:
    contacts = (Contact(kind=kind, value=value),)
    page = render_html(Inspection(inspectorates=(Inspectorate(name="Ofsted", contacts=contacts),)))
    found = parse(page).find(".//address/dl/div/dd")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("kind", "value", "address"),
    [
        (ContactKind.EMAIL, "enquiries@sample.gov.uk", "mailto:enquiries@sample.gov.uk"),
        (ContactKind.EMAIL, "o'neil+x@sample.gov.uk", None),
        (ContactKind.EMAIL, "a@b", None),
        (ContactKind.EMAIL, "a@sample.gov.uk?bcc=b@sample.gov.uk", None),
        (ContactKind.EMAIL, "a%0Ab@sample.gov.uk", None),
        (ContactKind.WEB, "www.sample.gov.uk", "https://www.sample.gov.uk"),
        (ContactKind.WEB, "https://sample.gov.uk/a/b.html", "https://sample.gov.uk/a/b.html"),
        (ContactKind.WEB, "http://sample.gov.uk", None),
        (ContactKind.WEB, "javascript:alert(1)", None),
        (ContactKind.WEB, "https://user@sample.gov.uk", None),
        (ContactKind.WEB, "https://sample.gov.uk:8080", None),
        (ContactKind.WEB, "https://sämple.gov.uk", None),
        (ContactKind.WEB, "www.sample.gov.uk?x=1", None),
        (ContactKind.WEB, "localhost", None),
        (ContactKind.TELEPHONE, "www.sample.gov.uk", None),
    ],
)
def test_a_contact_is_a_link_only_when_its_form_is_plain(
    kind: ContactKind, value: str, address: str | None
) -> None:
    place = contact_page(kind, value)
    links = list(place.iter("a"))
    assert "".join(place.itertext()) == value
    assert [link.attrib for link in links] == ([{"href": address}] if address else [])


def test_a_hostile_contact_is_at_most_a_plain_link() -> None:
    plain = re.compile("mailto:[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+|https://[A-Za-z0-9.-]+(/[A-Za-z0-9._~/-]*)?")
    for kind in (ContactKind.EMAIL, ContactKind.WEB):
        contacts = tuple(Contact(kind=kind, value=text) for text in (*corpus(), *map(as_text, LINE_STARTERS)))
        page = render_html(Inspection(inspectorates=(Inspectorate(name="Ofsted", contacts=contacts),)))
        places = parse(page).findall(".//address/dl/div/dd")
        assert ["".join(place.itertext()) for place in places] == [visible(c.value) for c in contacts]
        for place in places:
            assert [child.tag for child in place] in (["span"], ["a"])
            links = place.findall("a")
            assert all(set(a.attrib) == {"href"} and plain.fullmatch(a.attrib["href"]) for a in links)


def test_the_page_is_a_complete_document_in_british_english() -> None:
    page = render_html(FULL)
    assert page.startswith("<!doctype html>\n")
    parser = html5lib.HTMLParser(strict=True)  # a parse error raises
    parser.parse(page)
    root = parse(page)
    assert root.attrib == {"lang": "en-GB"}
    head = root.find("head")
    assert head is not None
    assert head[0].attrib == {"charset": "utf-8"}
    assert head.findtext("title") == (
        "Sampleton Borough Council – Unannounced inspection of contact, referral and assessment"
        " – 6 October 2009, 12 October 2009 to 14 October 2009"
    )
    assert [child.tag for child in root.iterfind("body/div/*")] == ["header", "nav", "main"]


def test_there_is_one_first_level_heading_and_no_level_is_skipped() -> None:
    levels = [int(e.tag[1]) for e in parse(render_html(FULL)).iter() if re.fullmatch("h[1-6]", str(e.tag))]
    assert levels[0] == 1
    assert 1 not in levels[1:]
    assert all(below - above <= 1 for above, below in itertools.pairwise(levels))


def test_findings_are_placed_under_their_headings() -> None:
    root = parse(render_html(FULL))
    headings = ["".join(e.itertext()) for e in root.iter() if e.tag in ("h2", "h3")]
    assert headings[:8] == [
        "Judgements",
        "Findings",
        "Areas for priority action",
        "Act now",
        "Areas for improvement",
        "Should improve",
        "Satisfactory areas",
        "Strengths",
    ]
    assert [e.text for e in root.iter("h3") if e.attrib.get("class") == "printed"] == [
        "Act now",
        "Should improve",
    ]


def test_texts_of_a_framework_are_escaped() -> None:
    day = date(2009, 10, 6)
    hostile = Framework(
        id="own",
        title="<b>Title",
        inspectorate="Own",
        sections=(
            Section(category=Category.STRENGTH, meanings=(Meaning(text="<i>Meaning", dates=Dates()),)),
        ),
    )
    inspection = Inspection(
        visit=Visit(periods=(Period(start=day, end=day),)),
        findings=(Finding(category=Category.STRENGTH, text="Staff stay."),),
    )
    root = parse(render_html(inspection, framework=hostile))
    assert [e.text for e in root.iter("b")] == ["1"]  # the number of strengths
    assert not list(root.iter("i"))
    assert root.findtext("body/div/header/p") == "<b>Title"
    assert root.findtext(".//p[@class='note']") == "<i>Meaning"


def test_every_id_is_unique_and_every_landmark_is_named_by_a_heading() -> None:
    root = parse(render_html(FULL))
    ids = [e.attrib["id"] for e in root.iter() if "id" in e.attrib]
    assert len(set(ids)) == len(ids)
    named = [e.attrib["aria-labelledby"] for e in root.iter("section") if "aria-labelledby" in e.attrib]
    assert named
    assert set(named) <= {e.attrib.get("id") for e in root.iter("h2")}
    assert {"strength-1", "satisfactory-1", "priority-action-1"} <= set(ids)


def test_a_page_forbids_scripts_and_allows_only_its_style_sheet() -> None:
    root = parse(render_html(FULL))
    policy = next(e for e in root.iter("meta") if e.attrib.get("http-equiv") == "Content-Security-Policy")
    style = root.findtext("head/style") or ""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.attrib["content"].startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    assert not list(root.iter("script"))
    assert not re.search("@import|url\\(", style)


def test_days_are_machine_readable_and_a_range_has_both_ends() -> None:
    root = parse(render_html(FULL))
    days = [e.attrib["datetime"] for e in root.iter("time")]
    previous = ["2006-05-02", "2006-05-04"]
    visit = ["2009-10-06", "2009-10-12", "2009-10-14"]
    assert days == [*visit, "2009-10-28", "2010-01-04", *visit, *previous, "2009-10-28"]
    assert "12 October 2009 to 14 October 2009" in {"".join(e.itertext()) for e in root.iter("dd")}


def test_judgements_are_a_table_with_headings_at_the_top_of_the_page() -> None:
    root = parse(render_html(FULL))
    section = next(iter(root.iter("section")))
    assert [e.text for e in section.iter("th")] == ["Area", "Grade"]
    assert {e.attrib["scope"] for e in section.iter("th")} == {"col"}
    assert ["".join(e.itertext()).strip() for e in section.iter("td")] == [
        "The front door (part of Whole)",
        "Fairly good",
        "Early help",
        "Requires improvement",
    ]


def test_printed_numbers_are_kept_and_none_are_added() -> None:
    findings = [Finding(category=Category.STRENGTH, text="Staff stay.", number=n) for n in (2, 5, None)]
    root = parse(render_html(Inspection(findings=tuple(findings))))
    items = [e for e in root.iter("li") if "finding" in e.attrib.get("class", "").split()]
    assert [(e.attrib["id"], e.findtext("p/span[@class='number']")) for e in items] == [
        ("strength-1", "2."),
        ("strength-2", "5."),
        ("strength-3", None),
    ]


def test_the_legal_basis_links_to_its_version_on_the_first_day() -> None:
    link = parse(render_html(FULL)).find(".//dd/a")
    assert link is not None
    assert link.attrib["href"] == "https://www.legislation.gov.uk/ukpga/2006/40/section/138/2009-10-06"
    assert link.text == "section 138 of the Education and Inspections Act 2006"


def test_every_text_of_the_record_is_on_the_page() -> None:
    words = "\n".join(parse(render_html(FULL)).itertext())
    assert [text for text in texts_of(FULL) if text not in words and text != "138"] == []


def test_an_empty_record_gives_a_page_with_a_title() -> None:
    assert parse(render_html(Inspection())).findtext("head/title") == "Unknown authority"


def test_a_date_printed_in_the_standard_form_is_shown_once() -> None:
    assert FULL.publication is not None
    letter = attrs.evolve(FULL.publication, date_as_printed="28 October 2009", date=date(2009, 10, 28))
    assert (
        render_html(attrs.evolve(FULL, publication=letter)).count("28 October 2009") == 2
    )  # in the heading and in the details
