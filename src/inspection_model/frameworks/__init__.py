"""The kinds of inspection, as data."""

from inspection_model.frameworks.framework import Framework
from inspection_model.frameworks.loading import load_framework, shipped_frameworks
from inspection_model.frameworks.wording import shared_wording

__all__ = ["Framework", "load_framework", "shared_wording", "shipped_frameworks"]
