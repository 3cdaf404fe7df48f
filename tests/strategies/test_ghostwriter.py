"""The ghostwriter of Hypothesis writes short tests of the public functions, which run."""

from __future__ import annotations

import inspect
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.extra import ghostwriter

import inspection_model as im
from inspection_model import model

FUNCTIONS: list[Callable[..., Any]] = [
    getattr(im, name) for name in im.__all__ if inspect.isfunction(getattr(im, name))
]
RUN: list[Callable[..., Any]] = [
    im.check,
    im.render_html,
    im.render_markdown,
    im.render_text,
    im.content_hash,
    im.read_letter,
]


@pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.__name__)
def test_a_public_function_gets_a_short_test(function: Callable[..., Any]) -> None:
    assert len(ghostwriter.magic(function)) < 4500


@pytest.mark.parametrize("name", model.__all__)
def test_a_class_of_the_model_gets_a_test(name: str) -> None:
    cls = getattr(model, name)
    assert f"inspection_model.{name}(" in ghostwriter.magic(cls)
    assert repr(st.from_type(cls)) == f"from_type({name})"


def test_the_tests_import_what_they_use() -> None:
    written = ghostwriter.magic(im.check)
    assert "from inspection_model import Inspection" in written
    assert "inspection=st.from_type(Inspection)" in written
    assert "Iterable[inspection_model.frameworks.framework.Framework]" in written
    written = ghostwriter.roundtrip(im.dumps, im.loads)
    for name in ("Inspection", "AnnualRating", "Reading", "Comparison", "History"):
        assert f"st.from_type({name})" in written


def test_the_tests_run(tmp_path: Path) -> None:
    profile = (
        "from hypothesis import HealthCheck, settings\n"
        "settings.register_profile('short', max_examples=5, deadline=None, database=None,"
        " suppress_health_check=list(HealthCheck))\n"
        "settings.load_profile('short')\n"
    )
    written = "\n".join(ghostwriter.magic(function) for function in RUN)
    file = tmp_path / "test_written.py"
    file.write_text(profile + written, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error", file.name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert f"{len(RUN)} passed" in done.stdout, done.stdout
