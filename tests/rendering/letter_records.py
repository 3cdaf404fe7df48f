"""An invented inspection that a letter can express, with every kind of value."""

from __future__ import annotations

import datetime

from inspection_model.model.authority import Authority
from inspection_model.model.declaration import Declaration
from inspection_model.model.evidence import EvidenceSource
from inspection_model.model.finding import Finding
from inspection_model.model.inspection import Inspection
from inspection_model.model.inspectorate import Contact, Inspectorate
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.model.obligation import Due, Obligation
from inspection_model.model.person import Person
from inspection_model.model.publication import Publication
from inspection_model.model.visit import Period, Visit
from inspection_model.vocabulary import Category, ContactKind, DeclarationState, DueUnit, EvidenceMethod

__all__ = ["FULL_LETTER", "LETTER", "SUBJECT", "day", "finding"]


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def finding(
    category: Category, text: str, heading: str | None, number: int | None = None, parts: tuple[str, ...] = ()
) -> Finding:
    return Finding(category=category, text=text, heading=heading, number=number, parts=parts)


SUBJECT = "Unannounced inspection of contact, referral and assessment"
LETTER = Publication(
    date=day("2009-11-09"),
    date_as_printed="9 November 2009",
    title=f"{SUBJECT} in Northmere",
    salutation="Dear Mrs Quill",
    recipients=[
        Person(
            name="Mrs Ada Quill",
            post="Director of Services",
            organisation="Northmere Council",
            address=["Bell Street"],
        )
    ],
    signatories=[Person(name="Otto Penn", post="Divisional Manager")],
)

FULL_LETTER = Inspection(
    framework="ofsted-ucra",
    authority=Authority(name="Northmere Council"),
    inspectorates=[
        Inspectorate(
            name="Ofsted",
            address=["Larch House", "Northmere"],
            contacts=[
                Contact(kind=ContactKind.TELEPHONE, value="01632 960001"),
                Contact(kind=ContactKind.FAX, value="01632 960002", label="Direct"),
                Contact(kind=ContactKind.EMAIL, value="a@b.example"),
            ],
        )
    ],
    legal_basis=LegalBasis(
        act="Education and Inspections Act 2006", section="138", identifier="ukpga/2006/40/section/138"
    ),
    visit=Visit(
        periods=[Period(start=day("2009-10-13"), end=day("2009-10-14"))], as_printed="13 to 14 October 2009"
    ),
    inspectors=[Person(name="Otto Penn", post="HMI"), Person(name="Una Hart")],
    scope=["the gate", "how calls are answered"],
    evidence=[
        EvidenceSource(method=EvidenceMethod.RECORDS, text="case records"),
        EvidenceSource(
            method=EvidenceMethod.INTERVIEW, text="cooks and clerks", participants=["cooks", "clerks"]
        ),
        EvidenceSource(
            method=EvidenceMethod.INTERVIEW, text="discussions with drivers", participants=["drivers"]
        ),
        EvidenceSource(method=EvidenceMethod.OTHER, text="the weather"),
    ],
    declared=[
        Declaration(
            category=Category.PRIORITY_ACTION,
            state=DeclarationState.SPECIFIED,
            count=2,
            as_printed="two areas for priority action",
        ),
        Declaration(
            category=Category.IMPROVEMENT,
            state=DeclarationState.UNSPECIFIED,
            as_printed="a number of areas for development",
        ),
    ],
    findings=[
        finding(Category.SATISFACTORY, "Calls are written down.", None),
        finding(Category.STRENGTH, "Clerks stay. They like it.", "Strengths"),
        finding(
            Category.PRIORITY_ACTION, "Thresholds:", "Areas for priority action", number=1, parts=("a", "b")
        ),
        finding(Category.PRIORITY_ACTION, "Notes.", "Areas for priority action", number=2),
    ],
    obligations=[
        Obligation(
            text="The areas will be specifically considered in any future inspection.",
            category=Category.PRIORITY_ACTION,
            to="inspectorate",
            due=Due(unit=DueUnit.NEXT_INSPECTION),
        )
    ],
    contributes_to="the yearly review of Northmere",
    publication=LETTER,
)
