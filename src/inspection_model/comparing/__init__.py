"""Comparing inspections: what changed between two, and the history of an authority."""

from inspection_model.comparing.actions import LaterDocument, PriorityAction
from inspection_model.comparing.compare import compare
from inspection_model.comparing.comparison import (
    Comparison,
    DeclarationChange,
    FindingChange,
    JudgementChange,
    PlacedFinding,
    WordChange,
)
from inspection_model.comparing.grades import DatedJudgement
from inspection_model.comparing.histories import histories
from inspection_model.comparing.history import History
from inspection_model.registers.successions import Succession

__all__ = [
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
]
