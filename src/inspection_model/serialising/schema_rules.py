"""The rules of the JSON Schemas that do not follow from the types of the members."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

from inspection_model.comparing.comparison import (
    DeclarationChange,
    FindingChange,
    JudgementChange,
    WordChange,
)
from inspection_model.model import (
    Authority,
    Body,
    Declaration,
    Due,
    EarlierInspection,
    Finding,
    Identifier,
    Inspection,
    Judgement,
    LegalBasis,
    Passage,
    PreviousInspection,
    Remark,
    Visit,
)
from inspection_model.model.authority import IDENTIFIER_FORMS
from inspection_model.model.fields import ID
from inspection_model.model.inspection import FRAMEWORK_ID
from inspection_model.model.legal_basis import LEGISLATION_PATH
from inspection_model.vocabulary import (
    DeclarationState,
    DueUnit,
    FindingChangeKind,
    IdentifierScheme,
    JudgementChangeKind,
    PassageRole,
    PreviousState,
)

__all__ = ["ACROSS", "OWN", "TEXT", "Schema"]

Schema: TypeAlias = dict[str, Any]
"""A JSON Schema, as plain data."""

_INK = r"[^\u0000-\u0020\u007f-\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+"
TEXT = f"^{_INK}( {_INK})*$"
"""The pattern of texts."""
_LARGEST_OFFSET = 2**53 - 1


def _with(name: str, schema: Schema) -> Schema:
    """Return the schema of the objects whose member, if they have it, has a separate schema."""
    return {"type": "object", "properties": {name: schema}}


def _having(name: str, schema: Schema) -> Schema:
    """Return the schema of the objects that have a member with a separate schema."""
    return {**_with(name, schema), "required": [name]}


def _only_for(name: str, values: list[Any], member: str) -> Schema:
    """Return the schema of a member that is present if and only if another one has certain values."""
    condition = _having(name, {"type": "string", "enum": values})
    absent: Schema = {"type": "object", "properties": {member: False}}
    return {"if": condition, "then": _having(member, {}), "else": absent}


_OFFSET: Schema = {"type": "integer", "minimum": 0, "maximum": _LARGEST_OFFSET}
OWN: dict[tuple[type, str], Schema] = {
    **{
        (cls, "framework"): {"type": "string", "pattern": f"^{FRAMEWORK_ID}$"}
        for cls in (Inspection, EarlierInspection)
    },
    **{
        (cls, name): {"type": "string", "pattern": f"^{ID}$"}
        for cls, names in {Body: ["kind"], Finding: ["area"], Judgement: ["area", "grade", "part_of"]}.items()
        for name in names
    },
    (LegalBasis, "identifier"): {"type": "string", "pattern": f"^{LEGISLATION_PATH}$"},
    (Passage, "start"): _OFFSET,
    (Passage, "end"): {**_OFFSET, "minimum": 1},
    (Passage, "role"): {
        "type": "string",
        "anyOf": [
            {"type": "string", "enum": [role.value for role in PassageRole]},
            {"type": "string", "pattern": "^/"},
        ],
        "pattern": TEXT,
    },
}
"""The schemas of members that are validated by their class, not by their field."""

_COUNTED = [
    unit.value for unit in (DueUnit.WORKING_DAYS, DueUnit.DAYS, DueUnit.WEEKS, DueUnit.MONTHS, DueUnit.YEARS)
]


def _except(kinds: Iterable[str], *without: str) -> list[Any]:
    return [str(kind) for kind in kinds if kind not in without]


def _sides(kinds: type[FindingChangeKind | JudgementChangeKind]) -> list[Schema]:
    """Return the rules for the two sides of a change: each is absent for one kind only."""
    return [
        _only_for("kind", _except(kinds, "new"), "earlier"),
        _only_for("kind", _except(kinds, "gone"), "later"),
    ]


_EITHER: Schema = {"anyOf": [_having("earlier", {}), _having("later", {})]}
ACROSS: dict[type, Schema] = {
    WordChange: _EITHER,
    DeclarationChange: _EITHER,
    JudgementChange: {"allOf": _sides(JudgementChangeKind)},
    FindingChange: {
        "allOf": [
            *_sides(FindingChangeKind),
            _only_for("kind", _except(FindingChangeKind, "new", "gone"), "similarity"),
        ]
    },
    Identifier: {
        "allOf": [
            {
                "if": _having("scheme", {"type": "string", "const": scheme.value}),
                "then": _with("value", {"type": "string", "pattern": f"^{form}$"}),
            }
            for scheme, (form, _) in IDENTIFIER_FORMS.items()
        ]
    },
    Authority: {
        "allOf": [
            _with(
                "identifiers",
                {
                    "type": "array",
                    "contains": _having("scheme", {"type": "string", "const": scheme.value}),
                    "minContains": 0,
                    "maxContains": 1,
                },
            )
            for scheme in IdentifierScheme
        ]
    },
    Declaration: _only_for("state", [DeclarationState.SPECIFIED.value], "count"),
    Due: {
        "allOf": [_only_for("unit", _COUNTED, "count"), _only_for("unit", [DueUnit.DATE.value], "date")],
    },
    EarlierInspection: {"dependentRequired": {"month": ["year"]}},
    Judgement: {"anyOf": [_having("grade", {}), _having("grade_as_printed", {})]},
    PreviousInspection: {
        "anyOf": [
            _having("periods", {"type": "array", "minItems": 1}),
            _having("as_printed", {}),
            _having("state", {}),
        ],
        "if": _having("state", {"type": "string", "const": PreviousState.NOT_INSPECTED.value}),
        "then": _with("periods", {"type": "array", "maxItems": 0}),
    },
    Visit: {
        "anyOf": [
            _having("periods", {"type": "array", "minItems": 1}),
            _having("as_printed", {}),
        ]
    },
    Remark: {"dependentRequired": {"start": ["end"], "end": ["start"]}},
}
"""The rules of classes that involve several members."""
