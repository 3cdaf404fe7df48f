"""A line in a block of people: what it can be."""

from __future__ import annotations

import pytest

from inspection_model.reading.grammar.person_lines import PersonLine

_PROPERTIES = ("is_name", "is_post", "is_titled", "is_and", "has_words", "begins_post", "names_body")


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("Ada Quill", {"is_name", "has_words"}),
        ("Dr. Ada Quill", {"is_name", "is_titled", "has_words"}),
        ("Director of Services", {"is_post", "has_words", "begins_post"}),
        ("Interim", {"has_words", "begins_post"}),
        ("Otterford Council", {"has_words", "names_body"}),
        # "Services" is a word of bodies, but it occurs in many posts, too.
        ("Director of Children's Services, Otterford Council", {"is_post", "has_words", "begins_post",
         "names_body"}),
        ("12 mill lane", {"has_words"}),
        ("And", {"is_and", "has_words"}),
        ("&", {"is_and"}),
        ("---", set()),
    ],
)  # fmt: skip
def test_what_a_line_can_be(text: str, true: set[str]) -> None:
    line = PersonLine(text)
    assert {name for name in _PROPERTIES if getattr(line, name)} == true


@pytest.mark.parametrize(
    ("text", "authority", "is_body"),
    [
        ("Otterford Council", None, True),
        # The name of the authority, or a part of it.
        ("Otterford,", "London Borough of Otterford", True),
        ("Otterford", None, False),
        ("Northmere", "Otterford", False),
        # A building may be named after a body.
        ("The Council Offices", None, False),
        ("Council House", None, False),
    ],
)
def test_a_body_has_a_word_of_bodies_or_is_the_authority(
    text: str, authority: str | None, is_body: bool
) -> None:
    assert PersonLine(text).is_body(authority) == is_body


@pytest.mark.parametrize(
    ("text", "separate", "together"),
    [
        ("Bo Marsh, Director", True, True),
        ("Mr Bo Marsh Director", True, True),
        # Without a title or a comma it may be a post.
        ("Bo Marsh Director", False, True),
        ("Bo Marsh", False, False),
        ("Director", False, False),
    ],
)
def test_a_line_names_the_next_person_with_a_post(text: str, separate: bool, together: bool) -> None:
    assert PersonLine(text).names_next(together=False) == separate
    assert PersonLine(text).names_next(together=True) == together


@pytest.mark.parametrize(
    ("before", "text", "continues"),
    [
        ("Director of", "Services", True),
        ("Director", "of Services", True),
        ("Director", "(Interim)", True),
        ("Director", "by night", True),
        ("Director /", "Leader", True),
        ("Director of Children,", "Families", True),
        ("Director of Children,", "Otterford Council", False),
        ("Director of Children,", "Mr Bo Marsh, Leader", False),
        ("Chief Executive", "Director of Services", True),
        ("Chief Executive", "Director of Otterford Council", False),
        ("Chief Executive", "Bo Marsh, Director", False),
        ("Director of Services", "Mill Lane", False),
    ],
)
def test_a_post_continues_after_an_unfinished_one_or_with_another(
    before: str, text: str, continues: bool
) -> None:
    assert PersonLine(text).continues_post(before, together=False) == continues


def test_a_name_without_a_comma_ends_a_post_if_names_and_posts_share_lines() -> None:
    line = PersonLine("Bo Marsh Director")
    assert line.continues_post("Executive", together=False)
    assert not line.continues_post("Executive", together=True)


@pytest.mark.parametrize(
    ("before", "text", "following", "completes"),
    [
        # After a post of words that only begin others ("Executive Director"), or above the body.
        ("Executive Director", "People", "Mill Lane", True),
        ("Executive Director", "People", None, True),
        ("Interim", "People", None, True),
        ("Director", "People", None, False),
        ("Director of Families and Lifelong", "Learning", "Otterford Council", True),
        ("Director of Families", "Pear", "Mill Lane", False),
        ("Director of Families", "Pear", None, False),
        ("Her Majesty's Inspector", "Pear", None, False),
        # A body, a line with a title or a number, the next person, a building or a street.
        ("Director", "Otterford Council", None, False),
        ("Director", "Mr Pear", None, False),
        ("Director", "Floor 2", None, False),
        ("Director", "Bo Marsh", "Chief Executive", False),
        ("Director", "Bo Marsh, Chief Executive", None, False),
        ("Director", "Pear House", "Otterford Council", False),
        ("Director", "Pear Square", "Otterford Council", False),
    ],
)
def test_a_line_completes_a_bare_post_or_one_above_the_body(
    before: str, text: str, following: str | None, completes: bool
) -> None:
    below = None if following is None else PersonLine(following)
    assert PersonLine(text).completes_post(before, below) == completes
