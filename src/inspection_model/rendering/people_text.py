"""The addressees and signatories of a letter in plain text.

    addressees  := line line line { line } | person { person }  lines for people without an address
    line        := name { "," post or body }
    signatories := table | person { person }                  a table for people of several inspectorates
    table       := cells of the bodies, cells of the names, cells of the posts
    person      := name { newline post, body or line of the address }

A block is what is between blank lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.inspectorates import inspectorate_forms
from inspection_model.frameworks.words import fold_words
from inspection_model.model.person import Person
from inspection_model.rendering.columns_text import columns

__all__ = ["addressees", "signatories"]

# Fewer people on lines would not be read as a list.
_FEWEST = 3


def addressees(people: Sequence[Person]) -> Iterator[str]:
    """Yield the blocks of the addressees.

    Args:
        people: The addressees.
    """
    if len(people) >= _FEWEST and all(map(_fits_a_line, people)):
        yield "\n".join(", ".join(_lines(person)) for person in people)
    else:
        yield from map(_person, people)


def signatories(people: Sequence[Person], framework: Framework | None) -> Iterator[str]:
    """Yield the blocks of those who sign.

    Args:
        people: The signatories.
        framework: The framework of the letter, with its inspectorates.
    """
    bodies = [person.organisation or "" for person in people]
    posts = [person.post or "" for person in people]
    if framework is not None and _sign_for_inspectorates(people, framework):
        yield "\n".join(columns([bodies, [person.name for person in people], posts]))
    else:
        yield from map(_person, people)


def _fits_a_line(person: Person) -> bool:
    """Return whether commas can separate name, post and body."""
    post, body = person.post or "", person.organisation or ""
    is_clear = "," not in body and not (body and "," in post)
    return bool(post or body) and is_clear and not person.address


def _sign_for_inspectorates(people: Sequence[Person], framework: Framework) -> bool:
    """Return whether each person signs for one of the inspectorates of a joint inspection."""
    forms = {form for each in inspectorate_forms(framework) for form in each}
    return bool(people and framework.joint_inspectorates) and all(
        person.post and not person.address and fold_words(person.organisation or "") in forms
        for person in people
    )


def _person(person: Person) -> str:
    return "\n".join(_lines(person))


def _lines(person: Person) -> list[str]:
    return [*filter(None, (person.name, person.post, person.organisation)), *person.address]
