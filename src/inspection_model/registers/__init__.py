"""The register of English authorities."""

from inspection_model.registers.authorities import (
    AuthorityMatch,
    RegisteredAuthority,
    authorities,
    find_authority,
    match_authority,
)

__all__ = ["AuthorityMatch", "RegisteredAuthority", "authorities", "find_authority", "match_authority"]
