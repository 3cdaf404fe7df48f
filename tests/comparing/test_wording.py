from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import inspection_model as im
from inspection_model.comparing.wording import wording

WORDS = st.lists(st.sampled_from(["a", "b", "c", "d"]), min_size=1, max_size=12).map(" ".join)


@given(WORDS, WORDS)
def test_the_runs_of_each_side_are_its_text(earlier: str, later: str) -> None:
    changes = wording(earlier, later)
    assert " ".join(change.earlier for change in changes if change.earlier) == earlier
    assert " ".join(change.later for change in changes if change.later) == later


@given(WORDS, WORDS)
def test_with_the_texts_exchanged_the_sides_are_exchanged(earlier: str, later: str) -> None:
    mirrored = [im.WordChange(earlier=each.later, later=each.earlier) for each in wording(earlier, later)]
    assert list(wording(later, earlier)) == mirrored


def test_a_replaced_word_stands_between_the_shared_ones() -> None:
    assert wording("plans are late", "plans are early") == (
        im.WordChange(earlier="plans are", later="plans are"),
        im.WordChange(earlier="late", later="early"),
    )


def test_very_long_texts_are_compared_by_their_beginnings_and_ends() -> None:
    changes = wording(f"one {'b a ' * 2000}end", f"one {'a b c ' * 2000}end")
    assert [change.earlier == change.later for change in changes] == [True, False, True]
