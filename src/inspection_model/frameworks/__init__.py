"""The kinds of inspection, as data."""

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.lexicon import lexicon
from inspection_model.frameworks.loading import load_framework, shipped_frameworks

__all__ = ["Framework", "lexicon", "load_framework", "shipped_frameworks"]
