"""The legal basis of an inspection in the words of a letter."""

from __future__ import annotations

from collections.abc import Iterable

from inspection_model.frameworks.framework import Provision
from inspection_model.frameworks.words import fold_words
from inspection_model.model.legal_basis import LegalBasis

__all__ = ["provision_at"]


def provision_at(words: str, known: Iterable[Provision]) -> tuple[LegalBasis, int] | None:
    """Return the legal basis that a text begins with, and where its words end.

    Args:
        words: The text as printed.
        known: The provisions of the framework. Another one is read where it is printed as "section N
            of the X Act YYYY", to the end of the text.
    """
    folded = fold_words(words)
    for provision in known:
        for printed in provision.printed:
            if folded.startswith(fold_words(printed)):
                return provision.basis, len(printed)
    section, of, act = words.partition(" of the ")
    if of and section.lower().startswith("section ") and act[-4:].isdigit() and " Act " in act:
        return LegalBasis(act=act, section=section[len("section ") :]), len(words)
    return None
