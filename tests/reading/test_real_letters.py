"""Real letters: the 2009 letter fact by fact, and the focused visits against their labels.

The letters are in a folder beside the checkout. No sentence of them is copied into this module: the
expected texts of findings are computed from the lines of the letter.
"""

from __future__ import annotations

import datetime
import functools
import importlib.util
import json
import re
import statistics
import textwrap
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from inspection_model.model.inspection import Inspection
from inspection_model.model.reading import Reading
from inspection_model.reading import read_letter, read_letter_file
from inspection_model.rendering.text import render_text
from inspection_model.vocabulary import (
    Category,
    ContactKind,
    DeclarationState,
    DueUnit,
    EvidenceMethod,
    IdentifierScheme,
    PassageRole,
    RemarkCode,
)

_ROOT = Path(__file__).resolve().parents[2]
SHARED = _ROOT / ".." / "shared"
LETTERS = SHARED / "letters"
PLYMOUTH = LETTERS / "contact-referral-assessment" / "plymouth-2009-10-28.txt"
FOCUSED = sorted((LETTERS / "focused-visits").glob("*.txt"))
LABELS = sorted((LETTERS / "labels").glob("*.json"))


@pytest.fixture(autouse=True)
def _needs_the_letters() -> None:
    if not LETTERS.is_dir():
        pytest.skip("the real letters are missing: ../shared/letters, beside the checkout")


def test_the_folders_of_real_letters_are_not_empty() -> None:
    assert PLYMOUTH.is_file()
    assert len(FOCUSED) == 48
    assert len(LABELS) == 15


# The letter of 2009.


@functools.cache
def plymouth() -> Reading:
    return read_letter_file(PLYMOUTH)


def _items(source: str) -> list[str]:
    """Return the items of the letter: each line that starts with a hyphen, and its continuation lines."""
    found: list[str] = []
    for line in source.split("\n"):
        if line.startswith("- "):
            found.append(line[2:])
        elif line.startswith(" ") and line.strip():
            found[-1] = f"{found[-1]} {line}"
    return [" ".join(item.split()) for item in found]


def _sources(source: str) -> list[str]:
    """Return the list of evidence of the letter, split at its semicolons."""
    (listed,) = re.findall(r"evidence, including: ([^.]+)\.", source)
    return [words.removeprefix("and ") for words in listed.split("; ")]


def test_the_2009_letter_gives_framework_authority_and_codes() -> None:
    inspection = plymouth().inspection
    assert inspection.framework == "ofsted-ucra"
    assert inspection.authority is not None
    assert inspection.authority.name == "Plymouth City Council"
    assert inspection.authority.identifier(IdentifierScheme.DFE) == "879"
    assert inspection.authority.identifier(IdentifierScheme.GSS) == "E06000026"
    assert inspection.id == "ofsted-ucra/879/2009-10-06"


def test_the_2009_letter_gives_two_visit_days_and_another_letter_date() -> None:
    inspection = plymouth().inspection
    assert inspection.visit is not None
    assert inspection.publication is not None
    assert inspection.visit.days == (datetime.date(2009, 10, 6), datetime.date(2009, 10, 7))
    assert len(inspection.visit.periods) == 2
    assert inspection.visit.as_printed == "6 and 7 October 2009"
    assert inspection.publication.date == datetime.date(2009, 10, 28)
    assert inspection.publication.date_as_printed == "28 October 2009"


def test_the_2009_letter_gives_recipient_and_signatory_and_no_inspector() -> None:
    inspection = plymouth().inspection
    assert inspection.publication is not None
    (recipient,) = inspection.publication.recipients
    assert (recipient.name, recipient.post) == ("Ms Bronwen Lacey", "Director of Children's Services")
    assert recipient.organisation == "Plymouth City Council"
    assert recipient.address == ("Windsor House Tavistock Road Plymouth PL6 5UF",)
    (signatory,) = inspection.publication.signatories
    assert (signatory.name, signatory.post) == (
        "Heather Brown",
        "Divisional Manager, Social Care Safeguarding",
    )
    assert inspection.inspectors == ()
    assert inspection.publication.salutation == "Dear Ms Lacey"
    assert inspection.publication.title is not None
    assert inspection.publication.title.startswith("Annual unannounced inspection of contact, referral")


