"""The authority of a letter: its name as printed, and what the register has for it.

The opening names it, or else the subject. If that name is not certain in the register (it is the
name of a trust that serves the council, or misprinted), the subject and the addressees' organisations
may give the codes: if all of them that are certain mean one authority. The name stays as printed.
"""

from __future__ import annotations

from inspection_model.frameworks.lexicon import TITLE
from inspection_model.reading.builder import InspectionBuilder
from inspection_model.reading.grammar.bodies import authority_span
from inspection_model.reading.layout.sentences import Excerpt
from inspection_model.registers.matching import AuthorityMatch, match_authority
from inspection_model.vocabulary import RemarkCode

__all__ = ["authority_in_subject", "match_printed_authority"]

_NAME = "/authority/name"


def authority_in_subject(builder: InspectionBuilder, subject: Excerpt | None) -> str | None:
    """Return the authority that the subject names, and take it if the opening names none."""
    match = builder.phrasebook.find(TITLE, subject.folded) if subject is not None else None
    if subject is None or match is None:
        return None
    start, end = match.slots["authority"]
    named = subject[slice(*authority_span(subject.words, start, end))]
    if not named.words:  # "the children's services of …": the phrase ends before the name
        named = subject[slice(*authority_span(subject.words, start, len(subject.words)))]
    _take_partnership(builder, subject, named)
    if builder.get(_NAME) is None and named.words:
        builder.put(_NAME, named)
    return named.words


def _take_partnership(builder: InspectionBuilder, subject: Excerpt, named: Excerpt) -> None:
    """Take the name of the partnership, if the words of one follow the name of the authority."""
    start = named.start - subject.start
    end = start + len(named.words)
    for words in builder.framework.partnerships:
        if named.words and subject.folded.startswith(f" {words}", end):
            name = subject[start : end + 1 + len(words)]
            builder.put("/partnership/name", name)
            return


def match_printed_authority(builder: InspectionBuilder, in_subject: str | None) -> AuthorityMatch | None:
    """Return what the register has for the authority, with a remark if it is not certain.

    Args:
        builder: The facts of the letter.
        in_subject: The name in the subject.
    """
    printed = builder.get(_NAME)
    if printed is None:
        return None
    visit = builder.get("/visit")
    day = (visit.first_day if visit else None) or builder.get("/publication/date")
    match = match_authority(printed, on=day)
    reason = match.reason
    codes = "not all codes" if match.identifiers else "no codes"
    if match.name is None:
        recipients = builder.get("/publication/recipients") or ()
        names = (in_subject, *(person.organisation for person in recipients))
        others = {name: match_authority(name, on=day) for name in names if name}
        certain = {name: other for name, other in others.items() if _may_be(other, match)}
        if len({other.name for other in certain.values()}) == 1:
            name, match = next(iter(certain.items()))
            codes = f'the codes of "{name}"'
    if reason is not None:
        message = f'{codes} for "{printed}": {reason}'
        builder.remark(RemarkCode.AUTHORITY_UNCERTAIN, message, pointer=_NAME)
    return match


def _may_be(other: AuthorityMatch, match: AuthorityMatch) -> bool:
    """Return whether an authority is certain, and one of those that a printed name may mean."""
    return other.name is not None and (not match.candidates or other.name in match.candidates)
