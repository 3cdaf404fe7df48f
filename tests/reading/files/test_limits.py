"""Limits of time and memory: their values, and what a file over one gives."""

from __future__ import annotations

import math
import resource
import sys
from pathlib import Path
from typing import Any

import pytest

from inspection_model.errors import InvalidTypeError, InvalidValueError
from inspection_model.reading import read_letters
from inspection_model.reading.files import limits
from inspection_model.reading.files.limits import OVER_MEMORY, OVER_TIME, Limits, memory_used, over_limit


def test_there_are_limits_by_default() -> None:
    assert Limits.checked() == Limits(seconds=60, memory=1_000_000_000, size=100_000_000)
    given = Limits.checked(seconds=0.5, memory=math.inf, size=7)
    assert given == Limits(seconds=0.5, memory=math.inf, size=7)


@pytest.mark.parametrize("name", ["max_seconds", "max_memory", "max_bytes"])
@pytest.mark.parametrize(
    ("value", "kind", "words"),
    [
        (0, InvalidValueError, "a number greater than 0, found 0"),
        (-1.5, InvalidValueError, "a number greater than 0, found -1.5"),
        (math.nan, InvalidValueError, "a number greater than 0, found nan"),
        ("1", InvalidTypeError, "a number, found str"),
        (True, InvalidTypeError, "a number, found bool"),
    ],
)
def test_a_limit_is_a_number_greater_than_zero(
    name: str, value: object, kind: type[Exception], words: str
) -> None:
    options: dict[str, Any] = {name: value}
    with pytest.raises(kind) as caught:
        read_letters([], **options)
    assert str(caught.value) == f"read_letters({name}): expected {words}; for no limit, pass math.inf"


def test_the_exit_status_of_a_process_tells_the_limit() -> None:
    given = Limits(seconds=1.5, memory=2_000_000, size=1)
    assert str(over_limit("a.pdf", OVER_TIME, given)) == (
        "a.pdf: reading it takes longer than the limit of 1.5 s; "
        "if it is a letter or report, raise max_seconds"
    )
    assert str(over_limit("a.pdf", OVER_MEMORY, given)) == (
        "a.pdf: reading it needs more memory than the limit of 2 MB; "
        "if it is a letter or report, raise max_memory"
    )
    assert over_limit("a.pdf", -11, given) is None


def test_memory_is_in_bytes_and_unknown_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    before = memory_used()
    assert 10_000_000 < before < 10_000_000_000
    kept = b"x" * 100_000_000
    assert memory_used() > before + 90_000_000
    assert kept
    monkeypatch.setattr(limits, "_STATM", Path("missing"))
    used = resource.getrusage(resource.RUSAGE_SELF)
    monkeypatch.setattr(resource, "getrusage", lambda _: used)
    monkeypatch.setattr(sys, "platform", "linux")
    assert memory_used() == used.ru_maxrss * 1024
    monkeypatch.setattr(sys, "platform", "darwin")
    assert memory_used() == used.ru_maxrss
    monkeypatch.setitem(sys.modules, "resource", None)
    assert memory_used() == 0
