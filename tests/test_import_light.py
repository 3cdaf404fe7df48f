"""Importing the library is fast: no slow and no optional module is imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "cattrs",
    "click",
    "duckdb",
    "dateutil.parser",
    "hypothesis",
    "jinja2",
    "msgspec",
    "nanoarrow",
    "orjson",
    "pandas",
    "polars",
    "pyarrow",
    "pypdfium2",
    "rich",
    "tomllib",
    "xlsxwriter",
)


def loaded_after(statement: str) -> set[str]:
    """Run a statement in a new interpreter and return the names of the modules that it has loaded."""
    script = f"{statement}\nimport sys\nprint(*sys.modules, sep='\\n')"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_the_library_loads_nothing_heavy() -> None:
    loaded = loaded_after("import inspection_model")
    assert "inspection_model.model.inspection" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_importing_the_library_loads_no_part_that_reads_renders_or_serialises() -> None:
    loaded = loaded_after("import inspection_model")
    parts = {name.split(".")[1] for name in loaded if name.startswith("inspection_model.")}
    assert parts == {"errors", "model", "vocabulary"}


def test_building_a_record_loads_nothing_heavy() -> None:
    statement = "import inspection_model as im; im.Inspection(authority=im.Authority(name='Northmere'))"
    assert loaded_after(statement).isdisjoint(HEAVY)


EMPTY = '{"schema_version": "2.1", "type": "inspection"}'


@pytest.mark.parametrize(
    "use",
    [
        f"im.loads({EMPTY!r})",
        "im.dumps(im.Inspection())",
        "im.dumps(im.Inspection(), indent=2)",
        f"[*im.iter_json_lines({EMPTY!r})]",
    ],
)
def test_the_json_of_inspections_needs_neither_cattrs_nor_what_compares(use: str) -> None:
    loaded = loaded_after(f"import inspection_model as im; {use}")
    assert {"msgspec", "inspection_model.serialising.documents"} <= loaded
    assert loaded.isdisjoint({"cattrs", "inspection_model.comparing", "inspection_model.registers"})


def test_the_json_of_comparisons_loads_what_compares() -> None:
    document = EMPTY.replace("inspection", "history")
    assert "inspection_model.comparing" in loaded_after(
        f"import inspection_model as im; im.loads({document!r})"
    )


@pytest.mark.parametrize(
    ("statement", "module"),
    [
        ("import inspection_model; inspection_model.read_letter", "inspection_model.reading"),
        ("import inspection_model; inspection_model.make_converter()", "cattrs"),
        ("import inspection_model; inspection_model.shipped_frameworks()", "tomllib"),
    ],
)
def test_a_name_is_loaded_on_first_access(statement: str, module: str) -> None:
    assert module in loaded_after(statement)
