"""Labelled values and lists of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from inspection_model.rendering.labels import labels
from inspection_model.rendering.report import Detail, Item, Items, Printed, ReportBlock, Value

__all__ = ["detail", "items", "printed"]


def items(made: Iterable[Item]) -> list[ReportBlock]:
    """Return a list block of the items, or an empty list without items."""
    kept = tuple(made)
    return [Items(kept)] if kept else []


def detail(name: str, *values: Value | None) -> Iterator[Detail]:
    """Yield the values that are not ``None`` under their label; nothing if all are ``None``."""
    given = tuple(value for value in values if value is not None)
    if given:
        # A field without a label is shown under its own name.
        yield Detail(labels().facts.get(name, name.replace("_", " ").capitalize()), given)


def printed(name: str, *texts: str | None) -> Iterator[Detail]:
    """Yield words of the document under their label; nothing if all are ``None``."""
    return detail(name, *(Printed(text) for text in texts if text is not None))
