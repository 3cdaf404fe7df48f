"""The proof of a reading: its source text, marked by role, page by page, and the place of each fact in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, TypeVar, final

import attrs

from inspection_model.model.reading import Reading, Remark
from inspection_model.rendering.labels import labels
from inspection_model.vocabulary import PassageRole

__all__ = ["Leaf", "Marked", "Proof", "Stated", "item_of", "proof_of"]

T = TypeVar("T")

_LINE_END = re.compile("\r*\n|\r+")
_DEEPEST = 4  # steps of a pointer, the empty first one included: "/publication/recipients/0"
_LISTED = re.compile("/(?:publication/|partnership/)?[a-z_]+/[0-9]+")


class Marked(NamedTuple):
    """The part of a passage that is on one page. A template unpacks hundreds of them.

    Attributes:
        text: Its text.
        role: The role of the passage: ``fact``, or the value of a `PassageRole`.
        page: The number of the page, from 1.
        anchor: The fragment identifier; only the first part of a passage has one.
        name: The name of the fact, such as "visit", or of the role; ``None`` if the text needs none.
        owner: The pointer of the listed item to which the fact belongs, such as ``/findings/3``.
        remarks: The numbers of the remarks about the passage, from 1.
    """

    text: str
    role: str
    page: int
    anchor: str | None
    name: str | None
    owner: str | None
    remarks: tuple[int, ...] = ()


@final
@attrs.frozen
class Leaf:
    """A page of the source."""

    number: int
    parts: tuple[Marked, ...]


class Stated(NamedTuple):
    """The place at which the source states a fact: the page, and the anchor of the passage."""

    page: int
    anchor: str


@final
@attrs.frozen(kw_only=True)
class Proof:
    """What a page shows of a reading besides the inspection.

    Attributes:
        leaves: The pages of the source.
        stated: The place of each fact, and of each value that contains facts, by its pointer.
        remarks: The remarks, in the order of the reading.
        concerning: The numbers of the remarks about each pointer, from 1.
        places: The place of each remark in the source, in the order of the remarks.
    """

    leaves: tuple[Leaf, ...]
    stated: Mapping[str, Stated]
    remarks: tuple[Remark, ...]
    concerning: Mapping[str, tuple[int, ...]]
    places: tuple[Stated | None, ...]

    @property
    def roles(self) -> tuple[tuple[str, str], ...]:
        """The roles that occur, and what the passages with each of them hold."""
        found = {part.role for leaf in self.leaves for part in leaf.parts}
        words = {role or "fact": text for role, text in labels().passages.items()}
        return tuple((role, text) for role, text in words.items() if role in found)


def item_of(pointer: str) -> str | None:
    """Return the pointer of the listed item to which a fact belongs, such as ``/findings/3``, if any."""
    found = _LISTED.match(pointer)
    return found.group() if found else None


def proof_of(reading: Reading) -> Proof:
    """Return the proof of a reading, in time linear in its source."""
    starts = [passage.start for passage in reading.passages]
    located = [
        None if remark.start is None else max(bisect_right(starts, remark.start) - 1, 0)
        for remark in reading.remarks
    ]
    flags = _numbers(located)
    parts = [*_parts(reading, flags)]
    places = {part.anchor: Stated(part.page, part.anchor) for part in parts if part.anchor}
    return Proof(
        leaves=tuple(
            Leaf(page, tuple(part for part in on_page if part.text))
            for page, on_page in groupby(parts, key=attrgetter("page"))
        ),
        stated=_stated(reading, places),
        remarks=reading.remarks,
        concerning=_numbers(remark.pointer for remark in reading.remarks),
        places=tuple(None if index is None else places.get(f"passage-{index + 1}") for index in located),
    )


def _numbers(keys: Iterable[T | None]) -> dict[T, tuple[int, ...]]:
    """Return the numbers, from 1, of the remarks with each key."""
    found: defaultdict[T, list[int]] = defaultdict(list)
    for number, key in enumerate(keys, start=1):
        if key is not None:
            found[key].append(number)
    return {key: tuple(numbers) for key, numbers in found.items()}


def _parts(reading: Reading, flags: Mapping[int, tuple[int, ...]]) -> Iterator[Marked]:
    """Yield the passages, cut where a page ends."""
    page = 1
    last: tuple[str | None, str] | None = None
    for index, passage in enumerate(reading.passages):
        role, owner, name = passage.role, None, None
        if role.startswith("/"):
            owner, fact = item_of(role), _fact(role)
            # A fact is named only where it begins: an address has a passage for each of its lines, and a
            # heading is above all findings of its section.
            if not role.endswith("/heading"):
                name = fact if (owner, fact) != last else None
                last = owner, fact
            role = "fact"
        elif role == PassageRole.UNREAD:
            name = labels().passages[role]
        for number, part in enumerate(reading.source[passage.start : passage.end].split("\f")):
            page += number > 0
            yield Marked(
                _LINE_END.sub("\n", part) if "\r" in part else part,
                role,
                page,
                None if number else f"passage-{index + 1}",
                None if number else name,
                owner,
                () if number else flags.get(index, ()),
            )


def _fact(role: str) -> str:
    """Return the name of the fact in a passage: the field of the inspection, or of its publication."""
    steps = role.split("/", 3)[1:3]
    return steps[-1 if steps[0] == "publication" else 0].replace("_", " ")


def _stated(reading: Reading, places: Mapping[str, Stated]) -> dict[str, Stated]:
    """Return the place of the first passage of each field and of each item of a list.

    That of an item with a text is the first passage of the text: its heading may be on an earlier page.
    """
    facts = [
        (passage.role, places[f"passage-{index + 1}"])
        for index, passage in enumerate(reading.passages)
        if passage.role.startswith("/")
    ]
    stated: dict[str, Stated] = {}
    for role, place in facts:
        if role.endswith("/text"):
            stated.setdefault(role.removesuffix("/text"), place)
    for role, place in facts:
        steps = role.split("/", _DEEPEST)
        for end in range(2, _DEEPEST + 1):
            stated.setdefault("/".join(steps[:end]), place)
    return stated
