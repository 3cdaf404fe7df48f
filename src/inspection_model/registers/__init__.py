"""The register of English authorities."""

from inspection_model.registers.authorities import (
    RegisteredAuthority,
    authorities,
    find_authority,
    registered_authority,
)
from inspection_model.registers.matching import AuthorityMatch, match_authority

__all__ = [
    "AuthorityMatch",
    "RegisteredAuthority",
    "authorities",
    "find_authority",
    "match_authority",
    "registered_authority",
]
