"""What a site shows: the authorities, the kinds of inspection, the documents, and the files left out."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import final

import attrs

from inspection_model.comparing import History, histories
from inspection_model.comparing.dates import day_of
from inspection_model.comparing.history_remarks import superseded
from inspection_model.comparing.lineage import dfe_code
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.loading import find_framework
from inspection_model.model import Inspection
from inspection_model.registers import RegisteredAuthority, find_authority
from inspection_model.site.actions import Action, Standing
from inspection_model.site.listed import Kind, Listed, Place
from inspection_model.site.slugs import Slugs
from inspection_model.tables import Document
from inspection_model.vocabulary import IdentifierScheme

__all__ = ["ActionGroup", "Collection", "LeftOut", "collect"]


@final
@attrs.frozen(eq=False)
class LeftOut:
    """A document that has no page, because another one with a page replaces it."""

    document: Document
    instead: Listed
    is_equal: bool


@final
@attrs.frozen(eq=False)
class ActionGroup:
    """Areas for priority action of one authority."""

    place: Place
    actions: tuple[Action, ...]

    @property
    def number(self) -> int:
        """The number of areas."""
        return len(self.actions)


@final
@attrs.frozen(eq=False, kw_only=True)
class Collection:
    """What a site shows.

    Attributes:
        places: The authorities, by name; documents that name none are last.
        kinds: The kinds of inspection that occur, each with its documents, the newest first.
        documents: All documents that have a page, by authority and day.
        left_out: Duplicates and earlier versions.
        failed: What could not be read.
    """

    places: tuple[Place, ...]
    kinds: tuple[tuple[Kind, tuple[Listed, ...]], ...]
    documents: tuple[Listed, ...]
    left_out: tuple[LeftOut, ...]
    failed: tuple[Document, ...]

    @property
    def findings(self) -> int:
        """The number of findings."""
        return sum(len(each.inspection.findings) for each in self.documents)

    def standing(self, standing: Standing) -> tuple[ActionGroup, ...]:
        """Return the areas for priority action of one standing, by authority."""
        groups = (ActionGroup(place, place.standing(standing)) for place in self.places)
        return tuple(group for group in groups if group.actions)


def collect(documents: Iterable[Document], frameworks: Sequence[Framework]) -> Collection:
    """Group documents by authority and by kind, and give each page its name."""
    given = [*documents]
    sources: dict[int, Document] = {}
    for each in given:
        # An object that is given twice is one document; of equal ones, each has its file.
        if each.inspection is not None:
            sources.setdefault(id(each.inspection), each)
    found = histories(each.inspection for each in sources.values() if each.inspection is not None)
    places = [*_places(found)]
    kinds = _kinds((each.inspection for each in sources.values() if each.inspection), frameworks)
    pages: dict[int, Listed] = {}
    slugs = Slugs()
    for place in places:
        for history in place.histories:
            for inspection in history.documents:
                kind = kinds[inspection.framework]
                day = day_of(inspection)
                name = slugs.take(place.slug, str(day or "undated"), kind.slug)
                listed = Listed(sources[id(inspection)], inspection, kind, place, name)
                place.documents.append(listed)
                pages[id(inspection)] = listed
    listed_pages = tuple(each for place in places for each in place.documents)
    return Collection(
        places=tuple(places),
        kinds=tuple((kind, _newest_first(listed_pages, kind)) for kind in kinds.values()),
        documents=listed_pages,
        left_out=tuple(each for place in places for each in _left_out(place, sources, pages)),
        failed=tuple(each for each in given if each.inspection is None),
    )


def _places(found: Iterable[History]) -> Iterator[Place]:
    slugs = Slugs()
    nameless: list[History] = []
    named: list[tuple[str, str | None, RegisteredAuthority | None, History]] = []
    for history in found:
        code = next((c for each in reversed(history.inspections) if (c := dfe_code(each))), None)
        entries = find_authority(IdentifierScheme.DFE, code) if code else ()
        name = entries[-1].name if entries else _printed_name(history)
        if name is None:
            nameless.append(history)
        else:
            named.append((name, code, entries[-1] if entries else None, history))
    named.sort(key=lambda each: (each[0].casefold(), each[1] or "", each[3].inspections[0].id))
    for name, code, entry, history in named:
        yield Place(name, code, entry, (history,), slugs.take(name, code))
    if nameless:
        yield Place(None, None, None, tuple(nameless), slugs.take("authority-not-stated"))


def _printed_name(history: History) -> str | None:
    bodies = (each.authority or each.partnership for each in reversed(history.inspections))
    return next((body.name for body in bodies if body), None)


def _kinds(inspections: Iterable[Inspection], frameworks: Sequence[Framework]) -> dict[str | None, Kind]:
    """Return the kinds that occur: those of the frameworks, in their order, then the others."""
    counted = Counter(each.framework for each in inspections)
    order = {framework.id: index for index, framework in enumerate(frameworks)}
    slugs = Slugs()
    names = sorted(counted, key=lambda name: (name is None, order.get(name or "", len(order)), name or ""))
    return {
        name: Kind(name, find_framework(name, frameworks), slugs.take(name or "not-recognised"))
        for name in names
    }


def _newest_first(documents: Iterable[Listed], kind: Kind) -> tuple[Listed, ...]:
    own = [each for each in documents if each.kind is kind]
    return tuple(sorted(own, key=lambda each: each.day or datetime.date.min, reverse=True))


def _left_out(place: Place, sources: dict[int, Document], pages: dict[int, Listed]) -> Iterator[LeftOut]:
    for history in place.histories:
        inspections = history.inspections
        replaced = superseded(inspections)
        for index, last in sorted(replaced.items()):
            instead = pages[id(inspections[last])]
            is_equal = inspections[index] == inspections[last]
            yield LeftOut(sources[id(inspections[index])], instead, is_equal)
