"""Sphinx configuration; build with ``python -m sphinx -W -n docs docs/_build/html``."""

from __future__ import annotations

from importlib.metadata import version as installed_version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

project = "inspection-model"
author = "the developers of inspection-model"
project_copyright = "the developers of inspection-model; MIT licence"
version = release = installed_version("inspection-model")

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"inspection-model {release}"
html_static_path = ["_static"]
html_css_files = ["custom.css"]
html_show_sphinx = False
copybutton_selector = "div:not(.highlight-text):not(.highlight-console) > div.highlight > pre"
language = "en_GB"

myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
maximum_signature_line_length = 80
default_role = "py:obj"
napoleon_numpy_docstring = False
napoleon_use_ivar = True

# Names of other projects are not resolved, so that the build does not need network access.
nitpick_ignore_regex = [("py:.*", r"(?!inspection_model\b).*")]


def public_name(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.TextElement
) -> nodes.Node | None:
    """Resolve a reference by its last part: signatures name the module that defines a class."""
    name = str(node.get("reftarget", "")).removesuffix("()").rpartition(".")[2]
    domain, source = env.domains.python_domain, str(node.get("refdoc"))
    documented = [known for known in domain.objects if known.rpartition(".")[2] == name]
    if not name or len(documented) != 1:
        return None
    return domain.resolve_xref(env, source, app.builder, "obj", documented[0], node, content)


def setup(app: Sphinx) -> None:
    """Connect the handler."""
    app.connect("missing-reference", public_name)
