"""Equivalents of the model in other libraries, generated from the attrs classes."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from enum import Enum
from typing import Any, Optional

import attrs
import cattrs.preconf.orjson
import msgspec
import pydantic
from mashumaro.mixins.orjson import DataClassORJSONMixin

from inspection_model.model import Inspection
from inspection_model.serialising.members import Member, members_of

__all__ = ["Peer", "peers", "pydantic_source"]

Define = Callable[[str, list[tuple[str, Any, Any]]], Any]
REQUIRED: Any = object()


@attrs.frozen(kw_only=True)
class Peer:
    """Another library in the comparison, with functions that decode and encode a record."""

    name: str
    decode: Callable[[bytes], Any]
    encode: Callable[[Any], bytes | str]


def peers() -> list[Peer]:
    """Return the other libraries with their models, which do not check the rules for texts."""
    model = _generated(Inspection, _pydantic)
    struct = _generated(Inspection, _struct)
    mixed = _generated(Inspection, _mashumaro)
    decoder, encoder = msgspec.json.Decoder(struct), msgspec.json.Encoder()
    converter = cattrs.preconf.orjson.make_converter()
    return [
        Peer(
            name="pydantic v2",
            decode=model.model_validate_json,
            encode=lambda value: value.model_dump_json(exclude_defaults=True),
        ),
        Peer(name="msgspec.Struct", decode=decoder.decode, encode=encoder.encode),
        Peer(
            name="cattrs, stock (orjson)",
            decode=lambda data: converter.loads(data, Inspection),
            encode=converter.dumps,
        ),
        Peer(name="mashumaro (orjson)", decode=mixed.from_json, encode=lambda value: value.to_jsonb()),
    ]


def _generated(cls: type, define: Define, made: dict[type, Any] | None = None) -> Any:
    """Define equivalents of a class and its parts; missing members are ``None`` or empty, as in the model."""
    made = {} if made is None else made
    if cls not in made:
        fields: list[tuple[str, Any, Any]] = []
        for member in members_of(cls):
            kind = _generated(member.kind, define, made) if attrs.has(member.kind) else member.kind
            fields.append((member.name, _annotation(member, kind), _default(member)))
        made[cls] = define(cls.__name__, fields)
    return made[cls]


def _annotation(member: Member, kind: Any) -> Any:
    if member.many:
        return tuple[kind, ...]
    # In a class body, a member name such as "date" shadows the type, so types are passed as objects.
    return kind if member.required else Optional[kind]  # noqa: UP045


def _default(member: Member) -> Any:
    return REQUIRED if member.required else () if member.many else None


def _pydantic(name: str, fields: list[tuple[str, Any, Any]]) -> Any:
    config = pydantic.ConfigDict(frozen=True)
    members: dict[str, Any] = {
        field: (kind, ... if default is REQUIRED else default) for field, kind, default in fields
    }
    return pydantic.create_model(name, __config__=config, **members)


def _struct(name: str, fields: list[tuple[str, Any, Any]]) -> Any:
    members: list[Any] = [
        (field, kind) if default is REQUIRED else (field, kind, default) for field, kind, default in fields
    ]
    return msgspec.defstruct(name, members, frozen=True, kw_only=True, omit_defaults=True)


def _mashumaro(name: str, fields: list[tuple[str, Any, Any]]) -> Any:
    members: list[Any] = [
        (field, kind) if default is REQUIRED else (field, kind, dataclasses.field(default=default))
        for field, kind, default in fields
    ]
    config = type("Config", (), {"omit_default": True})
    namespace = {"Config": config}
    bases = (DataClassORJSONMixin,)
    return dataclasses.make_dataclass(
        name, members, bases=bases, namespace=namespace, frozen=True, kw_only=True
    )


def pydantic_source() -> str:
    """Return the source of a module with the pydantic models, so that its import can be timed."""
    lines = ["from __future__ import annotations", "import datetime", "from enum import StrEnum"]
    lines += ["from typing import Optional", "from pydantic import BaseModel, ConfigDict"]
    seen: set[type] = set()

    def write(cls: type) -> None:
        if cls in seen:
            return
        seen.add(cls)
        if issubclass(cls, Enum):
            lines.append(f"class {cls.__name__}(StrEnum):")
            lines.extend(f"    {code.name} = {code.value!r}" for code in cls)
            return
        for member in members_of(cls):
            if attrs.has(member.kind) or issubclass(member.kind, Enum):
                write(member.kind)
        lines.extend([f"class {cls.__name__}(BaseModel):", "    model_config = ConfigDict(frozen=True)"])
        for member in members_of(cls):
            kind = "datetime.date" if member.kind.__name__ == "date" else member.kind.__name__
            if member.many:
                lines.append(f"    {member.name}: tuple[{kind}, ...] = ()")
            elif member.required:
                lines.append(f"    {member.name}: {kind}")
            else:
                lines.append(f"    {member.name}: Optional[{kind}] = None")

    from inspection_model.serialising.members import ROOTS

    for root in ROOTS.values():
        write(root)
    return "\n".join(lines) + "\n"
