"""The histories of all authorities in a collection of records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from inspection_model.comparing.history import History
from inspection_model.comparing.lineage import AuthorityKey, authority_key
from inspection_model.errors import InvalidTypeError
from inspection_model.model.inspection import Inspection
from inspection_model.model.reading import Reading
from inspection_model.registers.successions import predecessors

__all__ = ["histories"]


def histories(
    records: Iterable[Inspection | Reading], *, with_predecessors: bool = False
) -> tuple[History, ...]:
    """Group records by authority.

    Inspections belong together if they have the same DfE code, which the register also knows for a GSS
    code and for most names. Those without any code belong together if the printed name is the same. A
    record that names no body has a separate history.

    Args:
        records: Inspections or readings.
        with_predecessors: Whether the history of an authority also has the documents of those whose area
            it took over, such as those of Cumbria for Cumberland. A document may then be in several.

    Returns:
        The histories, by the name of the authority.

    Raises:
        InvalidTypeError: If a record is neither an inspection nor a reading.
    """
    groups: dict[AuthorityKey, list[Inspection]] = defaultdict(list)
    single: list[History] = []
    for record in records:
        inspection = _inspection(record)
        key = authority_key(inspection)
        if key is None:
            single.append(History([inspection]))
        else:
            groups[key].append(inspection)
    found = {
        key: History([*group, *(_before(key, groups) if with_predecessors else ())])
        for key, group in groups.items()
    }
    ordered = sorted(found.items(), key=lambda item: ((item[1].name or "").casefold(), item[0]))
    return (*(history for _, history in ordered), *single)


def _before(key: AuthorityKey, groups: dict[AuthorityKey, list[Inspection]]) -> list[Inspection]:
    """Return the inspections of the authorities whose area an authority took over."""
    scheme, code = key
    codes = sorted(predecessors(code)) if scheme == "dfe" else ()
    return [each for earlier in codes for each in groups.get(("dfe", earlier), ())]


def _inspection(record: object) -> Inspection:
    if isinstance(record, Reading):
        return record.inspection
    if isinstance(record, Inspection):
        return record
    expected = "inspections or readings"
    raise InvalidTypeError("histories(records)", expected, f"a value of type {type(record).__name__}")