def test_the_2009_letter_gives_its_legal_basis() -> None:
    basis = plymouth().inspection.legal_basis
    assert basis is not None
    assert basis.act == "Education and Inspections Act 2006"
    assert basis.section == "138"
    assert basis.identifier == "ukpga/2006/40/section/138"


def test_the_2009_letter_gives_its_findings_in_order_and_in_its_own_words() -> None:
    reading = plymouth()
    findings = reading.inspection.findings
    categories = [
        *[Category.SATISFACTORY] * 6,
        *[Category.STRENGTH] * 2,
        *[Category.IMPROVEMENT] * 7,
        *[Category.PRIORITY_ACTION] * 3,
    ]
    assert [finding.category for finding in findings] == categories
    headings = [
        *[None] * 6,
        *["Strengths"] * 2,
        *["Areas for development"] * 7,
        *["Areas for priority action"] * 3,
    ]
    assert [finding.heading for finding in findings] == headings
    assert [finding.text for finding in findings] == _items(reading.source)


def test_the_2009_letter_gives_five_sources_of_evidence_with_their_people() -> None:
    reading = plymouth()
    evidence = reading.inspection.evidence
    assert [source.method for source in evidence] == [
        EvidenceMethod.RECORDS,
        EvidenceMethod.RECORDS,
        EvidenceMethod.OBSERVATION,
        EvidenceMethod.INFORMATION_PROVIDED,
        EvidenceMethod.INTERVIEW,
    ]
    assert [source.text for source in evidence[:4]] == _sources(reading.source)
    assert [source.participants for source in evidence] == [
        (),
        (),
        ("social workers", "senior practitioners"),
        ("staff", "managers"),
        ("managers", "social workers", "other practitioners", "administrative staff"),
    ]


def test_the_2009_letter_declares_four_and_an_unspecified_number() -> None:
    declared = plymouth().inspection.declared
    assert [(d.category, d.state, d.count) for d in declared] == [
        (Category.PRIORITY_ACTION, DeclarationState.SPECIFIED, 4),
        (Category.IMPROVEMENT, DeclarationState.UNSPECIFIED, None),
    ]
    assert declared[0].as_printed == "four areas for priority action"
    assert declared[1].as_printed == "a number of areas for development"


def test_the_2009_letter_gives_its_obligation_and_the_review_that_it_contributes_to() -> None:
    inspection = plymouth().inspection
    (obligation,) = inspection.obligations
    assert obligation.category is Category.PRIORITY_ACTION
    assert obligation.to == "inspectorate"
    assert obligation.due is not None
    assert obligation.due.unit is DueUnit.NEXT_INSPECTION
    assert inspection.contributes_to is not None
    assert inspection.contributes_to.startswith("Ofsted's annual review of the performance")
    assert inspection.contributes_to.endswith("children's services")


def test_the_2009_letter_gives_the_letterhead_with_every_contact() -> None:
    (inspectorate,) = plymouth().inspection.inspectorates
    assert inspectorate.name == "Ofsted"
    assert inspectorate.address == ("Freshford House Redcliffe Way Bristol BS1 6NL",)
    assert [(c.kind, c.label, c.value) for c in inspectorate.contacts] == [
        (ContactKind.TELEPHONE, None, "08456 40 40 40"),
        (ContactKind.EMAIL, None, "enquiries@ofsted.gov.uk"),
        (ContactKind.WEB, None, "www.ofsted.gov.uk"),
        (ContactKind.TELEPHONE, "Direct", "0117 9456448"),
        (ContactKind.FAX, "Direct", "0117 9456554"),
        (ContactKind.EMAIL, None, "Lac.safeguarding@ofsted.gov.uk"),
    ]


