"""A reading: a source, the record extracted from it, and the location of every fact."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from operator import attrgetter
from typing import final

import attrs

from inspection_model.errors import InvalidTypeError, InvalidValueError
from inspection_model.model import fields
from inspection_model.model.fields import text_fault
from inspection_model.model.inspection import Inspection
from inspection_model.model.notebooks import shown_in_notebooks
from inspection_model.model.pickling import pickles_as_document
from inspection_model.model.pointer import value_at
from inspection_model.vocabulary import PassageRole, RemarkCode

__all__ = ["Passage", "Reading", "Remark"]

_ROLES = frozenset(role.value for role in PassageRole)

# Offsets count the code points of a str; 2**53 - 1 is the largest whole number that every JSON
# parser represents exactly.
_MOST = 2**53 - 1
_OFFSET = fields.number(least=0, most=_MOST)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Passage:
    """A span of the source and its role.

    It is a text position selector of the W3C Web Annotation model: offsets count code points, the
    start is inclusive, the end is exclusive.

    Attributes:
        start: The offset of its start.
        end: The offset of its end; greater than the start.
        role: The JSON Pointer of the fact that it contains, such as ``/findings/3/text``, or
            ``furniture``, ``boilerplate`` or ``unread`` (`PassageRole`).

    Raises:
        InvalidValueError: If it is empty, or if its role is neither a pointer nor a `PassageRole`.
    """

    start: int
    end: int
    role: str

    def __attrs_post_init__(self) -> None:
        # A letter has hundreds of passages: one expression accepts a valid one, and the individual
        # rules are checked only to find the error of an invalid one.
        start, end, role = self.start, self.end, self.role
        if not (
            type(start) is type(end) is int
            and 0 <= start < end <= _MOST
            and type(role) is str
            and (role in _ROLES or (role[:1] == "/" and text_fault(role) is None))
        ):
            self._refuse()

    def _refuse(self) -> None:
        """Raise the error for the first violated rule."""
        names = attrs.fields(Passage)
        _OFFSET(self, names.start, self.start)
        _OFFSET(self, names.end, self.end)
        fields.text(self, names.role, self.role)
        if self.end <= self.start:
            raise fields.refuse(self, "end", f"an offset after the start ({self.start})", self.end)
        expected = "a JSON Pointer into the inspection, furniture, boilerplate or unread"
        raise fields.refuse(self, "role", expected, self.role)


@final
@attrs.frozen(kw_only=True, weakref_slot=False)
class Remark:
    """Something about a document or a record that a person should check. It is never an error.

    Attributes:
        code: The kind of remark.
        message: One sentence in plain English.
        pointer: The fact that it concerns, as a JSON Pointer into the inspection.
        start: The offset in the source at which the passage concerned starts.
        end: The offset at which it ends; present if and only if ``start`` is.
        related: Pointers to other facts that were compared with it.

    Raises:
        InvalidValueError: If only one of ``start`` and ``end`` is given, or ``end`` is not after ``start``.
    """

    code: RemarkCode = attrs.field(validator=fields.instance(RemarkCode))
    message: str = attrs.field(validator=fields.text)
    pointer: str | None = attrs.field(default=None, validator=fields.optional(fields.text))
    start: int | None = attrs.field(default=None, validator=fields.optional(_OFFSET))
    end: int | None = attrs.field(default=None, validator=fields.optional(_OFFSET))
    related: tuple[str, ...] = attrs.field(default=(), converter=fields.as_texts, validator=fields.texts)

    def __attrs_post_init__(self) -> None:
        if (self.start is None) != (self.end is None):
            raise fields.refuse(self, "end", "both start and end, or neither", self.end)
        if self.start is not None and self.end is not None and self.end <= self.start:
            raise fields.refuse(self, "end", f"an offset after the start ({self.start})", self.end)


_BETWEEN_STEPS = re.compile(r"[/.#\[\]]+")  # of a pointer without its first slash, or of "findings[3].text"
_START = attrgetter("start")
_END = attrgetter("end")


def _passages(value: Iterable[Passage]) -> tuple[Passage, ...]:
    return fields.as_tuple(value)


def _remarks(value: Iterable[Remark]) -> tuple[Remark, ...]:
    return fields.as_tuple(value)


@final
@pickles_as_document
@shown_in_notebooks
@attrs.frozen(kw_only=True, weakref_slot=False)
class Reading:
    """The result of reading a letter or report.

    Attributes:
        source: The text that was read, unchanged.
        inspection: The record extracted from it.
        passages: A partition of the source: concatenated, the passages are the source, character
            for character. A fact that is interrupted by a page break has several passages with
            the same role.
        remarks: What a person should check, in the order of the source.

    Raises:
        InvalidValueError: If the passages are not a partition of the source.
    """

    source: str = attrs.field(validator=fields.string)
    inspection: Inspection = attrs.field(validator=fields.instance(Inspection))
    passages: tuple[Passage, ...] = attrs.field(
        default=(), converter=_passages, validator=fields.instances(Passage)
    )
    remarks: tuple[Remark, ...] = attrs.field(
        default=(), converter=_remarks, validator=fields.instances(Remark)
    )

    def __attrs_post_init__(self) -> None:
        starts = list(map(_START, self.passages))
        ends = list(map(_END, self.passages))
        starts.append(len(self.source))
        ends.insert(0, 0)
        # One comparison accepts a valid partition; only an invalid one is searched for its error.
        if starts != ends:
            self._refuse(starts, ends)

    def _refuse(self, starts: list[int], ends: list[int]) -> None:
        """Raise the error for the first passage that does not start at the end of the previous one."""
        index = next(i for i, (start, end) in enumerate(zip(starts, ends, strict=True)) if start != end)
        if index == len(self.passages):
            expected = f"passages up to the end of the source ({len(self.source)})"
            raise fields.refuse(self, "passages", expected, ends[index])
        expected = f"a passage that starts at {ends[index]}"
        raise fields.refuse(self, "passages", expected, self.passages[index])

    @property
    def coverage(self) -> float:
        """The proportion of the source's characters that were understood, from 0 to 1, ignoring white space.

        It is 1 if the source has no characters other than white space.
        """
        unread = sum(
            len(_without_spaces(self.source[passage.start : passage.end]))
            for passage in self.passages
            if passage.role == PassageRole.UNREAD
        )
        total = len(_without_spaces(self.source))
        return 1 - unread / total if total else 1.0

    def page_of(self, offset: int) -> int:
        """Return the number of the page, from 1, that contains a character of the source.

        Each page ends with a form feed; a source without form feeds has one page.

        Args:
            offset: The offset of the character, such as the start of a passage.
        """
        return self.source.count("\f", 0, offset) + 1

    def quote(self, pointer: str) -> str:
        """Return the source's words for a fact, including the facts inside it.

        Each passage has one role, so the passages of a subject that contains the authority's name
        lack that name. It is quoted as well: if the passages of the fact do not make up its text in
        the record, everything except furniture between the first and the last of them is included,
        and so are the adjacent passages of other facts at an end that they lack.

        Args:
            pointer: The JSON Pointer of the fact, such as ``/findings/3/text``.

        Returns:
            The words of the passages, with the white space of the source, joined by a space where something
            is left out; empty if the fact has no passage.

        Raises:
            InvalidValueError: If it is not a JSON Pointer, such as one without its first slash.
            InvalidTypeError: If it is not a string.
        """
        _check_pointer(pointer)
        own = [index for index, passage in enumerate(self.passages) if passage.role == pointer]
        quoted = self._words(own)
        text = value_at(self.inspection, pointer)
        if not own or not isinstance(text, str) or _without_spaces(text) == _without_spaces(quoted):
            return quoted
        first, last = self._outermost(own[0], -1, text), self._outermost(own[-1], 1, text)
        indices = range(first, last + 1)
        return self._words(i for i in indices if self.passages[i].role != PassageRole.FURNITURE)

    def _words(self, indices: Iterable[int]) -> str:
        passages = [self.passages[index] for index in indices]
        if all(one.end == other.start for one, other in pairwise(passages)):
            return self.source[passages[0].start : passages[-1].end] if passages else ""
        words, end = "", -1
        for passage in passages:
            part = self.source[passage.start : passage.end]
            # A fact inside another one divides it, perhaps before a comma.
            divides = passage.start == end and not (words[-1].isspace() or part[0].isspace())
            words += part if divides or not words else f" {part}"
            end = passage.end
        return words

    def _outermost(self, index: int, step: int, text: str) -> int:
        """Return the index of the outermost passage of a fact on one side.

        Args:
            index: The index of the fact's own outermost passage on this side.
            step: -1 for the side of its start, 1 for that of its end.
            text: The text of the fact.
        """
        agrees = str.startswith if step < 0 else str.endswith
        whole, words = _without_spaces(text), ""
        # Further out there may be a fact within a fact that is within this one.
        for i in range(index, len(self.passages) if step > 0 else -1, step):
            role = self.passages[i].role
            if role == PassageRole.FURNITURE:
                continue
            inner = _without_spaces(self._words([i]))
            words = inner + words if step < 0 else words + inner
            if not role.startswith("/") or len(words) > len(whole):
                break
            if agrees(whole, words):
                return i
        return index


def _check_pointer(pointer: object) -> None:
    """Check the argument of `Reading.quote()`. The empty pointer is that of the whole inspection."""
    where, expected = "Reading.quote(pointer)", "a JSON Pointer such as /findings/3/text"
    if not isinstance(pointer, str):
        raise InvalidTypeError(where, expected, type(pointer).__name__)
    if pointer and not pointer.startswith("/") and pointer not in _ROLES:
        steps = filter(None, _BETWEEN_STEPS.split(pointer))
        hint = f"write {fields.excerpt('/' + '/'.join(steps))}"
        raise InvalidValueError(where, expected, fields.excerpt(pointer), hint)


def _without_spaces(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())
