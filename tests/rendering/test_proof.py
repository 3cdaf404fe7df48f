"""The source text of a reading on a page, and the places of facts and remarks in it."""

from __future__ import annotations

import importlib
import itertools
import xml.etree.ElementTree as ET
from typing import Any

import attrs
import pytest
from page_samples import KINDS, page, reading_of

import inspection_model as im
from inspection_model.rendering.pages.proof import Stated, proof_of
from inspection_model.rendering.pages.templating import visible

html5lib: Any = importlib.import_module("html5lib")

FACT = "/findings/0/text"


def reading(source: str, *roles: tuple[int, str], remarks: tuple[im.Remark, ...] = ()) -> im.Reading:
    """Return a reading whose passages have the given ends and roles."""
    starts = [0, *(end for end, _ in roles)]
    passages = [
        im.Passage(start=start, end=end, role=role) for start, (end, role) in zip(starts, roles, strict=False)
    ]
    finding = im.Finding(category=im.Category.STRENGTH, text="Staff stay.")
    return im.Reading(
        source=source, inspection=im.Inspection(findings=[finding]), passages=passages, remarks=remarks
    )


def parse(text: str) -> ET.Element:
    """Parse a page as browsers do."""
    root: ET.Element = html5lib.parse(text, treebuilder="etree", namespaceHTMLElements=False)
    return root


def words(element: ET.Element) -> str:
    """Return the words of an element in one line."""
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("name", [name for name in KINDS if name.startswith("proof")])
def test_the_pages_of_the_source_hold_its_whole_text(name: str) -> None:
    read = reading_of(name.removeprefix("proof of a "))
    leaves = proof_of(read).leaves
    assert "\f".join("".join(part.text for part in leaf.parts) for leaf in leaves) == read.source
    assert [leaf.number for leaf in leaves] == [*range(1, len(leaves) + 1)]
    assert len(leaves) == read.source.count("\f") + 1


@pytest.mark.parametrize("name", [name for name in KINDS if name.startswith("proof")])
def test_each_finding_links_to_the_passage_that_states_it_with_the_number_of_its_page(name: str) -> None:
    read = reading_of(name.removeprefix("proof of a "))
    proof = proof_of(read)
    for index in range(len(read.inspection.findings)):
        first = next(p for p in read.passages if p.role == f"/findings/{index}/text")
        stated = proof.stated[f"/findings/{index}"]
        assert stated.page == read.page_of(first.start)
        assert stated.anchor == f"passage-{read.passages.index(first) + 1}"
    found = [e for e in parse(page(name)).iter("li") if "finding" in e.attrib.get("class", "").split()]
    links = [e.find("p[@class='meta']/a[@class='stated']") for e in found]
    assert len(links) == len(read.inspection.findings)
    start = "page " if "\f" in read.source else "a very long name"
    assert all(link is not None and words(link).startswith(start) for link in links)


def test_a_passage_that_a_page_interrupts_is_on_both_pages_with_one_anchor() -> None:
    proof = proof_of(reading("Staff\f stay.", (12, FACT)))
    (first, second) = proof.leaves
    assert [(part.text, part.page, part.anchor, part.name) for part in (*first.parts, *second.parts)] == [
        ("Staff", 1, "passage-1", "findings"),
        (" stay.", 2, None, None),
    ]
    assert proof.stated["/findings/0"] == Stated(1, "passage-1")
    assert "/findings/0/text" in proof.stated


