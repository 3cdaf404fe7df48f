"""Strategies for letter texts: exactly the requested damage is applied."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument
from searching import find

import inspection_model as im
from inspection_model import strategies
from inspection_model.strategies import Damage, LetterText, letter_texts

EMAIL = im.Contact(kind=im.ContactKind.EMAIL, value="a@example.org")
ONE_FINDING = im.Inspection(
    framework="ofsted-ucra",
    authority=im.Authority(name="Sampleton"),
    inspectorates=(
        im.Inspectorate(
            name="Ofsted", contacts=(im.Contact(kind=im.ContactKind.EMAIL, value="a@example.org"),)
        ),
    ),
    findings=(
        im.Finding(category=im.Category.STRENGTH, heading="Strengths", text="Calls are 'always' answered."),
        im.Finding(
            category=im.Category.STRENGTH,
            heading="Strengths",
            text="Managers check decisions, and most of them are timely, which parents have noticed.",
            parts=("Evenings are covered.",),
        ),
    ),
    publication=im.Publication(
        title="Unannounced inspection of contact, referral and assessment Sampleton",
        salutation="Dear Ms Ashby",
    ),
)
PLAIN = im.render_text(ONE_FINDING)
PLAIN_SYLLABLES = Damage(soft_hyphens=1).apply(PLAIN).count("\u00ad")


def lines_of(damage: Damage) -> list[str]:
    return damage.apply(PLAIN).splitlines()


def test_no_damage_leaves_a_letter_unchanged() -> None:
    assert Damage().apply(PLAIN) == PLAIN.rstrip("\n")


@pytest.mark.parametrize(
    ("damage", "holds"),
    [
        (Damage(bullet="•\t"), lambda text: "\n•\tCalls are" in text and "\n  o Evenings" in text),
        (Damage(width=50), lambda text: "- Managers check decisions, and most of them are\ntimely" in text),
        (Damage(width=50, hanging=True), lambda text: "most of them are\n  timely" in text),
        (Damage(page=4), lambda text: text.count("\f") == 1),
        (Damage(page=3, foot="Page {page} of {pages}"), lambda text: text.endswith(" Page 3 of 3")),
        (Damage(page=3, foot="{page}"), lambda text: re.findall(r"^ {30}(\d)$", text, re.M) == [*"123"]),
        (Damage(page=3, foot="Letter, {page}"), lambda text: text.count("Letter, ") == 3),
        (Damage(page=4, foot="Letter, {page}"), lambda text: "\f" in text and "Letter, " not in text),
        (Damage(blank_lines=3), lambda text: "Strengths\n\n\n\n- Calls" in text),
        (Damage(curly=True), lambda text: "Calls are ’always’ answered." in text),
        (Damage(soft_hyphens=1), lambda text: "Managers check dec\u00adisions" in text),
        (Damage(soft_hyphens=2), lambda text: text.count("\u00ad") == PLAIN_SYLLABLES // 2),
        (Damage(no_break_spaces=1), lambda text: "Dear\u00a0Ms\u00a0Ashby" in text),
        (Damage(line_end="\r\n"), lambda text: text.count("\r\n") == text.count("\n") > 9),
        (Damage(line_end="\r"), lambda text: "\n" not in text),
    ],
    ids=lambda value: repr(value) if isinstance(value, Damage) else "",
)
def test_damage_is_applied_and_nothing_is_lost(damage: Damage, holds: Callable[[str], bool]) -> None:
    text = damage.apply(PLAIN)
    assert holds(text)
    inspection = im.read_letter(text).inspection
    assert [finding.parts for finding in inspection.findings] == [(), ("Evenings are covered.",)]
    assert damage.curly or inspection == ONE_FINDING


def test_damage_is_applied_to_a_text_without_subject_salutation_and_end() -> None:
    assert Damage(width=20).apply("Some words appear here alone.\n") == "Some words appear\nhere alone."


@settings(max_examples=20)
@given(letter_texts(inspections=st.just(ONE_FINDING), damage=st.just(Damage(curly=True))))
def test_the_arguments_of_letter_texts_are_used(drawn: LetterText) -> None:
    assert drawn.inspection.findings[0].text == "Calls are ’always’ answered."
    assert drawn.text == Damage(curly=True).apply(PLAIN)


@pytest.mark.parametrize("argument", ["inspections", "damage"])
def test_letter_texts_rejects_arguments_that_are_not_strategies(argument: str) -> None:
    with pytest.raises(InvalidArgument, match=argument):
        letter_texts(**{argument: ONE_FINDING})  # type: ignore[arg-type]  # must be rejected
    with pytest.raises(InvalidArgument, match="items"):
        strategies.printed_inspections(items="a text")  # type: ignore[arg-type]  # as above


@pytest.mark.parametrize("sign", ["\f", "\u00ad", "\u00a0", "\r\n", "’", "•", "Page 2 of", "\n\n\n"])
def test_every_kind_of_damage_is_drawn(sign: str) -> None:
    texts = letter_texts(inspections=st.just(ONE_FINDING))
    assert sign in find(texts, lambda drawn: sign in drawn.text).text


@pytest.mark.parametrize(
    ("sign", "damage"),
    [("\u00ad", Damage(soft_hyphens=1)), ("\f", Damage(page=5)), ("\r", Damage(line_end="\r\n"))],
)
def test_examples_shrink_to_letters_with_one_damage(sign: str, damage: Damage) -> None:
    texts = letter_texts(inspections=st.just(ONE_FINDING))
    assert find(texts, lambda drawn: sign in drawn.text).text == damage.apply(PLAIN)
