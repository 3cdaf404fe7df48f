"""Generate ``json-members.md`` from the JSON Schemas; run without arguments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inspection_model.serialising.json_schema import DATE_PATTERN, json_schema

TARGET = Path(__file__).with_name("json-members.md")
KINDS = ("inspection", "reading", "annual-rating", "comparison", "history")


def page() -> str:
    """Return the text of the page."""
    lines = [
        "# Members and codes of the JSON format",
        "",
        "Made from the JSON Schemas by `docs/reference/make_json_members.py`.",
        "",
    ]
    described: set[str] = set()
    for kind in KINDS:
        schema = json_schema(kind)
        lines += [f"## Document type `{kind}`", ""]
        for definition in (schema, *schema["$defs"].values()):
            if definition["title"] not in described:
                described.add(definition["title"])
                lines += _section(definition)
    return "\n".join(lines).rstrip() + "\n"


def _section(definition: dict[str, Any]) -> list[str]:
    lines = [f"### {definition['title']}", "", definition["description"], ""]
    if "oneOf" in definition:
        rows = [(f"`{code['const']}`", code.get("description", "")) for code in definition["oneOf"]]
        return [*lines, "| code | meaning |", "| --- | --- |", *_rows(rows), ""]
    required = definition.get("required", ())
    rows = [
        (f"`{name}`{' (required)' if name in required else ''}", _type(member), member["description"])
        for name, member in definition["properties"].items()
    ]
    return [*lines, "| member | value | meaning |", "| --- | --- | --- |", *_rows(rows), ""]


def _rows(rows: list[tuple[str, ...]]) -> list[str]:
    return [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows]


def _type(member: dict[str, Any]) -> str:
    if "const" in member:
        return f"`{member['const']}`"
    if "$ref" in member:
        return str(member["$ref"]).rpartition("/")[2]
    if member["type"] == "array":
        return f"array of {_type(member['items'])}"
    if member["type"] == "integer":
        return f"whole number, {member['minimum']} to {member['maximum']}"
    return "date" if member.get("pattern") == DATE_PATTERN else "text" if "pattern" in member else "string"


if __name__ == "__main__":
    TARGET.write_text(page(), encoding="utf-8")
