"""The first bytes of a JSON document, which distinguish it from a letter."""

from __future__ import annotations

__all__ = ["begins_as_document"]

# A byte order mark and white space may precede the opening brace.
_BEFORE = b"\xef\xbb\xbf \t\r\n"


def begins_as_document(data: bytes) -> bool:
    """Return whether bytes begin as a JSON document does. No letter begins with a brace.

    A byte order mark counts as the beginning of a document, although `loads()` rejects it: its error says
    what to do.
    """
    return data.lstrip(_BEFORE).startswith(b"{")
