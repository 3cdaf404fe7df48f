"""From a letter's text to a record."""

from inspection_model.reading.files import read_letter_file
from inspection_model.reading.folders import read_letters
from inspection_model.reading.letter import read_letter

__all__ = ["read_letter", "read_letter_file", "read_letters"]
