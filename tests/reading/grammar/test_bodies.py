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
        ("otterford", "otterford"),
        ("the borough of otterford", "borough of otterford"),
        ("otterford local authority", "otterford"),
        ("otterford's", "otterford"),
        ("the wrens'", "wrens"),
        ("otterford council, ", "otterford council"),
        ("the otterford local authority's", "otterford"),
        ("the ", ""),
    ],
)
def test_the_name_of_an_authority_is_without_an_article_and_without_an_ending(words: str, name: str) -> None:
    sentence = f"we visited {words} on monday"
    start = len("we visited ")
    first, last = authority_span(sentence, start, start + len(words))
    assert sentence[first:last] == name


@pytest.mark.parametrize(
    ("text", "authority", "body"),
    [
        ("Director Otterford Council Mill Lane", "Otterford", "Otterford Council"),
        ("Director Otterford City Council, Mill Lane", "Otterford", "Otterford City Council"),
        ("Director, London Borough of Otterford", "Otterford", "London Borough of Otterford"),
        ("Director, the Otterford Trust", "Otterford", "Otterford Trust"),
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
