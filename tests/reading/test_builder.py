"""The builder: each fact is given with the words that state it, and these are claimed."""

from __future__ import annotations

import datetime

import pytest
from reading_samples import focused_framework

from inspection_model.model.authority import Authority
from inspection_model.model.evidence import EvidenceSource
from inspection_model.model.finding import Finding
from inspection_model.model.inspectorate import Contact
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.model.person import Person
from inspection_model.reading.builder import InspectionBuilder, Stated, Understood
from inspection_model.reading.grammar.dates import DatePhrase, DateProblem
from inspection_model.reading.layout.lines import split_lines, unusual_characters
from inspection_model.reading.layout.sentences import Excerpt, whole
from inspection_model.reading.passages import BOILERPLATE, FURNITURE, UNREAD
from inspection_model.registers.matching import match_authority
from inspection_model.vocabulary import Category, ContactKind, EvidenceMethod, RemarkCode


def _builder() -> InspectionBuilder:
    return InspectionBuilder(focused_framework())


def _excerpt(source: str) -> Excerpt:
    return whole(split_lines(source, unusual_characters(source)))


def test_a_new_builder_has_no_facts() -> None:
    builder = _builder()
    assert (builder.claims, builder.remarks, builder.settled) == ([], [], set())
    assert builder.get("/publication/title") is None
    assert builder.get("/findings") is None


def test_a_field_has_the_words_of_its_excerpt() -> None:
    builder = _builder()
    builder.put("/publication/title", _excerpt("One  two"))
    assert builder.get("/publication/title") == "One two"
    assert builder.claims == [(0, 8, "/publication/title")]


def test_a_field_may_have_a_value_and_other_fields_derived_from_its_words() -> None:
    builder = _builder()
    day = datetime.date(2019, 3, 1)
    builder.put("/publication/date_as_printed", _excerpt("1 March 2019")[:7], "1 March", date=day)
    assert builder.get("/publication/date_as_printed") == "1 March"
    assert builder.get("/publication/date") == day
    assert builder.claims == [(0, 7, "/publication/date_as_printed")]


def test_a_record_in_a_list_has_a_passage_for_each_stated_field() -> None:
    builder = _builder()
    line = _excerpt("Ada Quill, HMI, Mill Lane, Otter")
    stated = {
        "name": line[:9],
        "post": line[11:14],
        "organisation": None,
        "address": [line[16:25], line[27:]],
    }
    builder.add("/people", Person, stated)
    builder.add("/people", Person, {"name": line[4:9], "address": []})
    assert builder.get("/people") == [
        Person(name="Ada Quill", post="HMI", address=("Mill Lane", "Otter")),
        Person(name="Quill"),
    ]
    assert builder.claims == [
        (0, 9, "/people/0/name"),
        (11, 14, "/people/0/post"),
        (16, 25, "/people/0/address/0"),
        (27, 32, "/people/0/address/1"),
        (4, 9, "/people/1/name"),
    ]


def test_a_derived_field_of_a_record_has_no_passage() -> None:
    builder = _builder()
    builder.add("/contacts", Contact, {"value": _excerpt("a@b.cc")}, kind=ContactKind.EMAIL)
    assert builder.get("/contacts") == [Contact(kind=ContactKind.EMAIL, value="a@b.cc")]
    assert builder.claims == [(0, 6, "/contacts/0/value")]


def test_a_value_that_is_not_the_words_has_the_given_span() -> None:
    builder = _builder()
    builder.add("/numbers", dict, {"number": Understood(7, (3, 5))})
    assert builder.get("/numbers") == [{"number": 7}]
    assert builder.claims == [(3, 5, "/numbers/0/number")]


def test_a_field_may_be_a_record() -> None:
    builder = _builder()
    builder.put_record("/legal_basis", LegalBasis, {"act": _excerpt("the Act")}, section="138")
    assert builder.get("/legal_basis") == LegalBasis(act="the Act", section="138")
    assert builder.claims == [(0, 7, "/legal_basis/act")]


def test_texts_of_a_list_are_numbered() -> None:
    builder = _builder()
    line = _excerpt("one two")
    builder.add_text("/scope", line[:3])
    builder.add_text("/scope", line[4:])
    assert builder.get("/scope") == ["one", "two"]
    assert builder.claims == [(0, 3, "/scope/0"), (4, 7, "/scope/1")]


@pytest.mark.parametrize(
    ("source", "part", "claims"),
    [
        ("one two", slice(0, 3), [(0, 3, BOILERPLATE)]),
        # The spaces at the ends of an excerpt are not claimed.
        ("one two", slice(3, 7), [(4, 7, BOILERPLATE)]),
        ("one two", slice(0, 4), [(0, 3, BOILERPLATE)]),
        ("one two", slice(3, 4), []),
        ("one two", slice(2, 2), []),
        # White space alone does not split a claim; characters that are not text do.
        ("one\n\n  two", slice(0, 7), [(0, 10, BOILERPLATE)]),
        ("on\x00e", slice(0, 3), [(0, 2, BOILERPLATE), (3, 4, BOILERPLATE)]),
    ],
)
def test_the_spans_of_an_excerpt_are_claimed(
    source: str, part: slice, claims: list[tuple[int, int, str]]
) -> None:
    builder = _builder()
    builder.claim(_excerpt(source)[part], BOILERPLATE)
    assert builder.claims == claims


