"""Consistency checks on a record; what is inconsistent is a remark, not an error."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import cast

import attrs

from inspection_model.frameworks.arguments import known_frameworks
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.grading import form_of
from inspection_model.frameworks.loading import find_framework
from inspection_model.judgement_checks import judgement_remarks
from inspection_model.model.arguments import check_inspection
from inspection_model.model.characters import INVISIBLE
from inspection_model.model.declaration import Declaration
from inspection_model.model.inspection import Inspection
from inspection_model.model.publication import Publication
from inspection_model.model.reading import Remark
from inspection_model.vocabulary import Category, DeclarationState, PublicationForm, RemarkCode

__all__ = ["check", "compare", "invisible_characters"]

_SATURDAY = 5
# The longest visit in the published letters lasted four weeks; misprinted ones last about a year.
_LONG_VISIT = 60


def check(inspection: Inspection, *, frameworks: Iterable[Framework] | None = None) -> tuple[Remark, ...]:
    """Check that a record is consistent in itself and with its framework.

    Compares the declared with the listed findings, the date of the letter with the visit, and the
    visit with weekends and with the dates of the legal basis and of the framework. Compares the grades
    in headings with the judgements. Reports missing facts and invisible characters. Which facts are
    expected depends on the framework and on the form of the document: a report is not signed.

    Args:
        inspection: The record.
        frameworks: The known frameworks; by default those of the package.

    Returns:
        The remarks, each with a pointer to the fact concerned unless that fact is missing.

    Raises:
        InvalidTypeError: If an argument has the wrong type, such as a `Reading` for an inspection.
    """
    check_inspection(inspection, where="check(inspection)")
    known = known_frameworks(frameworks, where="check(frameworks)")
    framework = find_framework(inspection.framework, known)
    return (*compare(inspection, framework), *invisible_characters(inspection))


def compare(inspection: Inspection, framework: Framework | None) -> tuple[Remark, ...]:
    """Compare the facts of a record with each other and with its framework, if it is known."""
    remarks = [*_counts(inspection), *_dates(inspection, form_of(inspection, framework))]
    if framework is not None:
        remarks += [*_legal_basis(inspection, framework), *_years(inspection, framework)]
        remarks += _emptiness(inspection, framework)
        remarks += judgement_remarks(inspection, framework)
    return tuple(remarks)


def invisible_characters(inspection: Inspection) -> Iterator[Remark]:
    """Yield a remark for each fact with a character that is invisible or changes the direction of text."""
    for pointer, text in _texts(inspection, ""):
        if not text.isascii() and (found := INVISIBLE.search(text)):
            yield Remark(
                code=RemarkCode.INVISIBLE_CHARACTER,
                message=f"contains the invisible character U+{ord(found.group()):04X}",
                pointer=pointer,
            )


def _texts(value: object, pointer: str) -> Iterator[tuple[str, str]]:
    """Yield the pointer and the value of every text of a record."""
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, tuple):
        for index, item in enumerate(cast("tuple[object, ...]", value)):
            yield from _texts(item, f"{pointer}/{index}")
    elif attrs.has(type(value)):
        for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(value))):
            yield from _texts(getattr(value, field.name), f"{pointer}/{field.name}")


def _counts(inspection: Inspection) -> Iterator[Remark]:
    """Compare the declared with the listed number of findings."""
    if not inspection.declared:
        return
    listed = Counter(finding.category for finding in inspection.findings)
    differing: dict[Category, list[int]] = {}
    for index, declaration in enumerate(inspection.declared):
        if _differs(declaration, listed[declaration.category]):
            differing.setdefault(declaration.category, []).append(index)
    # One remark per category, even if a letter repeats its count many times.
    for category, (first, *others) in differing.items():
        declaration = inspection.declared[first]
        words = f' ("{declaration.as_printed}")' if declaration.as_printed else ""
        declared = f"{_declared(declaration)} declared in category {category}{words}"
        yield Remark(
            code=RemarkCode.COUNT_MISMATCH,
            message=f"{declared}, {listed[category]} listed",
            pointer=f"/declared/{first}",
            related=(
                *(f"/declared/{index}" for index in others),
                *(f"/findings/{i}" for i, f in enumerate(inspection.findings) if f.category is category),
            ),
        )


def _differs(declaration: Declaration, listed: int) -> bool:
    """Return whether the declared number of findings differs from the listed number."""
    match declaration.state:
        case DeclarationState.SPECIFIED:
            return declaration.count != listed
        case DeclarationState.UNSPECIFIED:
            return listed == 0
        case DeclarationState.NONE:
            return listed > 0
        case _:  # carried over: listed by an earlier letter
            return False


def _declared(declaration: Declaration) -> str:
    if declaration.state is DeclarationState.UNSPECIFIED:
        return "some"
    return str(declaration.count or 0)


def _dates(inspection: Inspection, form: PublicationForm) -> Iterator[Remark]:
    """Compare the days on site with weekends and with the date of the letter or report."""
    visit, letter = inspection.visit, inspection.publication
    if visit is None or visit.last_day is None or visit.first_day is None:
        return
    if letter is not None and letter.date is not None and letter.date < visit.last_day:
        yield Remark(
            code=RemarkCode.LETTER_BEFORE_VISIT,
            message=f"the {form} is dated {letter.date}, before the visit ended on {visit.last_day}",
            pointer="/publication/date",
            related=("/visit",),
        )
    stretch = (visit.last_day - visit.first_day).days + 1
    if stretch > _LONG_VISIT:
        yield Remark(
            code=RemarkCode.VISIT_LONG,
            message=f"the visit spans {stretch} days",
            pointer="/visit",
        )
        return  # weekends mean nothing in such a visit
    for period in visit.periods:
        # A period of several days may include a weekend; a single day should not be on one.
        day = period.start
        if day == period.end and day.weekday() >= _SATURDAY:
            yield Remark(
                code=RemarkCode.VISIT_ON_WEEKEND,
                message=f"{day} is a {'Saturday' if day.weekday() == _SATURDAY else 'Sunday'}",
                pointer="/visit",
            )


def _legal_basis(inspection: Inspection, framework: Framework) -> Iterator[Remark]:
    """Check that the legal basis was in force on the days of the visit."""
    basis, days = inspection.legal_basis, _ends(inspection)
    provision = framework.provision(basis) if basis else None
    if provision is not None and basis is not None:
        for day in days:
            if not provision.dates.hold_on(day):
                yield Remark(
                    code=RemarkCode.LEGAL_BASIS_NOT_IN_FORCE,
                    message=f"{provision.printed[0]} was not in force on {day}",
                    pointer="/legal_basis",
                    related=("/visit",),
                )
                return


def _years(inspection: Inspection, framework: Framework) -> Iterator[Remark]:
    """Check that the framework was in use on the days of the visit."""
    for day in _ends(inspection):
        if not framework.dates.hold_on(day):
            yield Remark(
                code=RemarkCode.FRAMEWORK_NOT_IN_USE,
                message=f"the framework {framework.id} was not in use on {day}",
                pointer="/framework",
                related=("/visit",),
            )
            return


def _ends(inspection: Inspection) -> tuple[datetime.date, ...]:
    visit = inspection.visit
    if visit is None or visit.first_day is None or visit.last_day is None:
        return ()
    return (visit.first_day, visit.last_day)


def _emptiness(inspection: Inspection, framework: Framework) -> Iterator[Remark]:
    """Yield a remark for each missing fact that documents of the framework have."""
    missing = (
        (inspection.authority is None, RemarkCode.AUTHORITY_MISSING, "no authority is named"),
        (inspection.visit is None, RemarkCode.VISIT_MISSING, "no days on site are named"),
        (not inspection.findings, RemarkCode.FINDINGS_MISSING, "no finding is listed"),
        (
            framework.names_inspectors and not inspection.inspectors,
            RemarkCode.INSPECTORS_MISSING,
            "no inspector is named",
        ),
        *_missing_parts(inspection, form_of(inspection, framework)),
    )
    for is_missing, code, words in missing:
        if is_missing:
            yield Remark(code=code, message=words)


def _missing_parts(inspection: Inspection, form: PublicationForm) -> tuple[tuple[bool, RemarkCode, str], ...]:
    """Return the parts that a document of a form has, each with whether it is missing."""
    if form is PublicationForm.REPORT:
        return ()
    letter = inspection.publication or Publication()
    undated = letter.date is None and letter.date_as_printed is None
    return (
        (undated, RemarkCode.LETTER_DATE_MISSING, "the letter has no date"),
        (not letter.recipients, RemarkCode.RECIPIENT_MISSING, "the letter has no addressee"),
        (not letter.signatories, RemarkCode.SIGNATORY_MISSING, "the letter has no signatory"),
    )
