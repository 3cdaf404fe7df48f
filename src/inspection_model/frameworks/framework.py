"""A framework: the rules of one kind of inspection, as data."""

from __future__ import annotations

import datetime
from typing import Any, final

import attrs

from inspection_model.frameworks.body_kind import BodyKind
from inspection_model.frameworks.fact import Fact
from inspection_model.frameworks.obligation_rule import ObligationRule
from inspection_model.frameworks.phrase import Phrase
from inspection_model.frameworks.words import fold_headings, fold_texts
from inspection_model.frameworks.written import WrittenWords
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.vocabulary import Category, PublicationForm

__all__ = [
    "Area",
    "Dates",
    "Framework",
    "Grade",
    "JointInspectorate",
    "Meaning",
    "Provision",
    "Section",
]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Dates:
    """A period. ``None`` is an open end.

    Attributes:
        since: The first day.
        until: The last day.
    """

    since: datetime.date | None = None
    until: datetime.date | None = None

    def hold_on(self, day: datetime.date) -> bool:
        """Return whether a day lies in the period."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Provision:
    """A legal basis with the dates on which it was in force.

    Attributes:
        basis: The provision.
        dates: When it was in force.
        printed: The ways in which letters name it; the first is the one written by `render_text()`.
    """

    basis: LegalBasis
    dates: Dates
    printed: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Meaning:
    """What a category meant in a period.

    Attributes:
        text: The meaning.
        dates: When it applied.
    """

    text: str
    dates: Dates


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Grade:
    """A grade of the scale by which inspections of this kind judge.

    Attributes:
        id: The id that a judgement carries, such as ``requires-improvement``.
        rank: The rank in the scale; 1 is the best.
        printed: The ways in which documents print it; the first is the one written by `render_text()`.
    """

    id: str
    rank: int
    printed: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Area:
    """An area that inspections of this kind judge.

    Attributes:
        id: The id that a judgement and a finding carry, such as ``help-and-protection``.
        printed: The ways in which documents print it; the first is the one written by `render_text()`.
        in_sentences: Those with the slot ``authority``, which only sentences that judge have.
        part_of: The id of the area of which it is a part.
        dates: When it was judged.
    """

    id: str
    printed: tuple[str, ...]
    in_sentences: tuple[str, ...] = ()
    part_of: str | None = None
    dates: Dates = Dates()


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class JointInspectorate:
    """An inspectorate that takes part in joint inspections of this kind.

    Attributes:
        name: Its name.
        printed: Other ways in which documents print it, such as a short form.
        optional: Whether it takes part only if the document names it.
    """

    name: str
    printed: tuple[str, ...] = ()
    optional: bool = False

    @property
    def forms(self) -> tuple[str, ...]:
        """The ways in which documents print it, folded."""
        return fold_texts((self.name, *self.printed))


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Section:
    """The part of a letter that lists the findings of one category.

    Attributes:
        category: The category.
        headings: Its headings in all wordings; the first is the one written.
        lead_ins: The sentences that open it without a heading; the first is the one written.
        terms: What the prose calls its findings when it counts them: singular, plural, others.
        none: Phrases which state that there are no findings.
        carried_over: Phrases that refer to the findings of an earlier document.
        meanings: What the category meant, by period.
        area: The id of the judged area whose findings it lists. If it has no headings, its
            headings are the area's printed forms, each with a link and a grade: "Care leavers: good".
        keeps_area: Whether its findings are about the area of the section above: "Summary".
        unheaded: Whether its findings are those before the first heading, if it has no heading.
        subheadings: Whether unknown headings divide it; otherwise they end it.
        table: Whether its findings are the rows of a table with one column.
        responsible_cells: The words above the left column of its table, if its findings are the rows of
            one; that column has the bodies that are responsible, and a heading is above the other.
    """

    category: Category
    headings: tuple[str, ...] = ()
    lead_ins: tuple[Phrase, ...] = ()
    terms: tuple[str, ...] = ()
    none: tuple[Phrase, ...] = ()
    carried_over: tuple[Phrase, ...] = ()
    meanings: tuple[Meaning, ...] = ()
    area: str | None = None
    keeps_area: bool = False
    unheaded: bool = False
    subheadings: bool = False
    table: bool = False
    responsible_cells: tuple[str, ...] = ()

    def meaning_on(self, day: datetime.date) -> str | None:
        """Return what the category meant on a day, or ``None`` if the data has no meaning for it."""
        for meaning in self.meanings:
            if meaning.dates.hold_on(day):
                return meaning.text
        return None


@final
@attrs.frozen(kw_only=True, weakref_slot=False, eq=False, repr=False)
class Framework:
    """One kind of inspection: how its letters are recognised, read and written.

    Frameworks are compared by identity, so that what the reader derives from one can be cached.

    Attributes:
        id: The id that a record carries, such as ``ofsted-ucra``.
        title: The kind's full name.
        inspectorate: The name of the inspectorate.
        dates: When inspections of this kind took place.
        form: The form of its documents.
        subjects: The words in a letter's opening sentence or subject by which the kind is recognised.
        mentions: What documents of any kind call an inspection of this kind, folded: "focused visit".
        provisions: Its legal bases.
        facts: The facts that its prose states, in the order in which they are tried; those of the
            lexicon come first.
        sections: Its sections, in the order in which they are written.
        obligations: The obligations that it attaches.
        boilerplate: Phrases of standard sentences that state no fact.
        closing: Such phrases of the sentences that open the end of a letter: no finding follows them.
        signed_by: Words in the posts of those who sign its letters, folded. A letter that is recognised
            by its subject line alone must be signed by one of them. Empty: anyone may sign.
        names_inspectors: Whether every letter names its inspectors; one that does not gets a remark.
        grades: The scale by which its inspections judge, best first; empty if they give no grades.
        areas: The areas that its inspections judge, in the order in which they are written.
        grade_header: The cells above the areas and the grades in the table of judgements, folded.
        judgement_sentences: Sentences that judge an area, with the slots ``area`` and ``grade``.
        joint_inspectorates: The inspectorates that inspect together with the first one.
        above_title: The lines above the title of a report that do not belong to it, folded.
        partnerships: The words after the name of the authority in the title or the salutation, if both are
            the name of a partnership, folded.
        outcome_headings: The headings below which a paragraph judges the inspection as a whole, by the
            words of a grade, folded.
        aside_headings: The headings below which nothing is a finding, folded; with ``{}`` at the end, how
            such headings and paragraphs begin.
        closing_headings: The headings of the closing of a letter, folded.
        team_headings: The headings of a report below which each line names an inspector of each column,
            folded.
        body_headings: The headings of a report below which each column is a body of the partnership, folded.
        bodies: The kinds of those bodies.
        asides: How paragraphs of a report begin that are not part of the inspection, such as the standard
            text about the inspectorate, folded. All that is below the first is left out.
        written: Words of its reports as `render_text()` writes them.
    """

    id: str
    title: str
    inspectorate: str
    dates: Dates = Dates()
    form: PublicationForm = PublicationForm.LETTER
    subjects: tuple[str, ...] = ()
    mentions: tuple[str, ...] = attrs.field(default=(), converter=fold_texts)
    provisions: tuple[Provision, ...] = ()
    facts: tuple[Fact, ...] = ()
    sections: tuple[Section, ...] = ()
    obligations: tuple[ObligationRule, ...] = ()
    boilerplate: tuple[Phrase, ...] = ()
    closing: tuple[Phrase, ...] = ()
    signed_by: tuple[str, ...] = attrs.field(default=(), converter=fold_texts)
    names_inspectors: bool = False
    grades: tuple[Grade, ...] = ()
    areas: tuple[Area, ...] = ()
    grade_header: tuple[str, ...] = attrs.field(default=(), converter=fold_texts)
    judgement_sentences: tuple[Phrase, ...] = ()
    joint_inspectorates: tuple[JointInspectorate, ...] = ()
    above_title: tuple[str, ...] = attrs.field(default=(), converter=fold_headings)
    partnerships: tuple[str, ...] = attrs.field(default=(), converter=fold_texts)
    outcome_headings: tuple[str, ...] = attrs.field(default=(), converter=fold_headings)
    aside_headings: tuple[str, ...] = attrs.field(default=(), converter=fold_headings)
    closing_headings: tuple[str, ...] = attrs.field(default=(), converter=fold_headings)
    team_headings: tuple[str, ...] = attrs.field(default=(), converter=fold_headings)
    body_headings: tuple[str, ...] = attrs.field(default=(), converter=fold_headings)
    bodies: tuple[BodyKind, ...] = ()
    asides: tuple[str, ...] = attrs.field(default=(), converter=fold_texts)
    written: WrittenWords = attrs.field(factory=WrittenWords)

    def __repr__(self) -> str:
        """Return the class and the id; that of all phrases has 9,000 characters."""
        return f"<{type(self).__name__} {self.id}>"

    # IPython and Hypothesis print the fields of an attrs class, unless it has this method.
    def _repr_pretty_(self, printer: Any, _: bool) -> None:
        printer.text(repr(self))

    def section(self, category: Category, area: str | None = None) -> Section | None:
        """Return the section of a category and an area, or ``None`` if the framework has none.

        Without a section for the area, it is the first section of the category.
        """
        sections = [section for section in self.sections if section.category is category]
        return next((section for section in sections if section.area == area), next(iter(sections), None))

    def provision(self, basis: LegalBasis) -> Provision | None:
        """Return the provision of a legal basis with its dates, or ``None`` if it is not known."""
        return next((provision for provision in self.provisions if provision.basis == basis), None)

    def grade(self, grade_id: str | None) -> Grade | None:
        """Return the grade with an id, or ``None`` if the scale has none."""
        return next((grade for grade in self.grades if grade.id == grade_id), None)

    def area(self, area_id: str | None) -> Area | None:
        """Return the area with an id, or ``None`` if the framework has none."""
        return next((area for area in self.areas if area.id == area_id), None)
