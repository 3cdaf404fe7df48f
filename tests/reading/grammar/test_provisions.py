"""The legal basis of an inspection in the words of a letter."""

from __future__ import annotations

import pytest
from reading_samples import ucra_framework

from inspection_model.frameworks.framework import Dates, Provision
from inspection_model.model.legal_basis import LegalBasis
from inspection_model.reading.grammar.provisions import provision_at

_BASIS = LegalBasis(act="Harbours Act 1999", section="12", identifier="ukpga/1999/77/section/12")
_KNOWN = (
    Provision(
        basis=_BASIS,
        dates=Dates(),
        printed=("section 12 of the Harbours Act 1999", "s12 of the 1999\u2013Act"),
    ),
)


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("section 12 of the Harbours Act 1999", "section 12 of the Harbours Act 1999"),
        ("Section 12 of the HARBOURS Act 1999, as amended", "Section 12 of the HARBOURS Act 1999"),
        ("S12 of the 1999-act and more", "S12 of the 1999-act"),
    ],
)
def test_a_known_provision_is_read_in_each_of_its_ways(words: str, taken: str) -> None:
    assert provision_at(words, _KNOWN) == (_BASIS, len(taken))


def test_another_provision_is_read_to_the_end_of_the_text() -> None:
    words = "Section 7(2) of the Lakes Act 2001"
    assert provision_at(words, _KNOWN) == (LegalBasis(act="Lakes Act 2001", section="7(2)"), len(words))
    assert provision_at(words, ()) == provision_at(words, _KNOWN)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "the Lakes Act 2001",
        "under section 12 of the Harbours Act 1999",
        "sections 7 and 8 of the Lakes Act 2001",
        "section 7 of the Lakes Act",
        "section 7 of the Lakes Act 2001, as amended",
        "section 7 of the Lakes Order 2001",
        "section 7",
    ],
)
def test_other_words_are_not_a_provision(words: str) -> None:
    assert provision_at(words, _KNOWN) is None


def test_every_provision_of_a_shipped_framework_is_read() -> None:
    provisions = ucra_framework().provisions
    assert provisions
    for provision in provisions:
        for printed in provision.printed:
            assert provision_at(printed, provisions) == (provision.basis, len(printed))