def test_a_span_is_claimed_for_its_role() -> None:
    builder = _builder()
    builder.claim_span((0, 1), FURNITURE)
    builder.claim_span((5, 9), BOILERPLATE)
    assert builder.claims == [(0, 1, FURNITURE), (5, 9, BOILERPLATE)]


def test_a_remark_has_the_place_of_its_excerpt() -> None:
    builder = _builder()
    builder.remark(RemarkCode.DATE_INCOMPLETE, "one", pointer="/publication")
    builder.remark(RemarkCode.DATE_INCOMPLETE, "two", at=_excerpt("some words")[5:])
    assert [(r.message, r.pointer, r.start, r.end) for r in builder.remarks] == [
        ("one", "/publication", None, None),
        ("two", None, 5, 10),
    ]


@pytest.mark.parametrize(
    ("problem", "codes"),
    [
        (None, []),
        (DateProblem(True, "reason"), [RemarkCode.DATE_IMPOSSIBLE]),
        (DateProblem(False, "reason"), [RemarkCode.DATE_INCOMPLETE]),
    ],
)
def test_a_date_phrase_without_a_date_gives_a_remark(
    problem: DateProblem | None, codes: list[RemarkCode]
) -> None:
    builder = _builder()
    builder.remark_on_date(DatePhrase(3, (), problem), "31 June", pointer="/publication/date_as_printed")
    assert [remark.code for remark in builder.remarks] == codes
    assert all(remark.pointer == "/publication/date_as_printed" for remark in builder.remarks)
    assert all(remark.message == '"31 June" gives no date: reason' for remark in builder.remarks)


def test_an_inspection_without_facts_has_the_framework_and_its_inspectorate() -> None:
    inspection = _builder().inspection(None)
    assert inspection.framework == "ofsted-focused-visit"
    assert [inspectorate.name for inspectorate in inspection.inspectorates] == ["Ofsted"]
    assert inspection.authority is None
    assert inspection.publication is not None
    assert inspection.findings == ()


def test_an_inspection_has_the_facts_and_the_codes_of_the_authority() -> None:
    builder = _builder()
    line = _excerpt("Plymouth One")
    builder.put("/authority/name", line[:8])
    builder.put("/publication/title", line)
    builder.put("/inspectorates/0/name", line[9:])
    builder.add_text("/scope", line[9:])
    match = match_authority("Plymouth", on=datetime.date(2019, 3, 1))
    inspection = builder.inspection(match)
    assert inspection.authority == Authority(name="Plymouth", identifiers=match.identifiers)
    assert match.identifiers
    assert inspection.publication is not None
    assert inspection.publication.title == "Plymouth One"
    assert inspection.inspectorates[0].name == "One"
    assert inspection.scope == ("One",)
    without_codes = builder.inspection(None).authority
    assert without_codes == Authority(name="Plymouth")


def test_spaces_at_the_ends_of_words_are_left_out() -> None:
    builder = _builder()
    line = _excerpt("One two three")
    builder.put("/publication/title", line[3:8])
    builder.add_text("/scope", line[3:7])
    builder.add("/inspectors", Person, {"name": line[:4], "address": [line[7:]]})
    assert builder.get("/publication/title") == "two"
    assert builder.get("/scope") == ["two"]
    assert builder.get("/inspectors") == [Person(name="One", address=("three",))]
    assert builder.claims == [
        (4, 7, "/publication/title"),
        (4, 7, "/scope/0"),
        (0, 3, "/inspectors/0/name"),
        (8, 13, "/inspectors/0/address/0"),
    ]


def test_words_that_are_only_a_space_state_nothing() -> None:
    builder = _builder()
    space = _excerpt("One two")[3:4]
    builder.put("/publication/title", space)
    builder.add_text("/scope", space)
    assert builder.get("/publication/title") is None
    assert builder.get("/scope") is None
    assert builder.claims == []


def test_words_that_make_no_valid_record_stay_unread() -> None:
    builder = _builder()
    line = _excerpt("One two")
    stated: dict[str, Stated] = {"text": line, "number": Understood(-1, (0, 3))}
    interview = {"method": EvidenceMethod.INTERVIEW, "participants": (" ",)}
    builder.add("/evidence", EvidenceSource, {"text": line}, **interview)
    builder.put_record("/publication/author", Person, {"name": line[3:4]})
    builder.add("/findings", Finding, stated, category=Category.STRENGTH)
    assert builder.get("/evidence") == builder.get("/findings") == []
    assert builder.get("/publication/author") is None
    assert builder.claims == [(0, 7, UNREAD), (0, 7, UNREAD), (0, 3, UNREAD)]
