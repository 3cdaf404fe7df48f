"""Each field validator rejects invalid values with the reason and repairs nothing."""

from __future__ import annotations

import datetime
import gc
import weakref
from enum import Enum
from typing import Any

import attrs
import pytest
from model_samples import FIELDS, SAMPLES, fields_holding, name_of, rebuilt, tuples_of

import inspection_model as im
from inspection_model.errors import InvalidTypeError, InvalidValueError
from inspection_model.model import fields

# A source may be any string. Texts that must match a pattern must be valid texts first.
TEXTS = [place for place in fields_holding(str) if name_of(place) != "Reading.source"]
_IDS = {"Body.kind", "Finding.area", "Judgement.area", "Judgement.grade", "Judgement.part_of"}
_OF_A_FORM = {
    *("Identifier.value", "Inspection.framework", "LegalBasis.identifier", "Passage.role"),
    "EarlierInspection.framework",
    *_IDS,
}
FREE_TEXTS = [place for place in TEXTS if name_of(place) not in _OF_A_FORM]
TUPLES_OF_TEXTS = tuples_of(records=False)
TUPLES_OF_RECORDS = tuples_of(records=True)

RULE = "one line of text: not empty, white space folded, no control characters"
FOLD = 'fold the white space first: " ".join(text.split())'
NO_TEXTS = {
    "empty": ("", "empty text; omit the field instead"),
    "a space before": (" Words", FOLD),
    "a space behind": ("Words ", FOLD),
    "two spaces": ("Two  words", FOLD),
    "a line feed": ("Two\nwords", FOLD),
    "a final line feed": ("Words\n", FOLD),
    "a carriage return": ("Two\rwords", FOLD),
    "a tab": ("Two\twords", FOLD),
    "a form feed": ("Two\fwords", FOLD),
    "a no-break space": ("Two\u00a0words", FOLD),
    "an em space": ("Two\u2003words", FOLD),
    "a narrow no-break space": ("Two\u202fwords", FOLD),
    "an ideographic space": ("Two\u3000words", FOLD),
    "a line separator": ("Two\u2028words", FOLD),
    "a next line": ("Two\u0085words", FOLD),
    "a NUL": ("Two\x00words", "U+0000 is not a text character; remove it"),
    "a delete": ("Two\x7fwords", "U+007F is not a text character; remove it"),
    "a control of the upper half": ("Two\x9fwords", "U+009F is not a text character; remove it"),
    "half a character": ("Two\ud800words", "U+D800 is not a text character; remove it"),
    "the other half": ("Two\udfffwords", "U+DFFF is not a text character; remove it"),
}
ODD_TEXTS = (
    "x",
    "£½",
    "naïve “quotes” – dash",
    "\u200bzero width",
    "\u202eright to left",
    "🙂",
    "\ue06e",
    "\ufffe",
)


def test_every_kind_of_field_is_looked_at() -> None:
    kinds = {type(getattr(SAMPLES[cls], name)) for cls, name in FIELDS} - {type(None)}
    enums = {kind for kind in kinds if issubclass(kind, Enum)}
    records = {kind for kind in kinds if attrs.has(kind)}
    assert kinds - enums - records == {str, tuple, int, datetime.date}
    assert len(TEXTS) > 20


@pytest.mark.parametrize("fault", NO_TEXTS)
@pytest.mark.parametrize("place", TEXTS, ids=name_of)
def test_an_invalid_text_is_refused_with_the_reason(place: tuple[type[Any], str], fault: str) -> None:
    value, hint = NO_TEXTS[fault]
    with pytest.raises(InvalidValueError) as caught:
        rebuilt(place[0], **{place[1]: value})
    assert str(caught.value) == f"{name_of(place)}: expected {RULE}, found {value!r}; {hint}"


@pytest.mark.parametrize("text", ODD_TEXTS)
@pytest.mark.parametrize("place", FREE_TEXTS, ids=name_of)
def test_an_odd_text_is_kept_as_it_is(place: tuple[type[Any], str], text: str) -> None:
    assert getattr(rebuilt(place[0], **{place[1]: text}), place[1]) == text


