"""A line in a block of people: what it can be."""

from __future__ import annotations

import pytest

from inspection_model.reading.grammar.person_lines import PersonLine

_PROPERTIES = (
    "is_name", "is_person", "is_place", "is_stray", "is_in_brackets", "is_post", "is_titled", "is_and",
    "has_words", "begins_post", "names_body",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "true"),
    [
        ("Ada Quill", {"is_name", "is_person", "has_words"}),
        ("Dr. Ada Quill", {"is_name", "is_person", "is_titled", "has_words"}),
        # A street may look like a person, and after a title a person like a street.
        ("Pear Street", {"is_name", "is_place", "has_words"}),
        ("Pear Lane", {"is_name", "is_person", "is_place", "has_words"}),
        ("Ms Ada Lane", {"is_name", "is_person", "is_place", "is_titled", "has_words"}),
        ("Social Care", {"is_name", "has_words"}),
        # Single letters that extraction has left; capitals may be a name.
        ("t", {"is_stray", "has_words"}),
        ("B o", {"is_stray", "has_words"}),
        ("A B", {"is_name", "is_person", "has_words"}),
        ("7", {"has_words"}),
        ("(Lead Inspector)", {"is_in_brackets", "is_post", "has_words", "begins_post"}),
        ("(Lead) Inspector", {"is_post", "has_words", "begins_post"}),
        ("Director of Services", {"is_post", "has_words", "begins_post"}),
        ("Interim", {"has_words", "begins_post"}),
        ("Otterford Council", {"has_words", "names_body"}),
        # "Services" is a word of bodies, but it occurs in many posts, too.
        ("Director of Children's Services, Otterford Council", {"is_post", "has_words", "begins_post",
         "names_body"}),
        ("12 mill lane", {"is_place", "has_words"}),
        ("And", {"is_and", "has_words"}),
        ("&", {"is_and"}),
        ("---", set()),
        ("a - b", {"has_words"}),
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
        ("Otter", "Otterford", False),
        ("Otterford Council.", None, True),
        # A company without a word of bodies.
        ("Otterford Children First", None, True),
        ("Children First Lane", None, False),
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
        ("Chief Executive", "Director of Otterford Council", True),
        ("Chief Executive", "Otterford Council Director", False),
        ("Director of Children", "and", True),
        ("and", "Families", True),
        ("Director,", "and Leader of Otterford Council", True),
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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ada Quill\u00b9", "Ada Quill"),
        ("Ada Quill1", "Ada Quill"),
        ("Ada Quill **", "Ada Quill"),
        ("Ada Quill [1]", "Ada Quill"),
        ("Ada Quill(1)", "Ada Quill"),
        ("Ada Quill\u2020, HMI", "Ada Quill , HMI"),
        ("Ada Quill1 HMI", "Ada Quill  HMI"),
        # Not marks: within a name or a post, a number, a postcode, a sign within a word.
        ("Floor 2", "Floor 2"),
        ("AB1 2CD", "AB1 2CD"),
        ("Ada*Quill", "Ada*Quill"),
        ("Ada Mary* Quill", "Ada Mary* Quill"),
        ("Director* of Services", "Director* of Services"),
        ("(123) Mill Lane", "(123) Mill Lane"),
    ],
)
def test_a_footnote_mark_is_no_part_of_a_line(text: str, words: str) -> None:
    line = PersonLine(text)
    assert line.text == words
    assert bool(line.marks) == (text != words)
    for start, end in line.marks:
        assert not any(map(str.isalpha, text[start:end]))


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("Ada Quill (Lead Inspector)", "Ada Quill", "(Lead Inspector)"),
        ("Ada Quill [lead]", "Ada Quill", "[lead]"),
        ("Ada Quill (lead), HMI", "Ada Quill       , HMI", "(lead)"),
        # Not a role: a title, and brackets that do not follow a name or do not end.
        ("Ada Quill (Mrs.)", "Ada Quill (Mrs.)", None),
        ("Director (Interim)", "Director (Interim)", None),
        ("Ada Mary (Kit) Quill", "Ada Mary (Kit) Quill", None),
        ("Ada Quill (lead", "Ada Quill (lead", None),
    ],
)
def test_a_role_in_brackets_is_no_part_of_a_name(text: str, words: str, role: str | None) -> None:
    line = PersonLine(text)
    assert line.text == words
    assert (None if line.role is None else text[slice(*line.role)]) == role


@pytest.mark.parametrize("text", ["Mill Lane", "mill lane,", "MILL  LANE.", "Mill Lane ;"])
def test_lines_have_one_key_whatever_their_case_and_punctuation(text: str) -> None:
    assert PersonLine(text).key == "mill lane"


@pytest.mark.parametrize(
    ("text", "following", "is_next"),
    [
        ("Ada Quill, Director", "Mr Bo Marsh, Leader", True),
        ("Ada Quill HMI", "Bo Marsh HMI", True),
        # Without a title it may be the second post of the first.
        ("Ada Quill, Director", "Public Health Lead", False),
        ("Ada Quill, Director", "Mr Bo Marsh", False),
        ("Ada Quill", "Mr Bo Marsh, Leader", False),
    ],
)
def test_after_a_person_with_a_post_an_and_may_precede_the_next(
    text: str, following: str, is_next: bool
) -> None:
    assert PersonLine(text).has_post_before(PersonLine(following)) == is_next
