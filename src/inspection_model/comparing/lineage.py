"""Grouping records by authority, and joining the documents of authorities that followed each other."""

from __future__ import annotations

import re
from typing import TypeAlias

from inspection_model.comparing.dates import day_of
from inspection_model.model.inspection import Inspection
from inspection_model.registers.authorities import find_authority
from inspection_model.registers.matching import match_authority
from inspection_model.vocabulary import IdentifierScheme

__all__ = ["AuthorityKey", "authority_key", "dfe_code"]

AuthorityKey: TypeAlias = tuple[str, str]
"""What the inspections of one authority have in common: a DfE code, or a printed name."""

_NOT_WORD = re.compile("[^\\w]+")


def dfe_code(inspection: Inspection) -> str | None:
    """Return the DfE code of the inspected authority, or ``None`` if it is not certain.

    It is the code in the record, else that of the register for the record's GSS code, else for its name.
    """
    authority = inspection.authority
    if authority is None:
        return None
    code = authority.identifier(IdentifierScheme.DFE)
    if code is not None:
        return code
    gss = authority.identifier(IdentifierScheme.GSS)
    if gss is not None:
        entries = find_authority(IdentifierScheme.GSS, gss)
        return entries[-1].dfe if entries else None
    found = match_authority(authority.name, on=day_of(inspection))
    return next((each.value for each in found.identifiers if each.scheme is IdentifierScheme.DFE), None)


def authority_key(inspection: Inspection) -> AuthorityKey | None:
    """Return what decides to which history an inspection belongs; ``None`` if it names no body."""
    code = dfe_code(inspection)
    if code is not None:
        return "dfe", code
    body = inspection.authority or inspection.partnership
    if body is None:
        return None
    gss = inspection.authority.identifier(IdentifierScheme.GSS) if inspection.authority else None
    return ("gss", gss) if gss else ("name", _NOT_WORD.sub(" ", body.name.casefold()).strip())
