"""The addresses of links to the contact details of an inspectorate."""

from __future__ import annotations

import re

from inspection_model.model.inspectorate import Contact
from inspection_model.vocabulary import ContactKind

__all__ = ["contact_address"]

# Only values that match one of these patterns become links. The patterns accept plain ASCII without quotes,
# escapes, ports or user names. They have no nested repetition of the same characters, so that matching
# takes linear time.
_HOST = "[A-Za-z0-9-]+(?:[.][A-Za-z0-9-]+)+"
_EMAIL = re.compile(f"[A-Za-z0-9._+-]+@{_HOST}")
_WEB = re.compile(f"(?:https://)?({_HOST}(?:/[A-Za-z0-9._~/-]*)?)")


def contact_address(contact: Contact) -> str | None:
    """Return the link target of a contact, or ``None`` if the value is not certain to be safe."""
    if contact.kind is ContactKind.EMAIL and _EMAIL.fullmatch(contact.value):
        return f"mailto:{contact.value}"
    if contact.kind is ContactKind.WEB and (found := _WEB.fullmatch(contact.value)):
        return f"https://{found[1]}"
    return None
