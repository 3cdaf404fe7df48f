"""The source text of a reading, page by page, as markup.

A source has hundreds of passages. A template would take four times as long for them, and longer than for the
rest of the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup, escape

from inspection_model.rendering.pages.places import Place
from inspection_model.rendering.pages.proof import Leaf

__all__ = ["source_markup"]


def source_markup(leaf: Leaf, owners: Mapping[str, Place]) -> Markup:
    """Return the text of a page, each passage marked by its role, without white space between passages.

    Args:
        leaf: The page.
        owners: The places to which facts lead back, by the pointers of their items.
    """
    return Markup("".join(_pieces(leaf, owners)))  # noqa: S704  # every text is escaped


def _pieces(leaf: Leaf, owners: Mapping[str, Place]) -> Iterator[str]:
    for part in leaf.parts:
        anchor = f' id="{part.anchor}"' if part.anchor else ""
        yield f'<span{anchor} class="{part.role}">'
        if part.name is not None:
            yield _tag(part.name, owners.get(part.owner or ""))
        yield escape(part.text)
        yield "</span>"
        for number in part.remarks:
            yield f'<a class="flag" href="#remark-{number}">Remark {number}</a>'


def _tag(name: str, owner: Place | None) -> str:
    if owner is None:
        return f'<span class="tag">{escape(name)}</span>'
    return f'<a class="back" href="#{escape(owner.anchor)}">{escape(owner.words)}</a>'
