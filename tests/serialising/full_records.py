"""An invented record of each document type, with all members present, and its form before version 2.0."""

from __future__ import annotations

from datetime import date

import attrs

from inspection_model.comparing import (
    Comparison,
    DeclarationChange,
    FindingChange,
    History,
    JudgementChange,
    PlacedFinding,
    WordChange,
)
from inspection_model.model import (
    AnnualRating,
    Authority,
    Body,
    Contact,
    Declaration,
    Due,
    EarlierInspection,
    EvidenceSource,
    Finding,
    Identifier,
    Inspection,
    Inspectorate,
    Judgement,
    LegalBasis,
    Obligation,
    Partnership,
    Passage,
    Period,
    Person,
    PreviousInspection,
    Publication,
    Reading,
    Reference,
    Remark,
    Visit,
)
from inspection_model.vocabulary import (
    Category,
    ContactKind,
    DeclarationState,
    DueUnit,
    EvidenceMethod,
    FindingChangeKind,
    IdentifierScheme,
    JudgementChangeKind,
    PersonRole,
    Rating,
    RemarkCode,
    SimilarityMeasure,
)

AUTHORITY = Authority(
    name="Sampleton Borough Council",
    identifiers=(
        Identifier(scheme=IdentifierScheme.DFE, value="999"),
        Identifier(scheme=IdentifierScheme.GSS, value="E06999999"),
    ),
    address=("Civic Centre", "Sampleton"),
)

PERSON = Person(
    name="Ms Ada Example",
    post="Director of Children’s Services",
    organisation="Sampleton Borough Council",
    address=("Civic Centre",),
)

INSPECTION_1_0 = Inspection(
    framework="ofsted-ucra",
    authority=AUTHORITY,
    inspectorates=(
        Inspectorate(
            name="Ofsted",
            address=("1 Sample Street",),
            contacts=(Contact(kind=ContactKind.TELEPHONE, value="0300 000 0000", label="Direct"),),
        ),
    ),
    legal_basis=LegalBasis(
        act="Education and Inspections Act 2006",
        section="138",
        identifier="ukpga/2006/40/section/138",
    ),
    visit=Visit(
        periods=(
            Period(start=date(2009, 10, 6), end=date(2009, 10, 6)),
            Period(start=date(2009, 10, 7), end=date(2009, 10, 7)),
        ),
        as_printed="6 and 7 October 2009",
    ),
    inspectors=(PERSON,),
    scope=("The front door",),
    evidence=(
        EvidenceSource(method=EvidenceMethod.INTERVIEW, text="talks with staff", participants=("managers",)),
    ),
    findings=(
        Finding(
            category=Category.STRENGTH,
            text='A "quoted" \\ finding: naïve, 𝄞 & <b>',
            heading="Strengths",
            number=1,
            parts=("one part", "another part"),
            responsible=("the council",),
            references=(Reference(scheme="national framework", value="enabler 2"),),
        ),
        Finding(category=Category.PRIORITY_ACTION, text="Something must be done."),
    ),
    declared=(
        Declaration(
            category=Category.PRIORITY_ACTION,
            state=DeclarationState.SPECIFIED,
            count=4,
            as_printed="four areas",
        ),
    ),
    obligations=(
        Obligation(
            text="An action plan is due.",
            category=Category.PRIORITY_ACTION,
            to="authority",
            due=Due(unit=DueUnit.WORKING_DAYS, count=70),
        ),
        Obligation(text="A reply is due.", due=Due(unit=DueUnit.DATE, date=date(2010, 1, 4))),
    ),
    contributes_to="the annual review",
    publication=Publication(
        date=date(2009, 10, 28),
        date_as_printed="28 October 2009",
        title="Inspection of Sampleton",
        salutation="Dear Ms Example",
        recipients=(PERSON,),
        signatories=(Person(name="Sam Signer"),),
    ),
)

