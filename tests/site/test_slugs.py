"""Names of files: readable, different, and allowed on every file system."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from inspection_model.site.slugs import Slugs, slug


def test_a_name_is_lower_case_with_hyphens_and_its_code() -> None:
    assert slug("Bristol, City of", "801") == "bristol-city-of-801"
    assert slug("King’s Lynn & Sørmark's Élan", None) == "kings-lynn-srmarks-elan"


def test_a_name_without_letters_and_one_that_windows_reserves_are_replaced() -> None:
    assert slug("???", None) == "unnamed"
    assert slug("CON") == "con-1"
    assert slug("Lpt9", None) == "lpt9-1"
    assert slug("Conway") == "conway"


def test_a_long_name_is_cut_between_words_if_it_can_be() -> None:
    assert slug("x" * 59 + " of the marsh", "801") == "x" * 59 + "-801"
    assert slug("x" * 60 + " of the marsh", "801") == "x" * 60 + "-801"
    assert slug("marsh " + "x" * 60) == "marsh"
    assert slug("x" * 70) == "x" * 60


def test_a_name_that_is_taken_gets_the_first_free_number() -> None:
    slugs = Slugs()
    taken = [
        slugs.take(name) for name in ("Saltmarsh", "saltmarsh", "SALT MARSH", "Saltmarsh 2", "Saltmarsh")
    ]
    assert taken == ["saltmarsh", "saltmarsh-2", "salt-marsh", "saltmarsh-2-2", "saltmarsh-3"]


@given(st.lists(st.text(st.characters())))
def test_names_are_different_and_safe_whatever_the_texts(texts: list[str]) -> None:
    slugs = Slugs()
    taken = [slugs.take(text) for text in texts]
    assert len(set(taken)) == len(texts)
    assert all(re.fullmatch("[a-z0-9]+(?:-[a-z0-9]+)*", name) for name in taken)
