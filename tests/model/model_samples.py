"""An instance of every class of the model, with every field set."""

from __future__ import annotations

import datetime
from typing import Any

import attrs

import inspection_model as im
from inspection_model import model

IDENTIFIER = im.Identifier(scheme=im.IdentifierScheme.DFE, value="999")
AUTHORITY = im.Authority(
    name="Northmere City Council",
    identifiers=(IDENTIFIER, im.Identifier(scheme=im.IdentifierScheme.GSS, value="E99000001")),
    address=("Harbour House", "Quay Street"),
)
PERSON = im.Person(
    name="Ms Ada Ferry",
    post="Director of Children's Services",
    organisation="Northmere City Council",
    address=("Harbour House",),
    role=im.PersonRole.LEAD,
)
REFERENCE = im.Reference(scheme="national framework", value="enabler 2")
FINDING = im.Finding(
    category=im.Category.PRIORITY_ACTION,
    text="Some referrals wait “too” long: it's not safe.",
    area="front-door",
    heading="Areas for priority action",
    number=1,
    parts=("at night", "at weekends"),
    responsible=("the council",),
    references=(REFERENCE,),
)
DECLARATION = im.Declaration(
    category=im.Category.PRIORITY_ACTION,
    state=im.DeclarationState.SPECIFIED,
    count=4,
    as_printed="four areas for priority action",
)
EVIDENCE = im.EvidenceSource(
    method=im.EvidenceMethod.INTERVIEW, text="talks with staff", participants=("staff",)
)
CONTACT = im.Contact(kind=im.ContactKind.TELEPHONE, value="01632 960 000", label="Direct")
INSPECTORATE = im.Inspectorate(name="Ofsted", address=("1 Invented Row",), contacts=(CONTACT,))
LEGAL_BASIS = im.LegalBasis(
    act="Education and Inspections Act 2006", section="138", identifier="ukpga/2006/40/section/138"
)
DUE = im.Due(unit=im.DueUnit.WORKING_DAYS, count=70)
OBLIGATION = im.Obligation(
    text="An action plan is due.", category=im.Category.PRIORITY_ACTION, to="authority", due=DUE
)
PERIOD = im.Period(start=datetime.date(2009, 10, 6), end=datetime.date(2009, 10, 7))
VISIT = im.Visit(periods=(PERIOD,), as_printed="6 to 7 October 2009")
JUDGEMENT = im.Judgement(
    area="front-door",
    area_as_printed="The front door",
    grade="requires-improvement",
    grade_as_printed="Requires improvement to be good",
    rank=3,
    part_of="whole-service",
)
BODY = im.Body(name="Northmere City Council", kind="local-authority", person="Ada Ferry", post="Director")
PARTNERSHIP = im.Partnership(name="Northmere Local Area Partnership", bodies=(BODY,))
PREVIOUS = im.PreviousInspection(
    as_printed="6 to 7 October 2006",
    periods=(im.Period(start=datetime.date(2006, 10, 6), end=datetime.date(2006, 10, 7)),),
)
EARLIER = im.EarlierInspection(
    as_printed="focused visit in May 2008", framework="ofsted-focused-visit", year=2008, month=5
)
LETTER = im.Publication(
    date=datetime.date(2009, 10, 28),
    date_as_printed="28 October 2009",
    title="Inspection of contact, referral and assessment",
    salutation="Dear Ms Ferry",
    recipients=(PERSON,),
    signatories=(im.Person(name="Tom Weir"),),
)
INSPECTION = im.Inspection(
    framework="ofsted-ucra",
    authority=AUTHORITY,
    partnership=PARTNERSHIP,
    inspectorates=(INSPECTORATE,),
    legal_basis=LEGAL_BASIS,
    visit=VISIT,
    previous=PREVIOUS,
    inspectors=(PERSON,),
    scope=("contact", "referral"),
    evidence=(EVIDENCE,),
    judgements=(JUDGEMENT,),
    findings=(FINDING, im.Finding(category=im.Category.STRENGTH, text="Staff are calm.")),
    declared=(DECLARATION,),
    earlier_inspections=(EARLIER,),
    obligations=(OBLIGATION,),
    contributes_to="the annual review",
    publication=LETTER,
)
PASSAGE = im.Passage(start=0, end=5, role="/findings/0/text")
REMARK = im.Remark(
    code=im.RemarkCode.UNREAD,
    message="not understood: a word",
    pointer="/publication/title",
    start=5,
    end=9,
    related=("/findings/0",),
)
READING = im.Reading(
    source="Words\x00 \ud800!",
    inspection=INSPECTION,
    passages=(PASSAGE, im.Passage(start=5, end=9, role="unread")),
    remarks=(REMARK,),
)
RATING = im.AnnualRating(
    authority=AUTHORITY,
    year=2009,
    rating=im.Rating.PERFORMS_ADEQUATELY,
    limited_by=("ofsted-ucra/999/2009-10-06",),
)

SAMPLES: dict[type[Any], Any] = {
    type(value): value
    for value in (
        RATING,
        AUTHORITY,
        BODY,
        CONTACT,
        DECLARATION,
        DUE,
        EVIDENCE,
        FINDING,
        IDENTIFIER,
        INSPECTION,
        INSPECTORATE,
        JUDGEMENT,
        LEGAL_BASIS,
        OBLIGATION,
        PARTNERSHIP,
        PASSAGE,
        PERIOD,
        PERSON,
        EARLIER,
        PREVIOUS,
        LETTER,
        READING,
        REFERENCE,
        REMARK,
        VISIT,
    )
}

CLASSES: list[type[Any]] = [getattr(model, name) for name in model.__all__]

FIELDS: list[tuple[type[Any], str]] = [(cls, field.name) for cls in CLASSES for field in attrs.fields(cls)]


def fields_holding(kind: type) -> list[tuple[type[Any], str]]:
    """Return the fields whose sample is an instance of a class, or a tuple that starts with one."""
    found: list[tuple[type[Any], str]] = []
    for cls, name in FIELDS:
        value = getattr(SAMPLES[cls], name)
        if type(value) is kind:
            found.append((cls, name))
    return found


def tuples_of(*, records: bool) -> list[tuple[type[Any], str]]:
    """Return the fields that hold a tuple of records or of texts."""
    return [
        (cls, name)
        for cls, name in fields_holding(tuple)
        if attrs.has(type(getattr(SAMPLES[cls], name)[0])) is records
    ]


def name_of(place: tuple[type[Any], str]) -> str:
    """Return the name of a field as it appears in errors."""
    return f"{place[0].__name__}.{place[1]}"


def rebuilt(cls: type[Any], **changes: object) -> Any:
    """Return a copy of the sample of a class with other values in some fields."""
    sample = SAMPLES[cls]
    values = {field.name: getattr(sample, field.name) for field in attrs.fields(cls)}
    return cls(**(values | changes))
