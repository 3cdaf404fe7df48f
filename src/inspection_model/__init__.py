"""Inspection letters and reports as typed, immutable records: read, check, render, exchange.

Errors, vocabulary and model are imported immediately. Everything else is imported on first access,
so that importing the package is fast.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from inspection_model.errors import (
    DocumentError,
    Fault,
    FrameworkError,
    InspectionModelError,
    InvalidTypeError,
    InvalidValueError,
    LetterFileError,
    LetterFormatError,
    MissingExtraError,
    SchemaVersionError,
    WorkerError,
)
from inspection_model.model import (
    AnnualRating,
    Authority,
    Body,
    Contact,
    Declaration,
    Due,
    EarlierInspection,
    EvidenceSource,
    Finding,
    Identifier,
    Inspection,
    Inspectorate,
    Judgement,
    LegalBasis,
    Obligation,
    Partnership,
    Passage,
    Period,
    Person,
    PreviousInspection,
    Publication,
    Reading,
    Reference,
    Remark,
    Visit,
)
from inspection_model.model import notebooks as _notebooks
from inspection_model.model import pickling as _pickling
from inspection_model.vocabulary import (
    Category,
    ContactKind,
    DeclarationState,
    DueUnit,
    EvidenceMethod,
    FindingChangeKind,
    IdentifierScheme,
    JudgementChangeKind,
    Mention,
    PassageRole,
    PersonRole,
    PreviousState,
    PublicationForm,
    Rating,
    RemarkCode,
    SimilarityMeasure,
)

if TYPE_CHECKING:
    from inspection_model import tables as tables
    from inspection_model.checking import check
    from inspection_model.comparing import (
        Comparison,
        DatedJudgement,
        DeclarationChange,
        FindingChange,
        History,
        JudgementChange,
        LaterDocument,
        PlacedFinding,
        PriorityAction,
        Succession,
        WordChange,
        compare,
        histories,
    )
    from inspection_model.frameworks import Framework, load_framework, shipped_frameworks
    from inspection_model.reading import read_letter, read_letter_bytes, read_letter_file, read_letters
    from inspection_model.registers import (
        RegisteredAuthority,
        authorities,
        find_authority,
        registered_authority,
    )
    from inspection_model.rendering import render_html, render_markdown, render_text
    from inspection_model.serialising import (
        canonical_bytes,
        configure_converter,
        content_hash,
        dumps,
        iter_json_lines,
        load_json_lines,
        loads,
        make_converter,
        write_json_lines,
    )
    from inspection_model.serialising.json_schema import json_schema
    from inspection_model.site import write_site

    __version__: str

__all__ = [
    "AnnualRating",
    "Authority",
    "Body",
    "Category",
    "Comparison",
    "Contact",
    "ContactKind",
    "DatedJudgement",
    "Declaration",
    "DeclarationChange",
    "DeclarationState",
    "DocumentError",
    "Due",
    "DueUnit",
    "EarlierInspection",
    "EvidenceMethod",
    "EvidenceSource",
    "Fault",
    "Finding",
    "FindingChange",
    "FindingChangeKind",
    "Framework",
    "FrameworkError",
    "History",
    "Identifier",
    "IdentifierScheme",
    "Inspection",
    "InspectionModelError",
    "Inspectorate",
    "InvalidTypeError",
    "InvalidValueError",
    "Judgement",
    "JudgementChange",
    "JudgementChangeKind",
    "LaterDocument",
    "LegalBasis",
    "LetterFileError",
    "LetterFormatError",
    "Mention",
    "MissingExtraError",
    "Obligation",
    "Partnership",
    "Passage",
    "PassageRole",
    "Period",
    "Person",
    "PersonRole",
    "PlacedFinding",
    "PreviousInspection",
    "PreviousState",
    "PriorityAction",
    "Publication",
    "PublicationForm",
    "Rating",
    "Reading",
    "Reference",
    "RegisteredAuthority",
    "Remark",
    "RemarkCode",
    "SchemaVersionError",
    "SimilarityMeasure",
    "Succession",
    "Visit",
    "WordChange",
    "WorkerError",
    "__version__",
    "authorities",
    "canonical_bytes",
    "check",
    "compare",
    "configure_converter",
    "content_hash",
    "dumps",
    "find_authority",
    "histories",
    "iter_json_lines",
    "json_schema",
    "load_framework",
    "load_json_lines",
    "loads",
    "make_converter",
    "read_letter",
    "read_letter_bytes",
    "read_letter_file",
    "read_letters",
    "registered_authority",
    "render_html",
    "render_markdown",
    "render_text",
    "shipped_frameworks",
    "write_json_lines",
    "write_site",
]

_LATER = {
    "checking": ("check",),
    "comparing": (
        "Comparison",
        "DatedJudgement",
        "DeclarationChange",
        "FindingChange",
        "History",
        "JudgementChange",
        "LaterDocument",
        "PlacedFinding",
        "PriorityAction",
        "Succession",
        "WordChange",
        "compare",
        "histories",
    ),
    "frameworks": ("Framework", "load_framework", "shipped_frameworks"),
    "reading": ("read_letter", "read_letter_bytes", "read_letter_file", "read_letters"),
    "registers": ("RegisteredAuthority", "authorities", "find_authority", "registered_authority"),
    "rendering": ("render_html", "render_markdown", "render_text"),
    "serialising": (
        "canonical_bytes",
        "configure_converter",
        "content_hash",
        "dumps",
        "iter_json_lines",
        "load_json_lines",
        "loads",
        "make_converter",
        "write_json_lines",
    ),
    "serialising.json_schema": ("json_schema",),  # listed separately because its module has the same name
    "site": ("write_site",),
}
_HOMES = {name: f"inspection_model.{home}" for home, names in _LATER.items() for name in names}


def _reduce_stable(record: Any) -> _pickling.Reduced:
    from inspection_model.serialising.pickling import reduce_stable

    return reduce_stable(record)


def _reduce_trusted(record: Any) -> _pickling.Reduced:
    from inspection_model.serialising.pickling import reduce_trusted

    return reduce_trusted(record)


def _view_in_notebook(record: Any) -> str:
    from inspection_model.rendering.notebooks import notebook_view

    return notebook_view(record)


_pickling.register_pickler(stable=_reduce_stable, trusted=_reduce_trusted)
_notebooks.register_viewer(_view_in_notebook)


def __getattr__(name: str) -> object:
    """Import a public name on first access."""
    if name in _HOMES:
        value = getattr(import_module(_HOMES[name]), name)
    elif name == "__version__":
        value = import_module("importlib.metadata").version("inspection-model")
    elif name in {"strategies", "tables"}:
        value = import_module(f"inspection_model.{name}")
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