def test_the_2009_letter_gives_one_remark_that_four_are_declared_and_three_listed() -> None:
    reading = plymouth()
    (remark,) = reading.remarks
    assert remark.code is RemarkCode.COUNT_MISMATCH
    assert remark.message.startswith("4 declared")
    assert remark.message.endswith("3 listed")
    assert remark.pointer == "/declared/0"
    assert remark.start is not None
    assert reading.source[remark.start : remark.end] == "four areas for priority action"
    assert remark.related == ("/findings/15", "/findings/16", "/findings/17")


def test_no_text_of_the_2009_letter_is_unread() -> None:
    reading = plymouth()
    assert reading.coverage == 1.0
    assert not [p for p in reading.passages if p.role == PassageRole.UNREAD]
    assert "".join(reading.source[p.start : p.end] for p in reading.passages) == reading.source


def test_the_2009_letter_as_rendered_text_gives_the_same_record() -> None:
    inspection = plymouth().inspection
    again = read_letter(render_text(inspection))
    assert again.inspection == inspection
    assert again.coverage == 1.0


# The same letter with the damage that is usual in files of letters.


def _wrapped(columns: int) -> Callable[[str], str]:
    def wrap(text: str) -> str:
        lines: list[str] = []
        for line in text.split("\n"):
            indent = "  " if line.startswith(("- ", " ")) else ""
            wrapped = textwrap.wrap(line, columns, subsequent_indent=indent)
            lines += wrapped or [""]
        return "\n".join(lines)

    return wrap


def _bulleted(bullet: str) -> Callable[[str], str]:
    return lambda text: re.sub("(?m)^- ", f"{bullet} ", text)


def _crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def _curly(text: str) -> str:
    return text.replace("'", "\u2019")


def _numbered(between: str) -> Callable[[str], str]:
    """Insert the end of a page before every third item."""

    def insert(text: str) -> str:
        parts = text.split("\n- ")
        joined = parts[0]
        for index, part in enumerate(parts[1:], 1):
            page = between.format(index) if index % 3 == 0 else ""
            joined = f"{joined}{page}\n- {part}"
        return joined

    return insert


_WAYS: dict[str, tuple[Callable[[str], str], ...]] = {
    "wrapped at 70 columns": (_wrapped(70),),
    "wrapped at 80 columns": (_wrapped(80),),
    "wrapped at 100 columns": (_wrapped(100),),
    "line ends of two characters": (_crlf,),
    "line ends of one carriage return": (lambda text: text.replace("\n", "\r"),),
    "round bullets": (_bulleted("\u2022"),),
    "bullets of a symbol font": (_bulleted("\uf06e"),),
    "bullets that were read as a letter": (_bulleted("\u0192"),),
    "bullets without a space": (lambda text: re.sub("(?m)^- ", "\u2022", text),),
    "page numbers between items": (_numbered("\n\n{}\n"),),
    "page numbers and form feeds": (_numbered("\n\n{}\n\n\f"),),
    "page numbers with words": (_numbered("\n\nPage {} of 9\n\n"),),
    "page numbers far to the right": (_numbered("\n\n" + " " * 60 + "{}\n\n"),),
    "a final newline": (lambda text: f"{text}\n\n",),
    "a space at every line's end": (lambda text: re.sub("(?m)$", " ", text),),
    "a byte order mark's remains": (lambda text: f"\ufeff{text}",),
    "wrapped, numbered, bulleted, two characters": (
        _numbered("\n\n{}\n\n\f"),
        _wrapped(80),
        _bulleted("\uf06e"),
        _crlf,
    ),
}


def _straight(inspection: Inspection) -> str:
    return repr(inspection).replace("\u2019", "'").replace('"', "'")


@pytest.mark.parametrize("way", _WAYS)
def test_the_2009_letter_gives_the_same_facts_however_its_text_is_damaged(way: str) -> None:
    reading = plymouth()
    source = reading.source
    for damage in _WAYS[way]:
        source = damage(source)
    assert source != reading.source
    again = read_letter(source)
    assert again.inspection == reading.inspection
    assert [remark.code for remark in again.remarks if remark.code is not RemarkCode.UNREAD] == [
        RemarkCode.COUNT_MISMATCH
    ]
    assert "".join(source[p.start : p.end] for p in again.passages) == source


