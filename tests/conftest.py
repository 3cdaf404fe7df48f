"""Settings of all tests: Hypothesis' profile, asserts that always count, extras that are not installed.

``HYPOTHESIS_EXAMPLES`` sets how many examples a property is tried on; the default suits every run.
"""

from __future__ import annotations

import os
import re
from collections.abc import Generator
from importlib.util import find_spec
from pathlib import Path

import pytest

# The asserts of the modules that tests share count under python -O too, and explain themselves.
pytest.register_assert_rewrite(*(file.stem for file in Path(__file__).parent.rglob("*.py")))

if find_spec("hypothesis"):
    from hypothesis import HealthCheck, settings

    # A record of this size takes a while to draw, and longer on a busy machine: that is no defect, and
    # no test here is about time.
    settings.register_profile(
        "inspection-model",
        deadline=None,
        max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", "60")),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    settings.load_profile("inspection-model")

# What the extras bring. Without one, the tests that need it are skipped, and say so.
_EXTRAS = {"click": "cli", "rich": "cli", "hypothesis": "hypothesis", "pypdfium2": "pdf"}
_ABSENT = sorted({extra for name, extra in _EXTRAS.items() if not find_spec(name)})
_NEEDED = re.compile(r"(?:No module named '|inspection-model\[)(\w+)")

collect_ignore = ["cli"] if "cli" in _ABSENT else []


def pytest_report_header() -> list[str]:
    """Say which extras are not installed."""
    return [f"not installed, and its tests are skipped: the extra {extra}" for extra in _ABSENT]


def _skip_without_extra(report: pytest.CollectReport | pytest.TestReport, path: Path) -> None:
    """Make a failure whose reason is an extra that is not installed a skip."""
    needed = _NEEDED.search(str(report.longrepr)) if report.failed else None
    extra = _EXTRAS.get(needed[1], needed[1]) if needed else None
    if extra in _ABSENT:
        report.outcome = "skipped"
        report.longrepr = (str(path), 1, f"Skipped: needs the extra {extra}, which is not installed")


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Skip a module that cannot be imported without an extra."""
    report = yield
    _skip_without_extra(report, collector.path)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Skip a test that finds an extra missing while it runs."""
    report = yield
    _skip_without_extra(report, item.path)
    return report
