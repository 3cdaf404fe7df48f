"""The fuzzer's dictionary contains the words of the frameworks and of the JSON Schemas."""

from __future__ import annotations

import runpy
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest

import inspection_model

DICTIONARY = Path(__file__).parents[1] / "fuzzing/dictionary.py"


@pytest.fixture(scope="module")
def make_dictionary() -> Callable[[Path], str]:
    return cast(Callable[[Path], str], runpy.run_path(str(DICTIONARY))["make_dictionary"])


def test_the_dictionary_has_words_of_the_frameworks_and_of_the_schemas(
    make_dictionary: Callable[[Path], str],
) -> None:
    words = make_dictionary(Path(inspection_model.__file__).parent).splitlines()
    assert '"ofsted-ucra"' in words  # only in a framework
    assert '"schema_version"' in words  # only in the schemas
    assert r'"\x0c"' in words
    assert all(word.isascii() for word in words)


@pytest.mark.parametrize(
    ("existing", "missing"),
    [("serialising/schemas/inspection.json", ".toml"), ("frameworks/data/kind.toml", ".json")],
)
def test_a_package_without_data_files_of_a_kind_is_an_error(
    tmp_path: Path, make_dictionary: Callable[[Path], str], existing: str, missing: str
) -> None:
    file = tmp_path / existing
    file.parent.mkdir(parents=True)
    file.write_text('"word"\n', encoding="utf-8")
    with pytest.raises(FileNotFoundError, match=rf"no file matches .*\*\{missing}"):
        make_dictionary(tmp_path)