@pytest.mark.parametrize("columns", [70, 80, 100])
def test_the_2009_letter_gives_the_same_facts_with_curly_quotes(columns: int) -> None:
    reading = plymouth()
    source = _curly(_wrapped(columns)(reading.source))
    assert "'" not in source
    again = read_letter(source)
    assert _straight(again.inspection) == _straight(reading.inspection)
    assert "\u2019" in repr(again.inspection)


# The focused visits.


@functools.cache
def focused(path: Path) -> Reading:
    return read_letter_file(path)


_EACH = pytest.mark.parametrize("path", FOCUSED, ids=lambda path: path.stem)


@_EACH
def test_every_focused_visit_gives_the_facts_that_every_letter_has(path: Path) -> None:
    inspection = focused(path).inspection
    assert inspection.framework == "ofsted-focused-visit"
    assert inspection.authority is not None
    assert inspection.authority.identifier(IdentifierScheme.DFE)
    assert inspection.authority.identifier(IdentifierScheme.GSS)
    assert inspection.visit is not None
    assert inspection.visit.days
    assert inspection.publication is not None
    assert inspection.publication.recipients
    assert inspection.publication.salutation
    assert inspection.publication.title
    assert inspection.publication.signatories
    assert inspection.inspectors
    assert inspection.findings


@_EACH
def test_the_passages_of_every_focused_visit_cover_its_text_and_are_understood(path: Path) -> None:
    reading = focused(path)
    assert "".join(reading.source[p.start : p.end] for p in reading.passages) == reading.source
    assert reading.coverage >= 0.97


@_EACH
def test_every_finding_of_a_focused_visit_is_quoted_from_its_letter(path: Path) -> None:
    reading = focused(path)
    for index, finding in enumerate(reading.inspection.findings):
        quoted = reading.quote(f"/findings/{index}/text")
        assert "".join(finding.text.split()) == "".join(quoted.split())


@_EACH
def test_every_focused_visit_as_rendered_text_gives_the_same_record(path: Path) -> None:
    inspection = focused(path).inspection
    assert read_letter(render_text(inspection)).inspection == inspection


@_EACH
def test_every_focused_visit_reads_the_same_with_other_line_ends(path: Path) -> None:
    reading = focused(path)
    plain = reading.source.replace("\r\n", "\n")
    for end in ("\r\n", "\r"):
        assert read_letter(plain.replace("\n", end)).inspection == reading.inspection


@_EACH
def test_no_finding_of_a_focused_visit_contains_page_numbers_or_bullets(path: Path) -> None:
    for finding in focused(path).inspection.findings:
        for text in (finding.text, *finding.parts):
            assert not re.search("[\uf000-\uf0ff\u25a0-\u25ff\u2022\u0192]", text)
            assert not re.search(r"[Pp]age \d+ of \d+", text)


def test_the_posts_of_addressees_are_separated_from_their_bodies_and_addresses() -> None:
    letters = [letter for path in FOCUSED if (letter := focused(path).inspection.publication) is not None]
    # Five of these letters print no post.
    assert sum(all(person.post for person in letter.recipients) for letter in letters) == 43
    posts = [person.post for letter in letters for person in (*letter.recipients, *letter.signatories)]
    assert all(re.search("[Dd]irector|[Ii]nspector|[Ee]xecutive|[Oo]fficer|HMI", p) for p in posts if p)


def test_nearly_all_text_of_the_focused_visits_is_understood() -> None:
    assert statistics.median(focused(path).coverage for path in FOCUSED) >= 0.99


@functools.cache
def _score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_letters", SHARED / "score_letters.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("label_path", LABELS, ids=lambda path: path.stem)
def test_every_labelled_field_is_right(label_path: Path) -> None:
    label = json.loads(label_path.read_text(encoding="utf-8"))
    inspection = focused(LETTERS / "focused-visits" / f"{label_path.stem}.txt").inspection
    rows = list(_score().expected_and_found(label, inspection))
    assert len(rows) > 15
    assert [row for row in rows if not row[3]] == []
