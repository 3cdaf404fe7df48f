"""The reading under construction: facts, the passages that prove them, and remarks.

A fact and its passage are given in one call, so that no fact exists without its proof.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

from inspection_model.errors import InvalidValueError
from inspection_model.frameworks.framework import Framework, JointInspectorate
from inspection_model.model.authority import Authority
from inspection_model.model.inspection import Inspection
from inspection_model.model.inspectorate import Inspectorate
from inspection_model.model.partnership import Partnership
from inspection_model.model.publication import Publication
from inspection_model.model.reading import Remark
from inspection_model.reading.grammar.dates import DatePhrase
from inspection_model.reading.grammar.phrases import Phrasebook, phrasebook_of
from inspection_model.reading.layout.sentences import Excerpt
from inspection_model.reading.passages import UNREAD, Claim
from inspection_model.registers.matching import AuthorityMatch
from inspection_model.vocabulary import RemarkCode

__all__ = ["InspectionBuilder", "Stated", "Understood"]


class Understood(NamedTuple):
    """A value with the span of the source that it was understood from.

    Attributes:
        value: The value of the field.
        span: Start and end of the span.
    """

    value: object
    span: tuple[int, int]


Stated: TypeAlias = "Excerpt | Understood | list[Excerpt] | None"
"""What states a field: its words, a value with its span, the words of a list; ``None`` if nothing does."""


class InspectionBuilder:
    """Collects the facts of one letter.

    A fact is addressed by the JSON Pointer that its passage bears in the reading. Spaces at the ends
    of its words are left out. Words that make no valid value are not taken, and stay unread.

    Attributes:
        framework: The framework of the letter.
        phrasebook: Its phrases.
        claims: The spans of the source that were claimed so far, with their roles.
        remarks: The remarks so far.
        settled: The names of the facts that no later sentence changes.
    """

    def __init__(self, framework: Framework) -> None:
        self.framework = framework
        self.phrasebook: Phrasebook = phrasebook_of(framework)
        self.claims: list[Claim] = []
        self.remarks: list[Remark] = []
        self.settled: set[str] = set()
        self._fields: dict[str, dict[str, Any]] = {}  # by the pointer of their record
        self._lists: dict[str, list[Any]] = {}  # those of the fields that are lists, by their pointer
        # In the order in which the document names them.
        self._joint = [each for each in framework.joint_inspectorates if not each.optional]

    def put(self, pointer: str, excerpt: Excerpt, value: object = None, **derived: object) -> None:
        """Set a field, and claim its passage.

        Args:
            pointer: The field, such as ``/publication/title``.
            excerpt: The words that state it.
            value: Its value; the words if omitted.
            **derived: Fields of the same record whose values were derived from the words.
        """
        excerpt = excerpt.trimmed()
        if excerpt.words:
            record, _, name = pointer.rpartition("/")
            self._record(record).update({name: excerpt.words if value is None else value}, **derived)
            self.claim(excerpt, pointer)

    def put_record(
        self, pointer: str, record: Callable[..., Any], stated: Mapping[str, Stated], /, **derived: object
    ) -> None:
        """Set a field to a record, and claim the passages of the record's fields, as in `add()`."""
        owner, _, name = pointer.rpartition("/")
        if (made := self._made(pointer, record, stated, derived)) is not None:
            self._record(owner)[name] = made

    def add(
        self, pointer: str, record: Callable[..., Any], stated: Mapping[str, Stated], /, **derived: object
    ) -> None:
        """Append a record to a list, and claim the passages of its fields.

        Args:
            pointer: The list, such as ``/findings``.
            record: The class of the record, or a function that builds one from its fields.
            stated: The fields that the letter states, with the words that state them.
            **derived: The fields whose values were derived from those words.
        """
        values = self._list(pointer)
        if (made := self._made(f"{pointer}/{len(values)}", record, stated, derived)) is not None:
            values.append(made)

    def add_text(self, pointer: str, excerpt: Excerpt) -> None:
        """Append the words of an excerpt to a list of texts, and claim their passage."""
        excerpt = excerpt.trimmed()
        if excerpt.words:
            values = self._list(pointer)
            self.claim(excerpt, f"{pointer}/{len(values)}")
            values.append(excerpt.words)

    def name_inspectorate(self, joint: JointInspectorate, words: Excerpt) -> None:
        """Take an inspectorate of a joint inspection from the words that name it."""
        if joint not in self._joint:
            self._joint.append(joint)
            self.claim(words, f"/inspectorates/{len(self._joint)}")

    def _record(self, pointer: str) -> dict[str, Any]:
        return self._fields.setdefault(pointer, {})

    def _list(self, pointer: str) -> list[Any]:
        values = self._lists.get(pointer)
        if values is None:
            owner, _, name = pointer.rpartition("/")
            values = self._lists[pointer] = self._record(owner)[name] = []
        return values

    def _made(
        self,
        pointer: str,
        record: Callable[..., Any],
        stated: Mapping[str, Stated],
        derived: dict[str, object],
    ) -> Any:
        """Return a record, and claim the passages of its fields; ``None`` if a value is not valid."""
        passages: list[tuple[str, Excerpt | tuple[int, int]]] = []
        for name, value in stated.items():
            if isinstance(value, Excerpt):
                words = value.trimmed()
                passages.append((name, words))
                derived[name] = words.words
            elif isinstance(value, Understood):
                passages.append((name, value.span))
                derived[name] = value.value
            elif value:
                items = [item.trimmed() for item in value]
                passages += [(f"{name}/{index}", item) for index, item in enumerate(items)]
                derived[name] = tuple(item.words for item in items)
        try:
            made = record(**derived)
        except InvalidValueError:  # not a value after all: the words stay unread
            made = None
        for name, at in passages:
            role = UNREAD if made is None else f"{pointer}/{name}"
            if isinstance(at, Excerpt):
                self.claim(at, role)
            else:
                self.claim_span(at, role)
        return made

    def get(self, pointer: str) -> Any:
        """Return the value of a field so far: a list for a list, ``None`` for a field without a value."""
        record, _, name = pointer.rpartition("/")
        return self._fields.get(record, {}).get(name)

    def claim(self, excerpt: Excerpt, role: str) -> None:
        """Claim the passages of an excerpt that states no other fact there."""
        offset, words = excerpt.text.offset, excerpt.words
        if offset >= 0 and words and words[0] != " " != words[-1]:  # the usual case: one span
            start = offset + excerpt.start
            self.claims.append((start, start + len(words), role))
        else:
            self.claims += [(start, end, role) for start, end in excerpt.sources()]

    def claim_span(self, span: tuple[int, int], role: str) -> None:
        """Claim a span of the source, such as page furniture or the mark of an item."""
        self.claims.append((*span, role))

    def remark(
        self,
        code: RemarkCode,
        message: str,
        *,
        pointer: str | None = None,
        at: Excerpt | tuple[int, int] | None = None,
    ) -> None:
        """Add a remark.

        Args:
            code: What it is about.
            message: One sentence for a person.
            pointer: The fact that it is about.
            at: The place in the source that it is about, if it is not that of the fact.
        """
        start, end = (at.sources()[0] if isinstance(at, Excerpt) else at) or (None, None)
        self.remarks.append(Remark(code=code, message=message, pointer=pointer, start=start, end=end))

    def remark_on_date(self, phrase: DatePhrase, printed: str, *, pointer: str) -> None:
        """Add a remark if a printed date phrase gives no date, with the reason."""
        if phrase.problem is not None:
            code = RemarkCode.DATE_IMPOSSIBLE if phrase.problem.impossible else RemarkCode.DATE_INCOMPLETE
            self.remark(code, f'"{printed}" gives no date: {phrase.problem.reason}', pointer=pointer)

    def inspection(self, match: AuthorityMatch | None) -> Inspection:
        """Return the record.

        Args:
            match: What the register has for the authority.
        """
        fields = self._fields
        authority, partnership = fields.get("/authority"), fields.get("/partnership")
        identifiers = match.identifiers if match else ()
        inspectorate: dict[str, Any] = {"name": self.framework.inspectorate}
        inspectorate |= fields.get("/inspectorates/0", {})
        return Inspection(
            framework=self.framework.id,
            authority=Authority(**authority, identifiers=identifiers) if authority else None,
            partnership=Partnership(**partnership) if partnership else None,
            inspectorates=(
                Inspectorate(**inspectorate),
                *(Inspectorate(name=each.name) for each in self._joint),
            ),
            publication=Publication(form=self.framework.form, **fields.get("/publication", {})),
            **fields.get("", {}),
        )
