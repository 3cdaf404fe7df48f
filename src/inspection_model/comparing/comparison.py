"""What changed between two inspections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import final

import attrs

from inspection_model.model import fields
from inspection_model.model.declaration import Declaration
from inspection_model.model.finding import Finding
from inspection_model.model.judgement import Judgement
from inspection_model.model.pickling import pickles_as_document
from inspection_model.vocabulary import FindingChangeKind, JudgementChangeKind, SimilarityMeasure

__all__ = [
    "Comparison",
    "DeclarationChange",
    "FindingChange",
    "JudgementChange",
    "PlacedFinding",
    "WordChange",
]

_MOST_FINDINGS = 2**31 - 1


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class PlacedFinding:
    """A finding with its place in the record of an inspection.

    Attributes:
        id: The id of the finding, as in `Inspection.finding_ids`.
        place: Its position among all findings of the inspection, from 1.
        finding: The finding.
    """

    id: str = attrs.field(validator=fields.text)
    place: int = attrs.field(validator=fields.number(least=1, most=_MOST_FINDINGS))
    finding: Finding = attrs.field(validator=fields.instance(Finding))


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class WordChange:
    """A run of words of two texts: shared by both, replaced, only in the earlier or only in the later.

    Attributes:
        earlier: The words of the earlier text.
        later: The words of the later text; the same as ``earlier`` if both texts share them.

    Raises:
        InvalidValueError: If there are no words at all.
    """

    earlier: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    later: str | None = attrs.field(default=None, validator=fields.optional(fields.text))

    def __attrs_post_init__(self) -> None:
        if self.earlier is None and self.later is None:
            raise fields.refuse(self, "earlier", "words of at least one text", None)


def _word_changes(value: Iterable[WordChange]) -> tuple[WordChange, ...]:
    return fields.as_tuple(value)


def _check_sides(change: FindingChange | JudgementChange) -> None:
    """Check that a change has the sides that its kind implies."""
    for name, without in (("earlier", "new"), ("later", "gone")):
        value = getattr(change, name)
        if (value is None) != (change.kind == without):
            raise fields.refuse(change, name, f"a value if and only if the kind is not {without}", value)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class FindingChange:
    """What became of a finding, by the words of two documents.

    Attributes:
        kind: Whether it was kept, reworded, moved, or is only in one of the inspections.
        earlier: The finding of the earlier inspection; ``None`` if the kind is ``new``.
        later: The finding of the later inspection; ``None`` if the kind is ``gone``. That a finding is
            gone does not mean that it was addressed.
        similarity: How alike the two are, in percent, by the measure of the comparison; ``None`` if there
            is only one.
        wording: The word-level difference, if the texts differ.

    Raises:
        InvalidValueError: If a side or the similarity is missing, or is there and should not be.
    """

    kind: FindingChangeKind = attrs.field(validator=fields.instance(FindingChangeKind))
    earlier: PlacedFinding | None = attrs.field(
        default=None, validator=fields.optional(fields.instance(PlacedFinding))
    )
    later: PlacedFinding | None = attrs.field(
        default=None, validator=fields.optional(fields.instance(PlacedFinding))
    )
    similarity: int | None = attrs.field(
        default=None, validator=fields.optional(fields.number(least=0, most=100))
    )
    wording: tuple[WordChange, ...] = attrs.field(
        default=(), converter=_word_changes, validator=fields.instances(WordChange)
    )

    def __attrs_post_init__(self) -> None:
        _check_sides(self)
        single = self.earlier is None or self.later is None
        if single != (self.similarity is None):
            raise fields.refuse(
                self, "similarity", "a similarity if and only if there are two findings", self.similarity
            )

    @property
    def is_suggestion(self) -> bool:
        """Whether the pair rests on likeness, because the texts of the two findings differ."""
        return bool(self.wording)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class JudgementChange:
    """How the judgement of an area changed.

    Attributes:
        kind: Whether it is better, the same or worse, or is only in one of the inspections.
        earlier: The judgement of the earlier inspection; ``None`` if the kind is ``new``.
        later: The judgement of the later inspection; ``None`` if the kind is ``gone``.

    Raises:
        InvalidValueError: If a side is missing, or is there and should not be.
    """

    kind: JudgementChangeKind = attrs.field(validator=fields.instance(JudgementChangeKind))
    earlier: Judgement | None = attrs.field(
        default=None, validator=fields.optional(fields.instance(Judgement))
    )
    later: Judgement | None = attrs.field(default=None, validator=fields.optional(fields.instance(Judgement)))

    def __attrs_post_init__(self) -> None:
        _check_sides(self)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class DeclarationChange:
    """What the prose of two documents declares about the number of findings of a category.

    Attributes:
        earlier: The statement of the earlier document, if there is one.
        later: The statement of the later document, if there is one.

    Raises:
        InvalidValueError: If there is no statement at all.
    """

    earlier: Declaration | None = attrs.field(
        default=None, validator=fields.optional(fields.instance(Declaration))
    )
    later: Declaration | None = attrs.field(
        default=None, validator=fields.optional(fields.instance(Declaration))
    )

    def __attrs_post_init__(self) -> None:
        if self.earlier is None and self.later is None:
            raise fields.refuse(self, "earlier", "a statement of at least one document", None)

    @property
    def difference(self) -> int | None:
        """The later number minus the earlier one, or ``None`` unless both documents state a number."""
        if self.earlier is None or self.later is None:
            return None
        if self.earlier.count is None or self.later.count is None:
            return None
        return self.later.count - self.earlier.count


def _findings(value: Iterable[FindingChange]) -> tuple[FindingChange, ...]:
    return fields.as_tuple(value)


def _judgements(value: Iterable[JudgementChange]) -> tuple[JudgementChange, ...]:
    return fields.as_tuple(value)


def _declared(value: Iterable[DeclarationChange]) -> tuple[DeclarationChange, ...]:
    return fields.as_tuple(value)


@final
@pickles_as_document
@attrs.frozen(kw_only=True, weakref_slot=False)
class Comparison:
    """What changed between two inspections, by the words of their documents.

    Attributes:
        earlier: The id of the earlier inspection.
        later: The id of the later inspection.
        measure: The measure of the similarities.
        threshold: The least similarity of a pair, in percent.
        findings: The findings of both, by the smaller of their places.
        judgements: The judgements of both, by the smaller of their places.
        declared: The statements of both about numbers of findings, by category.
    """

    earlier: str = attrs.field(validator=fields.text)
    later: str = attrs.field(validator=fields.text)
    measure: SimilarityMeasure = attrs.field(validator=fields.instance(SimilarityMeasure))
    threshold: int = attrs.field(validator=fields.number(least=1, most=100))
    findings: tuple[FindingChange, ...] = attrs.field(
        default=(), converter=_findings, validator=fields.instances(FindingChange)
    )
    judgements: tuple[JudgementChange, ...] = attrs.field(
        default=(), converter=_judgements, validator=fields.instances(JudgementChange)
    )
    declared: tuple[DeclarationChange, ...] = attrs.field(
        default=(), converter=_declared, validator=fields.instances(DeclarationChange)
    )

    @property
    def counts(self) -> Mapping[FindingChangeKind, int]:
        """The number of findings of each kind of change."""
        found = Counter(change.kind for change in self.findings)
        return {kind: found[kind] for kind in FindingChangeKind}

    @property
    def mirrored(self) -> Comparison:
        """The comparison in the other direction, where what is new is gone, and better is worse."""
        return Comparison(
            earlier=self.later,
            later=self.earlier,
            measure=self.measure,
            threshold=self.threshold,
            findings=map(_mirrored_finding, self.findings),
            judgements=map(_mirrored_judgement, self.judgements),
            declared=(DeclarationChange(earlier=each.later, later=each.earlier) for each in self.declared),
        )


def _mirrored_finding(change: FindingChange) -> FindingChange:
    return FindingChange(
        kind=FindingChangeKind(_MIRRORED.get(change.kind, change.kind)),
        earlier=change.later,
        later=change.earlier,
        similarity=change.similarity,
        wording=(WordChange(earlier=each.later, later=each.earlier) for each in change.wording),
    )


def _mirrored_judgement(change: JudgementChange) -> JudgementChange:
    kind = JudgementChangeKind(_MIRRORED.get(change.kind, change.kind))
    return JudgementChange(kind=kind, earlier=change.later, later=change.earlier)


_MIRRORED: dict[str, str] = {"new": "gone", "gone": "new", "better": "worse", "worse": "better"}
