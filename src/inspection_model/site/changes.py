"""What changed between neighbouring inspections of one kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import final

import attrs

from inspection_model.comparing import Comparison, FindingChange, compare
from inspection_model.rendering.comparisons import KINDS_IN_ORDER, judgement_cells
from inspection_model.rendering.labels import labels
from inspection_model.site.listed import Kind, Listed
from inspection_model.vocabulary import FindingChangeKind

__all__ = ["Changed", "Group", "changes"]


@final
@attrs.frozen
class Group:
    """The findings that changed in one way."""

    kind: FindingChangeKind
    changes: tuple[FindingChange, ...]

    @property
    def title(self) -> str:
        """What happened to the findings."""
        return labels().changes[self.kind]


@final
@attrs.frozen(kw_only=True)
class Changed:
    """The comparison of two inspections.

    Attributes:
        earlier: The earlier document.
        later: The later document.
        comparison: The comparison.
    """

    earlier: Listed
    later: Listed
    comparison: Comparison

    @property
    def groups(self) -> tuple[Group, ...]:
        """The findings, grouped by what happened to them; groups without findings are left out."""
        found = (
            Group(kind, tuple(each for each in self.comparison.findings if each.kind is kind))
            for kind in KINDS_IN_ORDER
        )
        return tuple(group for group in found if group.changes)

    @property
    def judgements(self) -> tuple[tuple[str, str, str, str], ...]:
        """The area, the grades before and after, and the change of each judgement."""
        return tuple(map(judgement_cells, self.comparison.judgements))


def changes(documents: Iterable[Listed]) -> Iterator[Changed]:
    """Yield the comparison of each dated document with the one before it of the same kind.

    Documents of different kinds list different things: a comparison of their findings would say that almost
    all of them are gone or new.

    Args:
        documents: The documents of one authority, oldest first.
    """
    last: dict[Kind, Listed] = {}
    for each in documents:
        if each.day is None or each.kind.id is None:
            continue
        before = last.get(each.kind)
        if before is not None:
            comparison = compare(before.inspection, each.inspection)
            yield Changed(earlier=before, later=each, comparison=comparison)
        last[each.kind] = each
