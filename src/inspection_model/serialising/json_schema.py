"""JSON Schema (2020-12) of the documents, generated from the classes of the model.

Names, types and order come from the fields, titles and descriptions from the docstrings, bounds
from the validators, codes with their meanings from the enumerations. Every schema within a schema
names the type that its keywords are for, and there is no ``format``, so that validators in strict mode
(such as Ajv with ``strict: true``) accept the schemas without an extension. The checks of a class's
``__attrs_post_init__`` are repeated here, as far as a schema can express them. The documentation of
the format lists what it cannot express: the order of days, periods and passages, dates that do not
exist, repeated members, and the difference between ``1`` and ``1.0``.
"""

from __future__ import annotations

import ast
import inspect
import json
import re
from enum import Enum
from importlib import resources
from itertools import pairwise
from typing import Any, cast

import attrs

from inspection_model.errors import InvalidValueError
from inspection_model.model.days import date_class
from inspection_model.model.fields import string
from inspection_model.serialising.envelope import SCHEMA_VERSION, schema_id
from inspection_model.serialising.labels import LABELLED, LABELS
from inspection_model.serialising.members import ROOTS, Member, members_of
from inspection_model.serialising.schema_rules import ACROSS, OWN, TEXT, Schema

__all__ = ["DATE_PATTERN", "json_schema", "make_json_schema"]

DATE_PATTERN = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
"""The pattern of dates, which also matches days that do not exist, such as 30 February."""


def json_schema(kind: str = "inspection") -> Schema:
    """Return the JSON Schema of a document type.

    The schemas are also available as files of the package, in ``inspection_model/serialising/schemas``.

    Args:
        kind: ``inspection``, ``reading``, ``annual-rating``, ``comparison`` or ``history``.

    Returns:
        The schema, as plain data.

    Raises:
        InvalidValueError: If the document type is unknown.
    """
    if kind not in ROOTS:
        raise InvalidValueError("json_schema(kind)", f"one of {', '.join(ROOTS)}", repr(kind))
    file = resources.files("inspection_model.serialising") / "schemas" / f"{kind}.json"
    schema: Schema = json.loads(file.read_text(encoding="utf-8"))
    return schema


def make_json_schema(kind: str) -> Schema:
    """Generate the JSON Schema of a document type, as stored in the package.

    This requires docstrings and source code, which ``python -OO`` and some packaging tools remove.

    Args:
        kind: As in `json_schema()`.
    """
    cls = ROOTS[kind]
    root = _object(cls)
    head = {
        "$schema": {"description": "The address of this schema.", "type": "string", "const": schema_id(kind)},
        "schema_version": {
            "description": "The version of the format.",
            "type": "string",
            "const": SCHEMA_VERSION,
        },
        "type": {"description": "What the document holds.", "type": "string", "const": kind},
    }
    labels = {name: _label(name, about) for name, about in LABELS.items()} if kind in LABELLED else {}
    root["properties"] = head | labels | root["properties"]
    root["required"] = ["schema_version", "type", *root.get("required", ())]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": schema_id(kind),
        **root,
        "$defs": {part.__name__: _definition(part) for part in _parts(cls)},
    }


def _label(name: str, about: str) -> Schema:
    if name == "finding_ids":
        return {"description": about, "type": "array", "items": {"type": "string"}}
    return {"description": about, "type": "string"}


def _parts(cls: type) -> list[type]:
    """List the classes and enumerations that a class uses, each once, in order of first use."""
    found: dict[type, None] = {}
    for member in members_of(cls):
        if attrs.has(member.kind) or issubclass(member.kind, Enum):
            found[member.kind] = None
            found |= dict.fromkeys(_parts(member.kind) if attrs.has(member.kind) else ())
    return list(found)


def _definition(kind: type) -> Schema:
    if attrs.has(kind):
        return _object(kind)
    about = inspect.cleandoc(kind.__doc__ or "")
    codes = _codes(cast("type[Enum]", kind))
    return {"title": kind.__name__, "description": _folded(about), "type": "string", "oneOf": codes}


def _codes(kind: type[Enum]) -> list[Schema]:
    """List the codes of an enumeration with their meanings, the docstrings below them in its source."""
    (definition,) = ast.parse(inspect.getsource(kind)).body
    meanings: dict[str, str] = {}
    for code, below in pairwise(cast(ast.ClassDef, definition).body):
        match code, below:
            case ast.Assign(targets=[ast.Name(id=name)]), ast.Expr(value=ast.Constant(value=str(text))):
                meanings[name] = _folded(text)
            case _:
                pass
    return [
        {"const": code.value} | ({"description": meanings[code.name]} if code.name in meanings else {})
        for code in kind
    ]


def _object(cls: type) -> Schema:
    about, _, rest = inspect.cleandoc(cls.__doc__ or "").partition("\nAttributes:\n")
    members = members_of(cls)
    descriptions = _descriptions(rest)
    schema: Schema = {
        "title": cls.__name__,
        "description": _folded(about),
        "type": "object",
        "properties": {m.name: {"description": descriptions[m.name], **_member(cls, m)} for m in members},
        "required": [member.name for member in members if member.required],
        "additionalProperties": False,
        **ACROSS.get(cls, {}),
    }
    if not schema["required"]:
        del schema["required"]
    return schema


def _descriptions(section: str) -> dict[str, str]:
    """Return the descriptions in the "Attributes" section of a docstring, by name."""
    entries = re.findall(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", section, re.MULTILINE)
    return {name: _folded(text) for name, text in entries}


def _folded(text: str) -> str:
    # A field that is `None` in Python is omitted in JSON.
    return " ".join(text.split()).replace("``None``", "left out").replace("``", "`")


def _member(cls: type, member: Member) -> Schema:
    if own := OWN.get((cls, member.name)):
        return own
    value = _value(member)
    return {"type": "array", "items": value} if member.many else value


def _value(member: Member) -> Schema:
    kind, rule = member.kind, member.attribute.validator
    if kind is str:
        return {"type": "string"} if rule is string else {"type": "string", "pattern": TEXT}
    if kind is int:
        return {"type": "integer", **_bounds(rule)}
    if kind is date_class():
        return {"type": "string", "pattern": DATE_PATTERN}
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _bounds(rule: Any) -> Schema:
    """Return the bounds of a rule of `fields.number()`, which may be wrapped in `fields.optional()`."""
    known = inspect.getclosurevars(rule).nonlocals
    if "rule" in known:
        return _bounds(known["rule"])
    return {"minimum": known["least"], "maximum": known["most"]}
