"""Sphinx configuration; build with ``python -m sphinx -W -n docs docs/_build/html``."""

from importlib.metadata import version as installed_version

project = "inspection-model"
author = "the developers of inspection-model"
project_copyright = "the developers of inspection-model; MIT licence"
version = release = installed_version("inspection-model")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"inspection-model {release}"
language = "en-GB"

myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "none"  # the docstrings describe the values, and signatures stay short
napoleon_numpy_docstring = False
napoleon_use_ivar = True

# Names of other projects are not resolved, so that the build does not need network access.
nitpick_ignore_regex = [("py:.*", r"(?!inspection_model\b).*")]
