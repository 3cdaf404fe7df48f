"""A frozen clock replaces `datetime.date` by a subclass; records and what is cached hold plain dates."""

from __future__ import annotations

import datetime
import subprocess
import sys

import pytest
from freezegun.api import FakeDate, FakeDatetime

import inspection_model as im
from inspection_model.model.days import as_day, date_class

# Uses every function that stores something for later: frameworks, members, twins, hooks.
USE_EVERYTHING = """
import copy, pickle
import inspection_model as im
from inspection_model.model.pickling import TrustedPickle
from inspection_model.serialising import fast
from inspection_model.serialising.json_schema import make_json_schema

LETTER = '''12 March 2019

Dear Ms Fenn

Focused visit to Quillmere children's services

This letter summarises the findings of the focused visit to Quillmere children's services on 5 and 6
March 2019.

Main findings

Plans are clear.

Yours sincerely

Ivo Marsh
His Majesty's Inspector
'''

def use_everything():
    reading = im.read_letter(LETTER)
    inspection = reading.inspection
    days = [inspection.publication.date, *inspection.visit.days]
    assert [str(day) for day in days] == ["2019-03-12", "2019-03-05", "2019-03-06"]
    due = im.Due(unit=im.DueUnit.DATE, date=datetime.date(2019, 4, 1))
    inspection = im.Inspection(
        visit=inspection.visit,
        publication=inspection.publication,
        obligations=[im.Obligation(text="Reply.", due=due)],
    )
    kinds = {type(day) for day in (*days, due.date)}
    assert kinds == {type(PLAIN)}, kinds
    for fast.enabled in (True, False):
        assert im.loads(im.dumps(inspection)) == inspection
        assert im.loads(im.canonical_bytes(reading)) == reading
        assert type(im.loads(im.dumps(inspection)).publication.date) is type(PLAIN)
        for converter in (im.make_converter(), own_converter()):
            plain = converter.unstructure(inspection)
            assert plain["publication"]["date"] == "2019-03-12"
            assert converter.structure(plain, im.Inspection) == inspection
        assert im.make_converter().structure("2019-03-12", datetime.date) == days[0]
        assert im.make_converter().unstructure(days[0]) == "2019-03-12"
    fast.enabled = True
    for wrapped in (inspection, TrustedPickle(inspection), reading):
        assert pickle.loads(pickle.dumps(wrapped)) in (inspection, reading)
    assert copy.deepcopy(inspection) == inspection
    assert make_json_schema("inspection") == im.json_schema("inspection")
    assert "12 March 2019" in im.render_html(inspection) and "12 March 2019" in im.render_text(inspection)
    return im.check(inspection), im.content_hash(inspection)

def own_converter():
    import cattrs

    converter = cattrs.Converter()
    im.configure_converter(converter)
    return converter
"""
START = "import datetime, freezegun\nPLAIN = datetime.date(2000, 1, 1)\n"
FROZEN = 'with freezegun.freeze_time("2024-05-01"):\n    seen = use_everything()\n'
THAWED = "assert use_everything() == seen\n"


@pytest.mark.parametrize(
    "program",
    [
        START + USE_EVERYTHING + FROZEN + THAWED + FROZEN,
        START
        + f"with freezegun.freeze_time('2024-05-01'):\n    exec({USE_EVERYTHING!r})\n"
        + FROZEN
        + THAWED,
        START + USE_EVERYTHING + "seen = use_everything()\n" + FROZEN + THAWED,
    ],
    ids=["imported before, first used when frozen", "imported when frozen", "used before"],
)
def test_everything_works_while_the_clock_is_frozen_and_afterwards(program: str) -> None:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_day_of_another_class_becomes_a_plain_date() -> None:
    given = FakeDate(2019, 3, 5)
    period = im.Period(start=given, end=given)
    letter = im.Publication(date=given)
    due = im.Due(unit=im.DueUnit.DATE, date=given)
    for day in (period.start, period.end, letter.date, due.date):
        assert type(day) is datetime.date
        assert day == given
    assert eval(repr(period), {"Period": im.Period, "datetime": datetime}) == period


def test_a_datetime_of_another_class_is_still_rejected() -> None:
    with pytest.raises(
        im.InvalidTypeError, match=r"Publication\.date: expected a date, .*; use its date\(\)"
    ):
        im.Publication(date=FakeDatetime(2019, 3, 5, 12, 30))


@pytest.mark.parametrize("value", ["2019-03-05", 5, datetime.datetime(2019, 3, 5)])
def test_what_is_no_day_is_left_for_the_rule_to_reject(value: datetime.date) -> None:
    assert as_day(value) is value


def test_the_class_of_days_is_that_of_the_standard_library(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = datetime.date
    monkeypatch.setattr(datetime, "date", FakeDate)
    assert date_class() is plain
