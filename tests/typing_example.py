"""Typical uses of every public name. This file is only type-checked, never run."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, assert_type

import attrs
import cattrs

import inspection_model as im
from inspection_model import tables


def build_a_record() -> im.Inspection:
    """Build a record by hand, with every class of the model."""
    authority = im.Authority(
        name="Northmere City Council",
        identifiers=[im.Identifier(scheme=im.IdentifierScheme.DFE, value="999")],
        address=["Harbour House", "Quay Street"],
    )
    director = im.Person(name="Ms Ada Ferry", post="Director of Children's Services")
    board = im.Body(name="Northmere Health Board", kind="integrated-care-board")
    finding = im.Finding(
        category=im.Category.PRIORITY_ACTION,
        text="Some referrals wait too long.",
        area="front-door",
        number=1,
        references=(im.Reference(scheme="national framework", value="outcome 3"),),
    )
    return im.Inspection(
        framework="ofsted-ucra",
        authority=authority,
        partnership=im.Partnership(name="Northmere Local Area Partnership", bodies=[board]),
        inspectorates=[
            im.Inspectorate(
                name="Ofsted",
                contacts=[im.Contact(kind=im.ContactKind.EMAIL, value="post@example.org", label="Direct")],
            )
        ],
        legal_basis=im.LegalBasis(act="Education and Inspections Act 2006", section="138"),
        visit=im.Visit(
            periods=(im.Period(start=datetime.date(2009, 10, 6), end=datetime.date(2009, 10, 7)),)
        ),
        previous=im.PreviousInspection(state=im.PreviousState.NOT_INSPECTED),
        inspectors=(im.Person(name="Tom Weir", role=im.PersonRole.LEAD),),
        scope=("contact", "referral"),
        evidence=[im.EvidenceSource(method=im.EvidenceMethod.INTERVIEW, text="talks with staff")],
        judgements=[im.Judgement(area="front-door", grade="good", rank=2)],
        findings=[finding],
        declared=(
            im.Declaration(
                category=im.Category.PRIORITY_ACTION, state=im.DeclarationState.SPECIFIED, count=4
            ),
        ),
        earlier_inspections=[im.EarlierInspection(as_printed="inspection in May 2006", year=2006, month=5)],
        obligations=(
            im.Obligation(text="An action plan is due.", due=im.Due(unit=im.DueUnit.WORKING_DAYS, count=70)),
        ),
        publication=im.Publication(
            form=im.PublicationForm.LETTER, date=datetime.date(2009, 10, 28), recipients=(director,)
        ),
    )


def ask_a_record(inspection: im.Inspection) -> None:
    """Check the types of fields and properties."""
    assert_type(inspection.id, str)
    assert_type(inspection.finding_ids, tuple[str, ...])
    assert_type(inspection.findings, tuple[im.Finding, ...])
    assert_type(inspection.framework, str | None)
    assert_type([each.year for each in inspection.earlier_inspections], list[int | None])
    assert_type(inspection.declared[0].state.is_outcome, bool)
    assert_type([judgement.rank for judgement in inspection.judgements], list[int | None])
    if inspection.previous is not None:
        assert_type(inspection.previous.last_day, datetime.date | None)
    if inspection.authority is not None:
        assert_type(inspection.authority.identifier(im.IdentifierScheme.GSS), str | None)
    if inspection.visit is not None:
        assert_type(inspection.visit.days, tuple[datetime.date, ...])
        assert_type(inspection.visit.first_day, datetime.date | None)
    if inspection.legal_basis is not None:
        assert_type(inspection.legal_basis.uri(on=datetime.date(2009, 10, 6)), str | None)
    for obligation in inspection.obligations:
        due = obligation.due_date(start=datetime.date(2009, 10, 28), holidays=set[datetime.date]())
        assert_type(due, datetime.date | None)
    ranked = [finding for finding in inspection.findings if finding.category.rank is not None]
    assert_type(ranked, list[im.Finding])
    assert_type(attrs.evolve(inspection, findings=ranked), im.Inspection)


def rate(inspection: im.Inspection, authority: im.Authority) -> im.AnnualRating:
    """Build the annual rating to which a visit contributed."""
    return im.AnnualRating(
        authority=authority,
        year=2009,
        rating=im.Rating.PERFORMS_ADEQUATELY,
        limited_by=(inspection.id,),
    )


def read_a_letter(text: str) -> im.Inspection:
    """Read a text, and quote the source of a fact."""
    reading = im.read_letter(text, frameworks=im.shipped_frameworks())
    assert_type(reading, im.Reading)
    assert_type(reading.coverage, float)
    assert_type(reading.quote("/findings/0/text"), str)
    unread = [passage for passage in reading.passages if passage.role == im.PassageRole.UNREAD]
    assert_type(unread, list[im.Passage])
    first_page = [passage for passage in reading.passages if reading.page_of(passage.start) == 1]
    assert_type(first_page, list[im.Passage])
    mismatches = [remark for remark in reading.remarks if remark.code is im.RemarkCode.COUNT_MISMATCH]
    assert_type(mismatches, list[im.Remark])
    return reading.inspection


def read_a_file(path: Path) -> im.Reading | None:
    """Read a file, and handle its errors."""
    try:
        return im.read_letter_file(path)
    except im.LetterFileError as error:
        assert_type(error.path, str)
    except im.LetterFormatError as error:
        assert_type(error.hint, str | None)
    except im.MissingExtraError as error:
        assert_type(error.extra, str)
    return None


def read_bytes(data: bytes, view: memoryview) -> tuple[im.Reading, ...]:
    """Read the content of a file that is stored elsewhere."""
    first = im.read_letter_bytes(data, name="letter.pdf", max_bytes=1_000_000)
    assert_type(first, im.Reading)
    return first, im.read_letter_bytes(view)


def read_a_folder(folder: Path) -> Iterator[im.Reading]:
    """Read many files; the error of an invalid file is a result."""
    paths = sorted(folder.glob("*.pdf"))
    results = im.read_letters(paths, processes=2, max_seconds=10, max_memory=500_000_000, max_bytes=1e7)
    assert_type(results, Iterator[im.Reading | im.InspectionModelError])
    try:
        for result in results:
            if isinstance(result, im.Reading):
                yield result
    except im.WorkerError as error:
        assert_type(error.hint, str)


def make_tables(readings: Iterable[im.Reading], folder: Path) -> tuple[Path, ...]:
    """Make tables in memory and in files."""
    table = tables.findings(readings)
    assert_type(table, tables.Table)
    documents = [tables.Document(record=reading, file="letter.pdf") for reading in readings]
    return tables.write_tables(documents, folder / "letters.xlsx", tables=("findings", "inspections"))


def look_up(authority: im.Authority) -> str | None:
    """Look up the region of an authority in the register."""
    entry = im.registered_authority(authority)
    assert_type(entry, im.RegisteredAuthority | None)
    current = [each for each in im.authorities() if each.until is None]
    former = im.find_authority(im.IdentifierScheme.DFE, "370")
    return entry.region if entry and entry in (*current, *former) else None


def use_a_framework_of_my_own(path: Path, text: str) -> im.Framework | None:
    """Read letters of a custom framework."""
    try:
        framework = im.load_framework(path)
    except im.FrameworkError as error:
        assert_type(error.reason, str)
        return None
    assert_type(im.read_letter(text, frameworks=[framework]).inspection, im.Inspection)
    return framework


def exchange(inspection: im.Inspection) -> tuple[str, bytes]:
    """Write JSON, and read it strictly."""
    text = im.dumps(inspection, indent=2)
    assert_type(text, str)
    assert_type(im.canonical_bytes(inspection), bytes)
    try:
        again = im.loads(text)
    except im.SchemaVersionError as error:
        assert_type(error.source, str | None)
    except im.DocumentError as error:
        assert_type(error.faults, tuple[im.Fault, ...])
    else:
        assert_type(again, im.Inspection | im.Reading | im.AnnualRating | im.Comparison | im.History)
    return im.content_hash(inspection), im.canonical_bytes(inspection)


def exchange_many(folder: Path, records: list[im.Inspection]) -> int:
    """Write and read many records in one file, and get the schema of a line."""
    written = im.write_json_lines(records, folder / "inspections.jsonl")
    errors: list[im.DocumentError] = []
    for record in im.iter_json_lines(folder / "inspections.jsonl", errors=errors):
        if isinstance(record, im.Inspection):
            written -= 1
    assert len(im.load_json_lines(folder / "inspections.jsonl")) == len(records)
    assert im.json_schema("inspection")["type"] == "object"
    return written + len(errors)


def convert(data: Any) -> im.Inspection:
    """Use a new converter, or configure an existing one."""
    own = cattrs.Converter()
    im.configure_converter(own)
    assert_type(im.make_converter(), cattrs.Converter)
    return own.structure(data, im.Inspection)


def show(inspection: im.Inspection) -> Iterable[str]:
    """Render a record."""
    assert_type(im.check(inspection), tuple[im.Remark, ...])
    return (
        im.render_text(inspection),
        im.render_markdown(inspection),
        im.render_html(inspection),
        im.__version__,
    )


def publish(results: list[im.Reading | im.LetterFileError | im.LetterFormatError], folder: Path) -> Path:
    """Write a site, with the errors in place of bad files."""
    index = im.write_site(results, folder / "site", title="Visits", frameworks=im.shipped_frameworks())
    assert_type(index, Path)
    return index


def refuse() -> None:
    """Handle the error of an invalid value."""
    try:
        im.Identifier(scheme=im.IdentifierScheme.DFE, value="12")
    except im.InvalidValueError as error:
        assert_type(error.where, str)
    except im.InvalidTypeError as error:
        assert_type(error.expected, str)


def compare_two(earlier: im.Inspection, later: im.Inspection) -> Iterator[str]:
    """Compare two inspections and look at each kind of change."""
    comparison = im.compare(earlier, later, threshold=60)
    assert_type(comparison.mirrored, im.Comparison)
    assert comparison.measure is im.SimilarityMeasure.SHARED_WORDS
    for change in comparison.findings:
        assert_type(change, im.FindingChange)
        assert_type(change.later, im.PlacedFinding | None)
        if change.kind is im.FindingChangeKind.REWORDED and change.is_suggestion:
            assert_type(change.wording, tuple[im.WordChange, ...])
            yield f"{change.similarity} %"
    for judged in comparison.judgements:
        assert_type(judged, im.JudgementChange)
        if judged.kind is im.JudgementChangeKind.WORSE:
            yield "worse"
    for stated in comparison.declared:
        assert_type(stated, im.DeclarationChange)
        assert_type(stated.difference, int | None)


def follow(readings: list[im.Reading]) -> Iterator[str]:
    """Ask what became of each area for priority action."""
    for history in im.histories(readings, with_predecessors=True):
        assert_type(history, im.History)
        assert_type(history.successions, tuple[im.Succession, ...])
        assert_type(history.judgements, tuple[im.DatedJudgement, ...])
        for action in history.priority_actions:
            assert_type(action, im.PriorityAction)
            for later in action.later:
                assert_type(later, im.LaterDocument)
                if later.mention is not im.Mention.SILENT:
                    yield action.id
