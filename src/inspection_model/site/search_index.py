"""The index of all findings that the search page contains."""

from __future__ import annotations

import json
from collections.abc import Iterable

from markupsafe import Markup

from inspection_model.comparing.words import full_text
from inspection_model.rendering.labels import labels, written_day
from inspection_model.site.listed import Listed
from inspection_model.vocabulary import Category

__all__ = ["search_index"]


def search_index(documents: Iterable[Listed]) -> Markup:
    """Return the findings of documents as JSON for a script element.

    An object has the ``categories`` (id and name) and the ``documents``; each of these has its address, its
    authority, its kind, its day in words, and its ``findings``: the index of the category, the number within
    the category, and the text.
    """
    order = {category: index for index, category in enumerate(Category)}
    index = {
        "categories": [[category.value, labels().categories[category][0]] for category in Category],
        "documents": [
            {
                "address": f"inspections/{each.slug}.html",
                "authority": each.place.title,
                "kind": each.kind.title,
                "day": written_day(each.day) if each.day else labels().facts["no_date"],
                "findings": _findings(each, order),
            }
            for each in documents
        ],
    }
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    # Within a script element, only `<` can end it or begin a comment.
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704  # escaped


def _findings(listed: Listed, order: dict[Category, int]) -> list[list[int | str]]:
    numbers = dict.fromkeys(Category, 0)
    found: list[list[int | str]] = []
    for finding in listed.inspection.findings:
        numbers[finding.category] += 1
        found.append([order[finding.category], numbers[finding.category], full_text(finding)])
    return found
