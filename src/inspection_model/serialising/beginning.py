"""The first bytes of a JSON document, which distinguish it from a letter."""

from __future__ import annotations

__all__ = ["BEFORE_DOCUMENT", "begins_as_document"]

BEFORE_DOCUMENT = b"\xef\xbb\xbf \t\r\n"
"""The bytes that may precede the opening brace: a byte order mark and white space."""


def begins_as_document(data: bytes) -> bool:
    """Return whether bytes begin as a JSON document does. No letter begins with a brace.

    A byte order mark counts as the beginning of a document, although `loads()` rejects it: its error says
    what to do.
    """
    return data.lstrip(BEFORE_DOCUMENT).startswith(b"{")
