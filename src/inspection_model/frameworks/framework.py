"""A framework: the rule set of one kind of inspection, as data."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import final

import attrs

from inspection_model.frameworks.phrase import Phrase, fold_words
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.model.obligation import Due
from inspection_model.vocabulary import Category, DueUnit

__all__ = [
    "FACTS",
    "Dates",
    "Framework",
    "Meaning",
    "ObligationRule",
    "Provision",
    "Section",
    "fold_heading",
]

FACTS: Mapping[str, frozenset[str]] = {
    "subject": frozenset({"authority"}),
    "opening": frozenset({"authority", "visit"}),
    "inspectors": frozenset({"inspectors", "visit"}),
    "further_inspectors": frozenset({"inspectors"}),
    "legal_basis": frozenset({"legal_basis"}),
    "contributes_to": frozenset({"contributes_to"}),
    "looked_at": frozenset({"looked_at"}),
    "evidence": frozenset({"evidence"}),
    "interviews": frozenset({"people"}),
    "declared": frozenset({"declared"}),
}
"""The facts that phrases give, each with the names of the gaps that its phrases may have.

Days in a phrase of the inspectors only say where the names stand: "on {visit} by {inspectors}".
"""


def fold_heading(text: str) -> str:
    """Fold a heading for comparison: case, white space, quotes, trailing punctuation, footnote digit.

    A soft hyphen is a typesetter's hint and no part of a word.

    "What needs to improve in this area of practice?1" and "What needs to improve in this area of
    practice:" are one heading.
    """
    folded = fold_words(" ".join(text.replace("\u00ad", "").split())).rstrip(" .:;?!*-")
    # A footnote's digit is glued to the last word or to its punctuation.
    return folded.rstrip("0123456789\u00b9\u00b2\u00b3").rstrip(" .:;?!*-") or folded


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Dates:
    """A stretch of time. ``None`` is an open end.

    Attributes:
        since: The first day.
        until: The last day.
    """

    since: datetime.date | None = None
    until: datetime.date | None = None

    def hold_on(self, day: datetime.date) -> bool:
        """Whether a day lies in the stretch."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Provision:
    """A legal basis with the dates on which it held.

    Attributes:
        basis: The provision.
        dates: When it held.
        printed: The ways in which letters name it; the first is the one that is written.
    """

    basis: LegalBasis
    dates: Dates
    printed: tuple[str, ...]


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Meaning:
    """What a category meant in a stretch of time.

    Attributes:
        text: The meaning.
        dates: When it held.
    """

    text: str
    dates: Dates


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Section:
    """The part of a letter that lists the findings of one category.

    Attributes:
        category: The category.
        headings: Its headings in all wordings; the first is the one that is written.
        lead_ins: The sentences that open it without a heading; the first is the one written.
        terms: What the prose calls its findings when it counts them: singular, plural, others.
        none: How the prose says that there are none.
        carried_over: How the prose points back to an earlier letter's findings.
        meanings: What the category meant, by period.
    """

    category: Category
    headings: tuple[str, ...] = ()
    lead_ins: tuple[Phrase, ...] = ()
    terms: tuple[str, ...] = ()
    none: tuple[Phrase, ...] = ()
    carried_over: tuple[Phrase, ...] = ()
    meanings: tuple[Meaning, ...] = ()

    def meaning_on(self, day: datetime.date) -> str | None:
        """Give what the category meant on a day, or ``None`` when the data does not say."""
        for meaning in self.meanings:
            if meaning.dates.hold_on(day):
                return meaning.text
        return None


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class ObligationRule:
    """An obligation that the framework attaches to the findings of a category.

    Attributes:
        category: The category whose findings bring it.
        to: Whom it binds.
        phrases: How letters announce it; the gaps ``count`` and ``date`` give the time.
        unit: What the time counts in; ``None`` where no time is set.
    """

    category: Category
    to: str | None
    phrases: tuple[Phrase, ...]
    unit: DueUnit | None = None

    def due(self, *, count: int | None = None, date: datetime.date | None = None) -> Due | None:
        """Give the due rule for what a letter printed; ``None`` where it printed too little."""
        if self.unit is None or (self.unit is DueUnit.DATE and date is None):
            return None
        if self.unit in (DueUnit.DATE, DueUnit.NEXT_INSPECTION):
            return Due(unit=self.unit, date=date)
        return Due(unit=self.unit, count=count) if count else None


def _of_every_fact(phrases: Mapping[str, tuple[Phrase, ...]]) -> Mapping[str, tuple[Phrase, ...]]:
    return {fact: phrases.get(fact, ()) for fact in FACTS}


@final
@attrs.frozen(kw_only=True, weakref_slot=False, eq=False)
class Framework:
    """One kind of inspection: how its letters are recognised, read and written.

    Frameworks are compared by identity: what the reader works out from one is kept for it.

    Attributes:
        id: The id that a record carries, such as ``ofsted-ucra``.
        title: The kind's full name.
        inspectorate: The name of the body that inspects.
        dates: When inspections of this kind took place.
        subjects: The words in a letter's opening sentence or subject by which the kind is recognised.
        provisions: Its legal bases.
        phrases: For each fact (`FACTS`) the phrases that give it; those of `Wording.phrases` come first.
            A fact that is left out has none.
        sections: Its sections, in the order in which they are written.
        obligations: The obligations it attaches.
        boilerplate: Phrases of sentences that every letter has and that give no fact.
        closing: Such phrases of the sentences that the end of a letter opens with: no finding stands
            below them.
        signed_by: Words of the posts of those who sign its letters; a letter that only its subject line
            tells is signed by one of them. Without words anybody may sign.
        names_inspectors: Whether every letter names them, so that it is remarkable when one does not.
    """

    id: str
    title: str
    inspectorate: str
    dates: Dates = Dates()
    subjects: tuple[str, ...] = ()
    provisions: tuple[Provision, ...] = ()
    phrases: Mapping[str, tuple[Phrase, ...]] = attrs.field(
        factory=dict[str, tuple[Phrase, ...]], converter=_of_every_fact
    )
    sections: tuple[Section, ...] = ()
    obligations: tuple[ObligationRule, ...] = ()
    boilerplate: tuple[Phrase, ...] = ()
    closing: tuple[Phrase, ...] = ()
    signed_by: tuple[str, ...] = ()
    names_inspectors: bool = False

    def section(self, category: Category) -> Section | None:
        """Give the section of a category, or ``None`` when the framework has none."""
        for section in self.sections:
            if section.category is category:
                return section
        return None

    def provision(self, basis: LegalBasis) -> Provision | None:
        """Give the provision of a legal basis with its dates, or ``None`` when it is not known."""
        for provision in self.provisions:
            if provision.basis == basis:
                return provision
        return None
