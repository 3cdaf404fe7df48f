"""Whole numbers in digits or words.

number := plain [ "(" plain ")" ]                                   "70 (seventy)": twice the same value
plain  := 1 to 4 digits | word | tens [ ( "-" | " " ) unit ]        "four", "seventy", "twenty-one"
"""

from __future__ import annotations

import functools
import re

from inspection_model.frameworks.lexicon import lexicon

__all__ = ["number_end", "number_value", "number_words"]

_DIGITS = re.compile(r"[0-9]{1,4}(?![0-9])")
_SEPARATOR = re.compile("[- ]")
_BRACKET = " ("
_TEN = 10


def number_end(folded: str, position: int) -> int:
    """Return the end of the number that starts at an offset, in digits or words; -1 without one.

    A number is not one if it is repeated in brackets with another value.
    """
    end = _plain_end(folded, position)
    if end < 0 or not folded.startswith(_BRACKET, end):
        return end
    start = end + len(_BRACKET)
    last = _plain_end(folded, start)
    if last < 0 or not folded.startswith(")", last):
        return end
    return last + 1 if number_value(folded[position:end]) == number_value(folded[start:last]) else -1


def _plain_end(folded: str, position: int) -> int:
    match = _DIGITS.match(folded, position) or _words().match(folded, position)
    return match.end() if match else -1


def number_value(folded: str) -> int:
    """Return the value of a number that `number_end` accepted."""
    numbers = lexicon().numbers
    folded = folded.partition(_BRACKET)[0]
    return int(folded) if folded.isdigit() else sum(numbers[word] for word in _SEPARATOR.split(folded))


@functools.cache
def number_words() -> str:
    """Return the pattern of a number in words; where several match, the longest is tried first."""
    numbers = lexicon().numbers
    tens = "|".join(word for word, value in numbers.items() if value > _TEN and value % _TEN == 0)
    units = "|".join(word for word, value in numbers.items() if value < _TEN and len(word) > len("an"))
    words = "|".join(sorted(numbers, key=len, reverse=True))
    return rf"(?:{tens})[- ](?:{units})\b|{words}"


@functools.cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"(?:{number_words()})\b")
