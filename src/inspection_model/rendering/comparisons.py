"""Building the format-independent report of a comparison."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from inspection_model.comparing.comparison import (
    Comparison,
    DeclarationChange,
    FindingChange,
    JudgementChange,
    WordChange,
)
from inspection_model.comparing.words import full_text
from inspection_model.model.declaration import Declaration
from inspection_model.model.judgement import Judgement
from inspection_model.rendering.judging import judgement_rows
from inspection_model.rendering.labels import labels
from inspection_model.rendering.report import (
    Detail,
    Item,
    Items,
    Note,
    Report,
    ReportBlock,
    ReportSection,
    Table,
)
from inspection_model.vocabulary import FindingChangeKind, SimilarityMeasure

__all__ = ["KINDS_IN_ORDER", "changed_words", "comparison_report", "declared_cells", "judgement_cells"]

KINDS_IN_ORDER = (
    FindingChangeKind.MOVED,
    FindingChangeKind.REWORDED,
    FindingChangeKind.NEW,
    FindingChangeKind.GONE,
    FindingChangeKind.KEPT,
)
"""The kinds of change in the order of a report: first what changed."""


def comparison_report(comparison: Comparison) -> Report:
    """Build the report of a comparison."""
    titles, facts = labels().titles, labels().facts
    sections = [
        ReportSection("judgements", titles["judgements"], (*_judgements(comparison.judgements),)),
        ReportSection("declared", titles["declared"], (*_declared(comparison.declared),)),
        *_findings(comparison),
    ]
    shown = [section for section in sections if section.blocks]
    measure = labels().measures[comparison.measure]
    note = Note(facts["threshold"].format(threshold=comparison.threshold, measure=measure))
    about = ReportSection("comparison", titles["comparison"], (note, *([] if shown else [_empty()])))
    kind = f"{comparison.earlier} → {comparison.later}"
    return Report(title=titles["comparison"], kind=kind, sections=(*shown, about))


def _empty() -> Note:
    return Note(labels().facts["no_changes"])


def judgement_cells(change: JudgementChange) -> tuple[str, str, str, str]:
    """Return area, earlier grade, later grade and the word for the change."""
    (area, _), *_ = judgement_rows([each for each in (change.later, change.earlier) if each], None)
    word = labels().judgement_changes[change.kind]
    return area, _grade(change.earlier), _grade(change.later), word


def _grade(judgement: Judgement | None) -> str:
    return next((grade for _, grade in judgement_rows([judgement] if judgement else [], None)), "–")


def _judgements(changes: Iterable[JudgementChange]) -> Iterator[ReportBlock]:
    rows = tuple(map(judgement_cells, changes))
    if rows:
        yield Table(_headings("area", "earlier", "later", "change"), rows)


def _headings(*names: str) -> tuple[str, ...]:
    return tuple(labels().facts[name] for name in names)


def declared_cells(change: DeclarationChange) -> tuple[str, str, str, str]:
    """Return category, earlier statement, later statement and the difference of the numbers."""
    either = change.earlier or change.later
    category = labels().categories[either.category][1] if either else ""
    difference = "–" if change.difference is None else f"{change.difference:+}"
    return category, _statement(change.earlier), _statement(change.later), difference


def _statement(declaration: Declaration | None) -> str:
    return labels().states[declaration.state].format(count=declaration.count) if declaration else "–"


def _declared(changes: Iterable[DeclarationChange]) -> Iterator[ReportBlock]:
    rows = tuple(map(declared_cells, changes))
    if rows:
        yield Table(_headings("category", "earlier", "later", "difference"), rows)


def _findings(comparison: Comparison) -> Iterator[ReportSection]:
    for kind in KINDS_IN_ORDER:
        changes = [change for change in comparison.findings if change.kind is kind]
        notes = [Note(labels().facts["gone_note"])] if kind is FindingChangeKind.GONE else []
        if changes:
            items = Items(tuple(_item(change, comparison.measure) for change in changes))
            title = f"{labels().changes[kind]} ({len(changes)})"
            yield ReportSection(kind.value, title, (*notes, items))


def _item(change: FindingChange, measure: SimilarityMeasure) -> Item:
    sides = [side for side in (change.earlier, change.later) if side]
    categories = dict.fromkeys(labels().categories[side.finding.category][0] for side in sides)
    areas = dict.fromkeys(side.finding.area for side in sides if side.finding.area)
    last = sides[-1].finding
    details = [Detail(labels().facts["category"], (" → ".join(categories),))]
    if areas:
        details.append(Detail(labels().facts["area"], (" → ".join(areas),)))
    if change.wording:
        words = (
            labels()
            .facts["suggested"]
            .format(similarity=change.similarity, measure=labels().measures[measure])
        )
        details.append(Detail(labels().facts["wording"], (changed_words(change.wording),)))
        details.append(Detail(labels().facts["similarity"], (words,)))
    details.append(Detail(labels().facts["id"], tuple(side.id for side in sides)))
    return Item(text=full_text(last), details=tuple(details))


def changed_words(wording: Iterable[WordChange]) -> str:
    """Return a word-level difference as text: ``[-removed-]`` and ``{+added+}``, as ``git`` writes it."""
    pieces: list[str] = []
    for change in wording:
        if change.earlier == change.later:
            pieces.append(change.earlier or "")
        else:
            removed = f"[-{change.earlier}-]" if change.earlier else ""
            added = f"{{+{change.later}+}}" if change.later else ""
            pieces.append(removed + added)
    return " ".join(pieces)
