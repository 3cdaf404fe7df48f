"""Invented versions, for testing chains of migrations.

In 0.9 a finding's category was called ``kind`` and its values had other names, and the visit was a
list of days; 0.8 called its type ``kind``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from inspection_model.serialising.migrations import MIGRATIONS, Migration


def from_0_8(document: dict[str, Any]) -> dict[str, Any]:
    return {**document, "kind": "visit"}


def from_0_9(document: dict[str, Any]) -> dict[str, Any]:
    names = {"development": "improvement"}
    findings = [
        {"category": names.get(finding["kind"], finding["kind"]), "text": finding["text"]}
        for finding in document["findings"]
    ]
    periods = [{"start": day, "end": day} for day in document["days"]]
    left_out = {"kind", "days"}
    kept = {name: value for name, value in document.items() if name not in left_out}
    return {**kept, "type": "inspection", "visit": {"periods": periods}, "findings": findings}


def before_0_9(pointer: str) -> str:
    """Return where a document of 0.9 had what is at a pointer of 1.0."""
    return re.sub("^/visit/periods/([0-9]+)/.*", r"/days/\1", pointer)


CHAIN: Mapping[str, Migration] = {
    "0.8": Migration(target="0.9", document=from_0_8, pointer=str, added={"kind": None}),
    "0.9": Migration(target="1.0", document=from_0_9, pointer=before_0_9, added={}),
    **MIGRATIONS,
}
