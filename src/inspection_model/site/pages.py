"""The pages of a site: which there are, and the values that fill their templates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, final

import attrs

from inspection_model.rendering.histories import succession_words
from inspection_model.rendering.labels import labels
from inspection_model.rendering.pages.inspection_page import inspection_page
from inspection_model.rendering.pages.pictures import Graded, graded
from inspection_model.rendering.pages.templating import fill
from inspection_model.site.changes import changes
from inspection_model.site.collection import Collection
from inspection_model.site.downloads import Download
from inspection_model.site.listed import Kind, Listed, Place
from inspection_model.site.search_index import search_index
from inspection_model.site.timeline import timeline

__all__ = ["Page", "pages"]


@final
@attrs.frozen
class Page:
    """A file of the site: its path, with slashes, and its text."""

    path: str
    text: str


def pages(collection: Collection, title: str, downloads: Sequence[Download]) -> Iterator[Page]:
    """Yield the pages of a site.

    Args:
        collection: What the site shows.
        title: Its title.
        downloads: The tables and records beside the pages.
    """
    site = _Site(title, collection)
    yield site.page("index.html", script="sort.js")
    yield site.page("priority-actions.html")
    yield site.page("kinds.html")
    yield site.page("search.html", script="search.js", index=search_index(collection.documents))
    yield site.page("documents.html")
    yield site.page("downloads.html", downloads=downloads)
    for place in collection.places:
        yield site.authority(place)
    for kind, documents in collection.kinds:
        yield site.page(
            "kind.html", f"kinds/{kind.slug}.html", kind=kind, documents=documents, grades=_grades(documents)
        )
    for listed in collection.documents:
        yield site.inspection(listed)


@final
@attrs.frozen
class _Site:
    """Fills templates with what all pages of a site have."""

    title: str
    collection: Collection

    def page(self, template: str, path: str | None = None, **values: Any) -> Page:
        path = path or template
        return Page(path, fill(f"site/{template}", **self._common(path), **values))

    def _common(self, path: str) -> dict[str, Any]:
        return {
            "site": self,
            "root": "../" * path.count("/"),
            "here": path,
            "labels": labels(),
        }

    def authority(self, place: Place) -> Page:
        history = place.histories[0]
        known = place.name is not None
        return self.page(
            "authority.html",
            f"authorities/{place.slug}.html",
            place=place,
            timeline=timeline(place.documents) if known else None,
            changes=[*changes(place.documents)] if known else [],
            judgements=[*_judged(place)] if known else [],
            successions=[*map(succession_words, history.successions)] if known else [],
            remarks=[remark.message for each in place.histories for remark in each.remarks],
        )

    def inspection(self, listed: Listed) -> Page:
        path = f"inspections/{listed.slug}.html"
        kind: Kind = listed.kind
        text = inspection_page(
            listed.inspection,
            kind.framework,
            reading=listed.reading,
            file_name=listed.document.file,
            template="site/inspection.html",
            document=listed,
            **self._common(path),
        )
        return Page(path, text)


def _judged(place: Place) -> Iterator[tuple[Listed, Graded, str]]:
    """Yield each judgement over time: its document, what is shown of it, and the word for its change."""
    pages = place.pages
    for dated in place.histories[0].judgements:
        listed = pages[dated.inspection]
        (shown,) = graded([dated.judgement], listed.kind.framework)
        yield listed, shown, labels().judgement_changes[dated.change] if dated.change else "–"


def _grades(documents: Sequence[Listed]) -> tuple[tuple[Graded, int], ...]:
    """Return each overall grade with the number of documents that state it, the best first."""
    shown: dict[tuple[int | None, str], Graded] = {}
    counted: Counter[tuple[int | None, str]] = Counter()
    for each in documents:
        if each.overall is not None:
            key = each.overall.rank, "" if each.overall.rank else each.overall.grade
            shown.setdefault(key, each.overall)
            counted[key] += 1
    ranked = sorted(shown, key=lambda key: (key[0] is None, key[0] or 0, key[1]))
    return tuple((shown[key], counted[key]) for key in ranked)
