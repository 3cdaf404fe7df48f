"""Names of bodies in a sentence and in a line of a person."""

from __future__ import annotations

import pytest

from inspection_model.reading.grammar.bodies import (
    authority_span,
    organisation_span,
    post_and_organisation,
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Otterford", "Otterford"),
        ("the borough of Otterford", "borough of Otterford"),
        ("the London Borough of Otterford", "London Borough of Otterford"),
        ("The Otterford council", "Otterford council"),
        ("Otterford local authority", "Otterford"),
        ("Otterford's", "Otterford"),
        ("the Wrens'", "Wrens"),
        ("Otterford Council, ", "Otterford Council"),
        ("the Otterford Local Authority's", "Otterford"),
        ("Otter, Ford and Mere", "Otter, Ford and Mere"),
        ("Otterford upon Mere", "Otterford upon Mere"),
        ("Otterford Children's Trust", "Otterford Children's Trust"),
        # From the middle of a phrase.
        ("the fostering service of Otterford", "Otterford"),
        ("services for young carers in Otterford", "Otterford"),
        ("the local authority of Otterford", "Otterford"),
        ("the children's services of the city of Otterford", "city of Otterford"),
        ("Otterford, which took place", "Otterford"),
        ("Otterford that took place", "Otterford"),
        ("Otterford and its partners", "Otterford"),
        ("Otterford's Front Door", "Otterford"),
        # No name.
        ("the ", ""),
        ("local authority", ""),
        ("The", ""),
    ],
)
def test_the_name_of_an_authority_is_without_what_stands_around_it(words: str, name: str) -> None:
    sentence = f"We visited {words} on Monday"
    start = len("We visited ")
    first, last = authority_span(sentence, start, start + len(words))
    assert sentence[first:last] == name


@pytest.mark.parametrize(
    ("text", "authority", "body"),
    [
        ("Director Otterford Council Mill Lane", "Otterford", "Otterford Council"),
        ("Director Otterford City Council, Mill Lane", "Otterford", "Otterford City Council"),
        ("Director, London Borough of Otterford", "Otterford", "London Borough of Otterford"),
        ("Director, the Otterford Trust", "Otterford", "Otterford Trust"),
        # Another body that is named after the place.
        ("Director, Otterford Children's Trust, Mill Lane", "Otterford", "Otterford Children's Trust"),
        (
            "Director Otterford Children and Families Trust",
            "Otterford",
            "Otterford Children and Families Trust",
        ),
        ("Director, Otterford Children First, Mill Lane", "Otterford", "Otterford Children First"),
        ("Director Otterford Children Mill", "Otterford", "Otterford"),
        ("Director Otterford Trust Children's Trust", "Otterford", "Otterford Trust"),
        # The name of a building or a street is not that of the body.
        ("Director Otterford House Otterford Council", "Otterford", "Otterford Council"),
        ("Director Otterford Lane,", "Otterford", None),
        ("Director Otterford Council House", "Otterford Council", "Otterford Council"),
        # Only whole words are the name.
        ("Director of Northmere Services Mere Council", "Mere", "Mere Council"),
        # A post may contain the name.
        ("Director for Otterford", "Otterford", None),
        ("Director for the Otterford", "Otterford", None),
        ("Director of Services", "Otterford", None),
        ("Director Otterford Council", None, None),
        # The name must follow the start of the post.
        ("Otterford Director", "Otterford", None),
    ],
)
def test_the_body_is_the_name_of_the_authority_with_the_words_around_it(
    text: str, authority: str | None, body: str | None
) -> None:
    span = organisation_span(text, 0, authority)
    assert (None if span is None else text[slice(*span)]) == body


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Director of People, Otterford Council", ("Director of People", "Otterford Council")),
        ("Director of People \u2013 Otterford Council", ("Director of People", "Otterford Council")),
        ("Director of People, Otterford Council,", ("Director of People", "Otterford Council")),
        # Another body than the authority, after the last comma or dash.
        ("Chief Executive, Northmere Children's Trust", ("Chief Executive", "Northmere Children's Trust")),
        ("Leader - Northmere Trust Ltd", ("Leader", "Northmere Trust Ltd")),
        ("Chief Executive, Together for Children", ("Chief Executive", "Together for Children")),
        ("Chief Executive, Otterford Children's Trust", ("Chief Executive", "Otterford Children's Trust")),
        ("Chief Executive of Northmere Trust", None),
        ("Director of People, Adults and Health", None),
        ("Director of People, the Trust", None),
        ("Director, Leader of the Council", None),
        ("Director, Ltd", None),
        ("Director,", None),
        # The words before the body are not a post, or other words follow it.
        ("People of Pear, Otterford Council", None),
        ("Director of People, Otterford Council, north", None),
        ("Director of People", None),
    ],
)
def test_a_line_of_a_post_and_a_body_is_split(text: str, parts: tuple[str, str] | None) -> None:
    split = post_and_organisation(text, "Otterford")
    found = None if split is None else (text[: split[0]], text[split[1] : split[2]])
    assert found == parts
