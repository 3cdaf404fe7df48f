"""The inspectors of a report, named in columns: one column an inspectorate, one line a person.

    cell   := person { person }
    person := name [ "," post ]

The program that made the text may have left out the gap between two cells: a person begins after the
last word of a post, too. The people of the first inspectorate, and those whose post names none, come first,
whatever the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from inspection_model.frameworks.inspectorates import inspectorate_forms, inspectorate_of
from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.words import find_words, fold_heading, fold_words
from inspection_model.model.person import Person
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.grammar.names import is_name
from inspection_model.reading.layout.cells import cells_of
from inspection_model.reading.layout.lines import Line
from inspection_model.reading.layout.sentences import Excerpt, whole
from inspection_model.reading.parts.named_people import names_at
from inspection_model.reading.passages import BOILERPLATE, UNREAD
from inspection_model.vocabulary import PersonRole

__all__ = ["read_team"]


def read_team(builder: InspectionBuilder, lines: Sequence[Line]) -> None:
    """Take the inspectors, those of the first inspectorate first."""
    framework = builder.framework
    headings = {form for forms in inspectorate_forms(framework) for form in forms}
    known = names_at(builder, "/inspectors")
    people: list[tuple[int, Excerpt]] = []
    for line in lines:
        for cell in cells_of(line):
            words = whole([cell])
            if fold_heading(cell.text) in headings:
                builder.claim(words, BOILERPLATE)
            else:
                people += [(inspectorate_of(each.folded, framework), each) for each in _people(words)]
    for _, person in sorted(people, key=lambda each: each[0]):
        name, _, _ = person.words.partition(",")
        if name.strip() in known:  # a field names the lead inspector, who is in the team as well
            builder.claim(person, BOILERPLATE)
        else:
            _add(builder, person)


def _people(cell: Excerpt) -> Iterator[Excerpt]:
    """Split a cell before each capital that follows the last word of a post."""
    in_post = {*lexicon().posts.inspector_words, lexicon().posts.lead}
    words = cell.words.split(" ")
    start = position = 0
    last_comma = cell.words.rfind(",")
    for word, following in pairwise(words):
        position += len(word) + 1
        ends_post = fold_words(word) in in_post and fold_words(following) not in in_post
        if ends_post and following[:1].isupper() and position < last_comma:
            yield cell[start : position - 1]
            start = position
    yield cell[start:]


def _add(builder: InspectionBuilder, person: Excerpt) -> None:
    name, _, post = person.words.partition(",")
    if not post.strip():
        if is_name(name):
            builder.add("/inspectors", Person, {"name": person[: len(name)]})
        else:
            builder.claim(person, UNREAD)  # an aside would not report it
    else:
        lead = find_words(person.folded, lexicon().posts.lead, len(name)) >= 0
        stated = {"name": person[: len(name)], "post": person[len(name) + 1 :]}
        builder.add("/inspectors", Person, stated, role=PersonRole.LEAD if lead else None)
