"""Reading letters: from text or files to records, with the passage of every fact."""

from inspection_model.reading.files.batch import read_letters
from inspection_model.reading.files.letter_file import read_letter_bytes, read_letter_file
from inspection_model.reading.reader import read_letter

__all__ = ["read_letter", "read_letter_bytes", "read_letter_file", "read_letters"]