INSPECTION_2_0 = attrs.evolve(
    INSPECTION_1_0,
    partnership=Partnership(
        name="Sampleton Local Area Partnership",
        bodies=(Body(name="Sampleton Health", kind="health", person="Jo Sample", post="Chair"),),
    ),
    previous=PreviousInspection(
        as_printed="2 to 4 May 2006", periods=(Period(start=date(2006, 5, 2), end=date(2006, 5, 4)),)
    ),
    inspectors=(attrs.evolve(PERSON, role=PersonRole.LEAD),),
    judgements=(
        Judgement(
            area="front-door",
            area_as_printed="The front door",
            grade="requires-improvement",
            grade_as_printed="Requires improvement to be good",
            rank=3,
            part_of="whole-service",
        ),
        Judgement(grade="good"),
    ),
    findings=(attrs.evolve(INSPECTION_1_0.findings[0], area="front-door"), INSPECTION_1_0.findings[1]),
)

INSPECTION = attrs.evolve(
    INSPECTION_2_0,
    declared=(
        *INSPECTION_2_0.declared,
        Declaration(
            category=Category.IMPROVEMENT,
            state=DeclarationState.PARTLY_ADDRESSED,
            as_printed="Not all areas for improvement from the JTAI in May 2008 have been addressed",
        ),
    ),
    earlier_inspections=(
        EarlierInspection(as_printed="JTAI in May 2008", framework="ofsted-jtai", year=2008, month=5),
    ),
)

SOURCE = "Line one.\r\nLine two: \x00\t\u2028 the end."

READING = Reading(
    source=SOURCE,
    inspection=INSPECTION,
    passages=(
        Passage(start=0, end=9, role="/findings/0/text"),
        Passage(start=9, end=11, role="furniture"),
        Passage(start=11, end=len(SOURCE), role="unread"),
    ),
    remarks=(
        Remark(
            code=RemarkCode.UNREAD,
            message="This was not understood.",
            pointer="/findings/0",
            start=11,
            end=13,
            related=("/findings/1",),
        ),
    ),
)

ANNUAL_RATING = AnnualRating(
    authority=AUTHORITY,
    year=2009,
    rating=Rating.PERFORMS_ADEQUATELY,
    limited_by=("ofsted-ucra/999/2009-10-06",),
)

READING_1_0 = attrs.evolve(READING, inspection=INSPECTION_1_0)

RECORDS_1_0: dict[str, Inspection | Reading | AnnualRating] = {
    "inspection": INSPECTION_1_0,
    "reading": READING_1_0,
    "annual-rating": ANNUAL_RATING,
}
"""The records whose documents of version 1.0 are stored."""


def _comparison(inspection: Inspection) -> Comparison:
    """Return a comparison with the parts of an inspection."""
    return Comparison(
        earlier="ofsted-ilacs/999/2019-10-06",
        later="ofsted-ilacs/999/2023-10-06",
        measure=SimilarityMeasure.SHARED_WORDS,
        threshold=50,
        findings=(
            FindingChange(
                kind=FindingChangeKind.REWORDED,
                earlier=PlacedFinding(id="a/improvement/1", place=1, finding=inspection.findings[0]),
                later=PlacedFinding(id="b/improvement/1", place=2, finding=inspection.findings[1]),
                similarity=60,
                wording=(
                    WordChange(earlier="Plans", later="Plans"),
                    WordChange(earlier="are"),
                    WordChange(later="were"),
                ),
            ),
            FindingChange(
                kind=FindingChangeKind.NEW,
                later=PlacedFinding(id="b/strength/1", place=1, finding=inspection.findings[1]),
            ),
        ),
        judgements=(
            JudgementChange(
                kind=JudgementChangeKind.SAME,
                earlier=inspection.judgements[0],
                later=inspection.judgements[0],
            ),
        ),
        declared=(DeclarationChange(earlier=inspection.declared[0], later=inspection.declared[-1]),),
    )


RECORDS: dict[str, Inspection | Reading | AnnualRating | Comparison | History] = {
    "inspection": INSPECTION,
    "reading": READING,
    "annual-rating": ANNUAL_RATING,
    "comparison": _comparison(INSPECTION),
    "history": History((INSPECTION,)),
}

RECORDS_2_0: dict[str, Inspection | Reading | AnnualRating | Comparison | History] = {
    "inspection": INSPECTION_2_0,
    "reading": attrs.evolve(READING, inspection=INSPECTION_2_0),
    "annual-rating": ANNUAL_RATING,
    "comparison": _comparison(INSPECTION_2_0),
    "history": History((INSPECTION_2_0,)),
}
"""The records whose documents of version 2.0 are stored."""
