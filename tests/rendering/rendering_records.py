"""An invented record without empty fields, and functions that replace all of its texts."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from inspection_model.model import (
    Authority,
    Body,
    Contact,
    Declaration,
    Due,
    EvidenceSource,
    Finding,
    Identifier,
    Inspection,
    Inspectorate,
    Judgement,
    LegalBasis,
    Obligation,
    Partnership,
    Period,
    Person,
    PreviousInspection,
    Publication,
    Reference,
    Visit,
)
from inspection_model.vocabulary import (
    Category,
    ContactKind,
    DeclarationState,
    DueUnit,
    EvidenceMethod,
    IdentifierScheme,
    PersonRole,
)

SHARED = Path(__file__).parents[2] / "../shared"

PERSON = Person(
    name="Ms Ada Example",
    post="Director of Children’s Services",
    organisation="Sampleton Borough Council",
    address=("Civic Centre", "Sampleton"),
)

# Adjacent findings differ in category, so that they are never grouped, whatever their headings are.
FULL = Inspection(
    framework="ofsted-ucra",
    authority=Authority(
        name="Sampleton Borough Council",
        identifiers=(
            Identifier(scheme=IdentifierScheme.DFE, value="999"),
            Identifier(scheme=IdentifierScheme.GSS, value="E06999999"),
            Identifier(scheme=IdentifierScheme.OFSTED_URN, value="80999"),
        ),
        address=("Civic Centre", "1 High Street"),
    ),
    partnership=Partnership(
        name="Sampleton Local Area Partnership",
        bodies=(
            Body(name="Sampleton Health Board", kind="health", person="Jo Chair", post="Chief Executive"),
            Body(name="The academies"),
        ),
    ),
    inspectorates=(
        Inspectorate(
            name="Ofsted",
            address=("1 Sample Street", "Sampleton"),
            contacts=(
                Contact(kind=ContactKind.TELEPHONE, value="0300 000 0000", label="Direct"),
                Contact(kind=ContactKind.TEXTPHONE, value="0161 000 0000"),
                Contact(kind=ContactKind.FAX, value="020 0000 0000"),
            ),
        ),
    ),
    legal_basis=LegalBasis(
        act="Education and Inspections Act 2006", section="138", identifier="ukpga/2006/40/section/138"
    ),
    visit=Visit(
        periods=(
            Period(start=date(2009, 10, 6), end=date(2009, 10, 6)),
            Period(start=date(2009, 10, 12), end=date(2009, 10, 14)),
        ),
        as_printed="6 and 12 to 14 October 2009",
    ),
    previous=PreviousInspection(
        as_printed="2 to 4 May 2006", periods=(Period(start=date(2006, 5, 2), end=date(2006, 5, 4)),)
    ),
    inspectors=(PERSON, Person(name="Sam Other", role=PersonRole.LEAD)),
    scope=("the front door", "early help"),
    evidence=(
        EvidenceSource(method=EvidenceMethod.RECORDS, text="case files"),
        EvidenceSource(
            method=EvidenceMethod.INTERVIEW, text="talks with staff", participants=("managers", "parents")
        ),
    ),
    judgements=(
        Judgement(
            area="front-door",
            area_as_printed="The front door",
            grade_as_printed="Fairly good",
            part_of="whole",
        ),
        Judgement(area="early-help", grade="requires-improvement"),
    ),
    findings=(
        Finding(category=Category.SATISFACTORY, text="Contacts are recorded on the day."),
        Finding(
            category=Category.STRENGTH,
            text="Managers know their teams.",
            heading="Strengths",
            number=1,
            parts=("in the north", "in the south"),
            responsible=("the council", "the trust"),
            references=(Reference(scheme="national framework", value="enabler 2"),),
        ),
        Finding(
            category=Category.IMPROVEMENT,
            text="Plans are late.",
            heading="Should improve",
            number=4,
            area="front-door",
        ),
        Finding(category=Category.PRIORITY_ACTION, text="Strategy meetings come late.", heading="Act now"),
    ),
    declared=(
        Declaration(
            category=Category.PRIORITY_ACTION,
            state=DeclarationState.SPECIFIED,
            count=4,
            as_printed="four areas",
        ),
        Declaration(category=Category.IMPROVEMENT, state=DeclarationState.UNSPECIFIED),
    ),
    obligations=(
        Obligation(
            text="An action plan is due.",
            category=Category.PRIORITY_ACTION,
            to="authority",
            due=Due(unit=DueUnit.WORKING_DAYS, count=70),
        ),
        Obligation(text="A reply is due.", due=Due(unit=DueUnit.DATE, date=date(2010, 1, 4))),
        Obligation(text="It will be looked at again.", due=Due(unit=DueUnit.NEXT_INSPECTION)),
    ),
    contributes_to="the annual review",
    publication=Publication(
        date=date(2009, 10, 28),
        date_as_printed="28th October 2009",
        title="Inspection of Sampleton",
        salutation="Dear Ms Example",
        recipients=(PERSON,),
        signatories=(Person(name="Sam Signer", post="Inspector"),),
    ),
)

# Fields with a fixed form, which cannot hold free text.
_FORMED = {
    *((Identifier, "value"), (Inspection, "framework"), (LegalBasis, "identifier")),
    *((Body, "kind"), (Finding, "area"), (Judgement, "area"), (Judgement, "grade"), (Judgement, "part_of")),
}


def fill(value: Any, text: Callable[[str], str]) -> Any:
    """Replace every free text of a record."""
    kind = type(value)
    if kind is str:
        return text(value)
    if kind is tuple:
        return tuple(fill(item, text) for item in value)
    if not attrs.has(kind):
        return value
    changes = {
        field.name: fill(getattr(value, field.name), text)
        for field in attrs.fields(kind)
        if (kind, field.name) not in _FORMED
    }
    return attrs.evolve(value, **changes)


def texts_of(record: Inspection) -> list[str]:
    """Return every free text of a record."""
    found: list[str] = []

    def keep(text: str) -> str:
        found.append(text)
        return text

    fill(record, keep)
    return found


def marked() -> Inspection:
    """Return the full record with a numbered token in place of every text."""
    numbers = itertools.count()
    record: Inspection = fill(FULL, lambda _: f"token{next(numbers):04}x")
    return record


_TOKEN = re.compile("token([0-9]{4})x")


def unmark(text: str, texts: list[str]) -> str:
    """Replace the tokens of `marked()` by texts."""
    return _TOKEN.sub(lambda found: texts[int(found[1])], text)


def as_text(raw: str) -> str:
    """Turn any string into a text that the model accepts: one line without control characters."""
    kept = re.sub("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]", "", raw)
    return " ".join(kept.split())


def corpus() -> list[str]:
    """Return the hostile texts of the shared corpora that the model accepts."""
    folder = SHARED / "corpora"
    if not folder.is_dir():
        pytest.skip("the shared corpora (../shared/corpora) are not there")
    strings = json.loads((folder / "naughty-strings.json").read_text(encoding="utf-8"))
    payloads = (folder / "xss-payloads.txt").read_text(encoding="utf-8").splitlines()
    found = [text for text in map(as_text, (*strings, *payloads)) if text]
    assert len(found) > 2_500
    return found


def hostile_fillings(rounds: int) -> Iterator[list[str]]:
    """Yield hostile texts for all fields of the record; each text is used in several fields."""
    texts, size = corpus(), len(texts_of(FULL))
    for number in range(rounds):
        # Each round assigns the texts to other fields.
        turned = texts[number * 5 :] + texts[: number * 5]
        for start in range(0, len(turned), size):
            yield (turned[start : start + size] + texts)[:size]


def filled(texts: list[str]) -> Inspection:
    """Return the full record with other texts, in the order of `texts_of()`."""
    remaining = iter(texts)
    record: Inspection = fill(FULL, lambda _: next(remaining))
    return record


LINE_STARTERS = (
    "# heading", "## heading ##", "- item", "+ item", "* item", "1. item", "1) item", "123456789. item",
    "> quote", "===", "---", "- - -", "***", "___", "```", "~~~ python", "[x] done", "[a]: http://x.org",
    "| a | b |", "|---|---|", "--- | ---", ":-: | :-:", "<b>", "<!-- x -->", "<?x?>", "<![CDATA[x]]>",
    "\\", "a\\", "&amp;", "&#60;b&#62;", "*em*", "_em_", "**strong**", "~~gone~~", "`code`", "[a](b)",
    "![a](b)", "[a][b]", "<https://x.org>", "<a@x.org>", "https://x.org", "HTTP://x.org", "ftp://x.org",
    "mailto:a@x.org", "//x.org", "//localhost", "www.x.org", "x.org", "a@x.org", "пример.рф",
    "xn--e1afmkfd.xn--p1ai", "1.x.org", "3.org", "[^1]", "[^1]: note", "@someone", "#123", "$x$", "!",
    "![", "1", "1.", "-", "+", "=", "#", ":", "a | b", "a  b", "\u202eevil\u202c", "\u200b# heading",
    "\ufeff- item", "a\u2066b", "\xad", "1.5 per cent", "p.m.",
)  # fmt: skip
