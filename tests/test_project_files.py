"""Tests that the files of the project agree with each other."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

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