def test_a_finding_is_stated_where_its_text_is_and_its_heading_has_no_name() -> None:
    proof = proof_of(reading("ab\fc", (1, "/findings/0/heading"), (3, "furniture"), (4, FACT)))
    assert proof.stated["/findings/0"] == Stated(2, "passage-3")
    assert proof.stated["/findings/0/heading"] == Stated(1, "passage-1")
    assert [part.name for leaf in proof.leaves for part in leaf.parts if part.role == "fact"] == [
        None,
        "findings",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_every_line_end_is_shown_as_one(end: str) -> None:
    proof = proof_of(reading(f"a{end}b", (2 + len(end), "unread")))
    assert [part.text for part in proof.leaves[0].parts] == ["a\nb"]


def test_the_name_of_a_fact_stands_only_where_it_begins() -> None:
    proof = proof_of(
        reading(
            "abcdefghi",
            *((1, "/authority/address/0"), (2, "furniture"), (3, "/authority/address/1"), (4, "/visit")),
            *((5, "/publication/date_as_printed"), (6, "/findings/0/text"), (7, "/findings/0/parts/0")),
            *((8, "unread"), (9, "unread")),
        )
    )
    assert [part.name for part in proof.leaves[0].parts] == [
        "authority",
        None,
        None,
        "visit",
        "date as printed",
        "findings",
        None,
        "not understood",
        "not understood",
    ]
    assert [part.owner for part in proof.leaves[0].parts][4:7] == [None, "/findings/0", "/findings/0"]


def test_only_the_roles_that_occur_are_explained() -> None:
    assert dict(proof_of(reading("ab", (1, FACT), (2, "aside"))).roles).keys() == {"fact", "aside"}
    assert proof_of(reading("")).roles == ()


REMARKS = (
    im.Remark(code=im.RemarkCode.UNREAD, message="Not understood.", start=0, end=4),
    im.Remark(code=im.RemarkCode.COUNT_MISMATCH, message="They differ.", pointer=FACT, start=5, end=9),
    im.Remark(code=im.RemarkCode.VISIT_MISSING, message="No visit."),
    im.Remark(code=im.RemarkCode.VISIT_LONG, message="It is long.", pointer="/visit"),
    im.Remark(code=im.RemarkCode.VISIT_LONG, message="No pointer.", pointer="visit"),
)


def test_remarks_stand_where_they_belong() -> None:
    read = reading("What is it", (5, "unread"), (10, FACT), remarks=REMARKS)
    root = parse(im.render_html(read))
    (finding,) = [e for e in root.iter("li") if e.attrib.get("id") == "strength-1"]
    assert [words(e) for e in finding.findall("p[@class='remark']")] == ["Remark 2 They differ."]
    (details,) = [e for e in root.iter("section") if e.attrib.get("aria-labelledby") == "inspection"]
    assert [words(e) for e in details.findall("p[@class='remark']")] == [
        "Remark 4 It is long.",
        "Remark 5 No pointer.",
    ]
    flags = [e for e in root.iter("a") if e.attrib.get("class") == "flag"]
    assert [e.attrib["href"] for e in flags] == ["#remark-1", "#remark-2"]
    listed = [e for e in root.iter("li") if e.attrib.get("id", "").startswith("remark-")]
    assert [words(e) for e in listed] == [
        "Not understood. unread source text: remark 1",
        "They differ. count-mismatch source text: remark 2",
        "No visit. visit-missing",
        "It is long. visit-long",
        "No pointer. visit-long",
    ]


def test_a_remark_about_a_judgement_stands_below_the_judgements() -> None:
    remark = im.Remark(code=im.RemarkCode.GRADE_MISMATCH, message="They differ.", pointer="/judgements/0")
    read = reading("x", (1, "unread"), remarks=(remark,))
    judged = attrs.evolve(read.inspection, judgements=[im.Judgement(grade="good")])
    root = parse(im.render_html(attrs.evolve(read, inspection=judged)))
    (section,) = [e for e in root.iter("section") if e.attrib.get("class") == "judgements"]
    assert [words(e) for e in section.findall("p[@class='remark']")] == ["Remark 1 They differ."]


def test_a_remark_about_an_empty_source_is_only_listed() -> None:
    remark = im.Remark(code=im.RemarkCode.UNREAD, message="Not understood.", start=0, end=4)
    assert proof_of(reading("", remarks=(remark,))).places == (None,)


def test_the_file_is_named_with_the_page_of_each_finding() -> None:
    one = reading("Staff stay.", (11, FACT))
    two = reading("\fStaff stay.", (12, FACT))
    for read, name, expected in (
        (one, None, "source text"),
        (one, "a.pdf", "a.pdf"),
        (two, None, "page 1"),
        (two, "a.pdf", "page 1 of a.pdf"),
    ):
        root = parse(im.render_html(read, file_name=name))
        (link,) = [e for e in root.iter("a") if e.attrib.get("class") == "stated"]
        assert words(link) == f"{expected} states Strength 1"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x00b", "a⟨U+0000⟩b"),
        ("\ud800", "⟨U+D800⟩"),
        ("\uffff\U0001fffe", "⟨U+FFFF⟩⟨U+1FFFE⟩"),
        ("a\tb\n", "a\tb\n"),
    ],
)
def test_characters_that_html_does_not_have_are_shown_by_their_code_points(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_pointer_of_many_steps_takes_no_more_places_than_one_of_few() -> None:
    role = "/findings/0" + "/x" * 50_000
    proof = proof_of(reading("ab", (2, role)))
    assert max(map(len, proof.stated)) < 30
    assert all(a < b for a, b in itertools.pairwise(sorted(proof.stated)))
