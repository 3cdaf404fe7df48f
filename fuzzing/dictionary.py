"""The dictionary of the fuzzer: words from the data files of the package."""

from __future__ import annotations

import re
from pathlib import Path

_QUOTED = re.compile(r'"([ -!#-\[\]-~]{1,60})"')
_CHARACTERS = (
    r"\x0c",
    r"\x0d\x0a",
    r"\x0a\x0a",
    r"\xc2\xad",
    r"\xe2\x80\x8b",
    r"\xe2\x80\xa2 ",
    r"\xed\xa0\x80",
)


def make_dictionary(package: Path) -> str:
    """Return a libFuzzer dictionary of the quoted words in the data files of a package.

    The words come from every TOML file and from the JSON Schemas. Page breaks, line ends, invisible
    characters, a bullet and a lone surrogate are added.

    Args:
        package: The folder of ``inspection_model``.

    Raises:
        FileNotFoundError: If the package has no TOML file or no JSON Schema.
    """
    words: set[str] = set()
    for pattern in ("**/*.toml", "serialising/schemas/*.json"):
        files = sorted(package.glob(pattern))
        if not files:
            raise FileNotFoundError(f"no file matches {package / pattern}")
        for file in files:
            words.update(_QUOTED.findall(file.read_text(encoding="utf-8")))
    return "".join(f'"{word}"\n' for word in [*sorted(words), *_CHARACTERS])