@pytest.mark.parametrize(
    "text", ["Front door", "front_door", "-front", "front-", "front--door", "früh", "a/b"]
)
@pytest.mark.parametrize("place", [place for place in TEXTS if name_of(place) in _IDS], ids=name_of)
def test_an_id_is_lower_case_words_joined_by_hyphens(place: tuple[type[Any], str], text: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        rebuilt(place[0], **{place[1]: text})
    assert caught.value.where == name_of(place)
    assert caught.value.expected.startswith("lower-case words and digits joined by hyphens, such as ")
    assert getattr(rebuilt(place[0], **{place[1]: "front-door-2"}), place[1]) == "front-door-2"


class _Text(str):
    __slots__ = ()


@pytest.mark.parametrize("place", TEXTS, ids=name_of)
def test_a_value_that_is_not_a_string_is_refused_as_a_text(place: tuple[type[Any], str]) -> None:
    for value in (1, b"Words", ["Words"], _Text("Words"), im.Category.STRENGTH):
        with pytest.raises(InvalidTypeError) as caught:
            rebuilt(place[0], **{place[1]: value})
        found = f"{type(value).__name__} {value!r}"
        assert str(caught.value) == f"{name_of(place)}: expected a text, found {found}"


@pytest.mark.parametrize("place", FIELDS, ids=name_of)
def test_none_is_allowed_only_where_it_is_the_default(place: tuple[type[Any], str]) -> None:
    cls, name = place
    if getattr(attrs.fields(cls), name).default is None:
        coupled = {"Declaration.count", "Due.count", "EarlierInspection.year", "Remark.start", "Remark.end"}
        if name_of(place) not in coupled:
            assert getattr(rebuilt(cls, **{name: None}), name) is None
    else:
        with pytest.raises(InvalidTypeError) as caught:
            rebuilt(cls, **{name: None})
        assert str(caught.value).startswith(f"{name_of(place)}: expected ")
        assert "found NoneType None" in str(caught.value)


@pytest.mark.parametrize("place", TUPLES_OF_TEXTS, ids=name_of)
def test_a_tuple_of_texts_refuses_a_bad_one_and_says_which(place: tuple[type[Any], str]) -> None:
    cls, name = place
    with pytest.raises(InvalidValueError) as caught:
        rebuilt(cls, **{name: ["Words", ""]})
    assert caught.value.where == f"{name_of(place)}[1]"
    with pytest.raises(InvalidTypeError) as wrong:
        rebuilt(cls, **{name: [1]})
    assert str(wrong.value) == f"{name_of(place)}[0]: expected a text, found int 1"
    assert getattr(rebuilt(cls, **{name: []}), name) == ()


@pytest.mark.parametrize("place", fields_holding(tuple), ids=name_of)
def test_a_value_that_is_not_an_ordered_sequence_is_refused(place: tuple[type[Any], str]) -> None:
    cls, name = place
    for value in (b"ab", {"a"}, frozenset({"a"}), {"a": 1}, 5):
        with pytest.raises(InvalidTypeError) as caught:
            rebuilt(cls, **{name: value})
        expected = "a tuple, or another ordered sequence"
        found = f"{type(value).__name__} {value!r}"
        assert str(caught.value) == f"{name_of(place)}: expected {expected}, found {found}"


@pytest.mark.parametrize("place", fields_holding(tuple), ids=name_of)
def test_a_single_string_is_not_accepted_as_a_sequence(place: tuple[type[Any], str]) -> None:
    with pytest.raises(InvalidTypeError) as caught:
        rebuilt(place[0], **{place[1]: "abc"})
    assert caught.value.hint == "wrap a single value in a tuple"
    assert caught.value.found == "str 'abc'"


@pytest.mark.parametrize("place", TUPLES_OF_RECORDS, ids=name_of)
def test_a_tuple_of_records_refuses_another_class_and_says_where(place: tuple[type[Any], str]) -> None:
    cls, name = place
    good = getattr(SAMPLES[cls], name)
    with pytest.raises(InvalidTypeError) as caught:
        rebuilt(cls, **{name: (*good, "x")})
    kind = type(good[0]).__name__
    where = f"{name_of(place)}[{len(good)}]"
    assert str(caught.value) == f"{where}: expected values of {kind}, found str 'x'"


_RECORDS = [place for kind in SAMPLES for place in fields_holding(kind)]


@pytest.mark.parametrize("place", _RECORDS, ids=name_of)
def test_a_field_for_one_record_refuses_another_class(place: tuple[type[Any], str]) -> None:
    cls, name = place
    kind = type(getattr(SAMPLES[cls], name)).__name__
    article = "an" if kind[0] in "AEIOU" else "a"
    with pytest.raises(InvalidTypeError) as caught:
        rebuilt(cls, **{name: {}})
    assert str(caught.value) == f"{name_of(place)}: expected {article} {kind}, found dict {{}}"
    with pytest.raises(InvalidTypeError, match="found str 'x'"):
        rebuilt(cls, **{name: "x"})


_CODES = [(cls, name) for cls, name in FIELDS if isinstance(getattr(SAMPLES[cls], name), Enum)]


@pytest.mark.parametrize("place", _CODES, ids=name_of)
def test_a_code_is_a_member_and_its_string_is_refused_with_the_member(place: tuple[type[Any], str]) -> None:
    cls, name = place
    member = getattr(SAMPLES[cls], name)
    with pytest.raises(InvalidTypeError) as caught:
        rebuilt(cls, **{name: member.value})
    assert caught.value.hint == f"use {member!r}"
    with pytest.raises(InvalidTypeError) as unknown:
        rebuilt(cls, **{name: "no such code"})
    assert unknown.value.hint is None
    with pytest.raises(InvalidTypeError):
        rebuilt(cls, **{name: 1})


@pytest.mark.parametrize("place", fields_holding(datetime.date), ids=name_of)
def test_a_day_is_a_date_and_no_moment(place: tuple[type[Any], str]) -> None:
    cls, name = place
    with pytest.raises(InvalidTypeError) as caught:
        rebuilt(cls, **{name: datetime.datetime(2009, 10, 6, 12, 0)})
    assert caught.value.hint == "use its date()"
    with pytest.raises(InvalidTypeError) as string:
        rebuilt(cls, **{name: "2009-10-06"})
    assert str(string.value) == f"{name_of(place)}: expected a date, found str '2009-10-06'"


@pytest.mark.parametrize("place", fields_holding(int), ids=name_of)
def test_a_number_is_a_whole_number_within_its_bounds(place: tuple[type[Any], str]) -> None:
    cls, name = place
    for value in (True, 1.0, "1"):
        with pytest.raises(InvalidTypeError, match="expected a whole number, found"):
            rebuilt(cls, **{name: value})
    for value in (-1, 2**60):
        with pytest.raises(InvalidValueError, match=r"expected a whole number from \d+ to \d+, found"):
            rebuilt(cls, **{name: value})


@pytest.mark.parametrize(
    ("cls", "name", "least", "most"),
    [
        (im.Finding, "number", 1, 9999),
        (im.Declaration, "count", 1, 9999),
        (im.Due, "count", 1, 9999),
        (im.AnnualRating, "year", 1902, 9999),
        (im.EarlierInspection, "year", 1900, 2099),
        (im.EarlierInspection, "month", 1, 12),
    ],
)
def test_the_bounds_of_a_number_are_allowed_and_nothing_beyond(
    cls: type[Any], name: str, least: int, most: int
) -> None:
    assert getattr(rebuilt(cls, **{name: least}), name) == least
    assert getattr(rebuilt(cls, **{name: most}), name) == most
    for beyond in (least - 1, most + 1):
        with pytest.raises(InvalidValueError) as caught:
            rebuilt(cls, **{name: beyond})
        assert caught.value.expected == f"a whole number from {least} to {most}"


def test_what_was_found_is_shortened_to_sixty_characters() -> None:
    for length, shown in ((56, "'" + "a" * 56 + "\\n'"), (57, "'" + "a" * 57 + "\\…")):
        with pytest.raises(InvalidValueError) as caught:
            im.Person(name="a" * length + "\n")
        assert caught.value.found == shown
        assert len(shown) == 60
    with pytest.raises(InvalidValueError) as caught:
        im.Person(name="a" * 1000 + "\n")
    assert caught.value.found == "'" + "a" * 58 + "…"


def test_a_text_of_a_million_characters_is_kept() -> None:
    assert len(im.Person(name="a" * 1_000_000).name) == 1_000_000


def test_a_number_that_python_does_not_write_is_refused_with_our_error() -> None:
    with pytest.raises(InvalidValueError, match="a very long int"):
        im.Finding(category=im.Category.STRENGTH, text="Words", number=10**5000)


def test_a_long_value_is_checked_and_not_kept() -> None:
    class Text(str):
        """A text to which a weak reference is possible."""

    has_form = fields.form("[a-z]+")
    for length in (3, 10_000):
        good, bad = Text("a" * length), Text("A" * length)
        assert has_form(good)
        assert not has_form(bad)
        assert has_form(good)
        references = [weakref.ref(good), weakref.ref(bad)]
        del good, bad
        gc.collect()
        assert [reference() is None for reference in references] == [length > 200] * 2
