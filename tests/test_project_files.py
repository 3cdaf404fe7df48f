"""Tests that the files of the project agree with each other."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = PYPROJECT["project"]

pytestmark = pytest.mark.skipif(
    not (ROOT / ".github").exists(), reason="this copy of the project has no files of the forge"
)


def test_the_workflow_tests_every_supported_version_of_python() -> None:
    workflow = (ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8")
    listed = re.search(r"(?m)^ +python: (\[.*\])$", workflow)
    assert listed
    supported = [name.rpartition(" ")[2] for name in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", name)]
    assert json.loads(listed[1]) == supported


def test_the_citation_names_the_version_and_the_licence() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8").splitlines()
    assert f"version: {PROJECT['version']}" in citation
    assert f"license: {PROJECT['license']}" in citation


def test_the_links_of_the_front_files_have_targets() -> None:
    links = [
        (name, link)
        for name in ("README.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md", "SECURITY.md")
        for link in re.findall(r"\]\(([^)#]+)", (ROOT / name).read_text(encoding="utf-8"))
        if not link.startswith("https://")
    ]
    assert len(links) > 10
    assert [(name, link) for name, link in links if not (ROOT / link).exists()] == []


def shown_on_an_index() -> str:
    """Return the README as the build writes it into the metadata of the package."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for rule in PYPROJECT["tool"]["hatch"]["metadata"]["hooks"]["fancy-pypi-readme"]["substitutions"]:
        text = re.sub(rule["pattern"], rule["replacement"], text)
    return text


def test_the_links_of_the_readme_work_on_a_package_index() -> None:
    links = re.findall(r"(?<!!)\[[^\]]*\]\(([^)]+)", shown_on_an_index())
    assert [link for link in links if not link.startswith("https://")] == []
    start = f"{PROJECT['urls']['Documentation']}/en/stable/"
    pages = [link.removeprefix(start).partition("#")[0] for link in links if link.startswith(start)]
    assert len(pages) > 10
    assert [page for page in pages if not (ROOT / "docs" / page).with_suffix(".md").exists()] == []
    assert "changelog (`CHANGELOG.md`)" in shown_on_an_index()


def test_the_badges_and_the_support_policy_are_true() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    versions = [name.rpartition(" ")[2] for name in PROJECT["classifiers"] if re.search(r":: 3\.\d+$", name)]
    assert f"![Python {versions[0]} to {versions[-1]}]" in text
    assert f"badge/python-{versions[0]}_to_{versions[-1]}-" in text
    assert f"**Python**: {versions[0]} to {versions[-1]}, on Linux, macOS and Windows" in text
    assert f"badge/licence-{PROJECT['license']}-" in text
    assert PYPROJECT["tool"]["mypy"]["strict"]
    assert PYPROJECT["tool"]["pyright"]["typeCheckingMode"] == "strict"
    workflow = (ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8")
    assert "system: [ubuntu-latest, macos-latest, windows-latest]" in workflow
