"""Lines of an address that is printed twice.

Extraction may return an address that a document holds twice, one copy below the other or line over
line, and parts of lines besides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from inspection_model.reading.grammar.person_lines import PersonLine

__all__ = ["repeated_lines"]

# The name and the post are the first two lines, in either order.
_FIRST_LINES = 2


def repeated_lines(lines: Sequence[PersonLine]) -> frozenset[int]:
    """Return the indices of the lines that only repeat others, if an address is printed twice.

    It is if the name, the post or the body of the first person recurs before another person is named,
    or two lines that follow each other. What repeats a line is then a copy of it, or two or more of its
    words that occur in other lines, too.
    """
    keys = [line.key for line in lines]
    if not _is_printed_twice(lines, keys):
        return frozenset()  # most addresses
    bodies: dict[str, int] = {}
    for index, line in enumerate(lines):
        if _is_body(line):
            bodies.setdefault(keys[index], index)
    first_body, last_body = min(bodies.values(), default=0), max(bodies.values(), default=0)
    for index in range(_FIRST_LINES, len(lines)):
        # The same name above another body is another entry: one person may direct two.
        is_again = keys[index] in keys[:_FIRST_LINES] and first_body < index < last_body
        if (is_again and lines[index].is_person) or _names_another(lines, keys, index):
            lines, keys = lines[:index], keys[:index]
            break
    if not _is_printed_twice(lines, keys):
        return frozenset()
    first: dict[str, int] = {}
    copies = {index for index, key in enumerate(keys) if first.setdefault(key, index) != index}
    words = {index: frozenset(key.split()) for index, key in enumerate(keys) if index not in copies}
    counts = Counter(word for index in words for word in words[index])
    parts: set[int] = set()
    for index in sorted(words, key=lambda index: len(words[index])):
        is_part = len(words[index]) > 1 and all(counts[word] > 1 for word in words[index])
        if is_part and index >= _FIRST_LINES and not _is_body(lines[index]):
            parts.add(index)
            counts.subtract(words[index])
    return frozenset(copies | parts)


def _is_body(line: PersonLine) -> bool:
    return line.names_body and line.is_body(None)


def _is_printed_twice(lines: Sequence[PersonLine], keys: Sequence[str]) -> bool:
    seen: set[str | tuple[str, str]] = set()
    for index, (line, key) in enumerate(zip(lines, keys, strict=True)):
        pair = (keys[index - 1], key)
        if key in seen or (index and pair in seen):
            return True
        seen.add(pair)
        if index < _FIRST_LINES and not line.is_place:
            seen.add(key)
    return False


def _names_another(lines: Sequence[PersonLine], keys: Sequence[str], index: int) -> bool:
    """Return whether a line names a person who is not the first."""
    line = lines[index]
    if keys[index] in keys[:_FIRST_LINES]:
        return False
    above_post = index + 1 < len(lines) and lines[index + 1].begins_post
    return line.is_titled or line.name_end >= 0 or (line.is_person and above_post)
