"""What a framework says of its reports: labels of fields, words that are written, inspectorates."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspection_model.frameworks.fields import field_phrases
from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.inspectorates import inspectorate_forms, inspectorate_of
from inspection_model.frameworks.loading import load_framework, parse_framework
from inspection_model.frameworks.written import WrittenWords

LIGHTHOUSES = load_framework(Path(__file__).with_name("lighthouse-review.toml"))


def test_a_label_is_words_a_colon_and_a_slot_of_the_frameworks_own_phrases() -> None:
    labels = {fact.name: [phrase.text for phrase in field_phrases(fact)] for fact in LIGHTHOUSES.facts}
    assert {name: texts for name, texts in labels.items() if texts} == {
        "opening": ["Seen on: {visit}"],
        "previous": ["Seen before: {previous}"],
        "contributes_to": ["Part of: {contributes_to}"],
        "lead_inspectors": ["Led by: {lead_inspectors}"],
    }


def test_the_words_that_are_written_are_as_in_the_file() -> None:
    assert LIGHTHOUSES.written == WrittenWords(
        grade_header=("What we judged", "Our grade"),
        aside_heading="How we came to our view",
        team_heading="Who came",
    )
    assert Framework(id="own", title="Own", inspectorate="Own Office").written == WrittenWords()


@pytest.mark.parametrize(
    ("post", "position"),
    [("Coast Office inspector", 0), ("FSB lead inspector", 1), ("Fog Signal Board HMI", 1), ("inspector", 0)],
)
def test_the_post_says_to_which_inspectorate_an_inspector_belongs(post: str, position: int) -> None:
    assert inspectorate_of(post.lower(), LIGHTHOUSES) == position
    assert inspectorate_forms(LIGHTHOUSES) == (("coast office",), ("fog signal board", "fsb"))


@pytest.mark.parametrize(
    ("link", "headings"),
    [
        ("–", ["The quay – Calm", "The quay– Calm", "The quay Calm"]),
        ("is", ["The quay is Calm", "The quay Calm"]),
        (":", ["The quay: Calm", "The quay Calm"]),
    ],
)
def test_a_dash_between_an_area_and_its_grade_may_have_a_space_before_it(
    link: str, headings: list[str]
) -> None:
    own = parse_framework(
        f"""
        id = "own"
        title = "Own"
        inspectorate = "Own Office"
        grade_links = ["{link}"]
        area = [{{ id = "quay", printed = ["The quay"] }}]
        grade = [{{ id = "calm", rank = 1, printed = ["Calm"] }}]
        section = [{{ category = "main-finding", area = "quay" }}]
        """,
        name="own.toml",
    )
    assert list(own.sections[0].headings) == headings
