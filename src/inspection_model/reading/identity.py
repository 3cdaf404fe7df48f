"""Which authority a letter is about: its name as printed, and the codes of the register.

The opening names it. Where that name is not certain in the register (it is the name of a trust that
serves the council, or misprinted), the subject and the addressees' organisations may tell the codes:
when all of them that are certain mean one authority. The name stays as the opening has it.
"""

from __future__ import annotations

from inspection_model.model.authority import Authority
from inspection_model.reading.draft import Draft
from inspection_model.reading.facts import authority_in_subject
from inspection_model.registers import match_authority
from inspection_model.registers.matching import AuthorityMatch
from inspection_model.vocabulary import RemarkCode

__all__ = ["identify_authority"]


def identify_authority(draft: Draft) -> Authority | None:
    """Give the authority, with the codes that were valid on the visit day or a remark why there are none."""
    printed = draft.authority or authority_in_subject(draft)
    if not printed:
        return None
    day = (draft.visit.first_day if draft.visit else None) or draft.date
    match = match_authority(printed, on=day)
    reason = match.reason
    codes = "not all codes" if match.identifiers else "no codes"
    if match.name is None:
        names = (authority_in_subject(draft), *(person.organisation for person in draft.recipients))
        others = {name: match_authority(name, on=day) for name in names if name}
        certain = {name: other for name, other in others.items() if _may_be(other, match)}
        if len({other.name for other in certain.values()}) == 1:
            name, match = next(iter(certain.items()))
            codes = f'the codes of "{name}"'
    if reason is not None:
        message = f'{codes} for "{printed}": {reason}'
        draft.remark(RemarkCode.AUTHORITY_UNCERTAIN, message, pointer="/authority/name")
    return Authority(name=printed, identifiers=match.identifiers)


def _may_be(other: AuthorityMatch, match: AuthorityMatch) -> bool:
    """Whether an authority is certain, and one of those that a printed name may mean."""
    return other.name is not None and (not match.candidates or other.name in match.candidates)
