"""The columns of the tables: their names, types and meanings, and when a value is missing."""

from __future__ import annotations

import functools
from importlib.resources import files
from typing import Any, Literal, TypeAlias, final

import attrs

__all__ = ["Column", "ColumnType", "TableSchema", "schema_version", "table_schemas"]

ColumnType: TypeAlias = Literal["text", "date", "number", "texts"]
"""A text, a date, a whole number of 32 bits, or a list of texts."""

# This table has its columns only, without those that all tables have about the inspection.
_ALONE = "d2i"
# The end of the name of the column with the ids of the rows, which is the first.
_ID = "_id"


@final
@attrs.frozen(kw_only=True)
class Column:
    """A column of a table.

    Attributes:
        name: Its name.
        type: The type of its values.
        meaning: What a value says.
        null: When a value is missing, or ``never``.
    """

    name: str
    type: ColumnType
    meaning: str
    null: str


@final
@attrs.frozen(kw_only=True)
class TableSchema:
    """The columns of a table.

    Attributes:
        name: The name of the table.
        meaning: What a row is.
        columns: The columns, in their order: the id of the row, those about the inspection, the others.
        about: Where the columns about the inspection are; empty for a table without them.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    about: slice = slice(0, 0)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)


def schema_version() -> str:
    """Return the version of the schema. It changes with every change of a column."""
    return str(_data()["version"])


@functools.cache
def table_schemas() -> dict[str, TableSchema]:
    """Return the schema of each table by its name."""
    data = _data()
    about = _columns(data["about"])
    return {
        name: _schema(name, meaning, about, _columns(data[name])) for name, meaning in data["tables"].items()
    }


def _schema(name: str, meaning: str, about: tuple[Column, ...], own: tuple[Column, ...]) -> TableSchema:
    if name == _ALONE:
        return TableSchema(name=name, meaning=meaning, columns=own)
    ids = 1 if own[0].name.endswith(_ID) else 0
    columns = (*own[:ids], *about, *own[ids:])
    return TableSchema(name=name, meaning=meaning, columns=columns, about=slice(ids, ids + len(about)))


def _columns(tables: list[dict[str, Any]]) -> tuple[Column, ...]:
    return tuple(Column(**table) for table in tables)


@functools.cache
def _data() -> dict[str, Any]:
    import tomllib

    text = files("inspection_model.tables").joinpath("schema.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
