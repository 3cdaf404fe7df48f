"""Settings of all tests: the Hypothesis profile, assert rewriting, and extras that are not installed.

The environment variable ``HYPOTHESIS_EXAMPLES`` sets the number of examples for each property.
"""

from __future__ import annotations

import os
import re
from collections.abc import Generator
from importlib.util import find_spec
from pathlib import Path

import pytest

# pytest rewrites asserts in test modules only. Rewrite those of shared modules too: rewritten asserts are
# executed under python -O and have detailed messages.
pytest.register_assert_rewrite(*(file.stem for file in Path(__file__).parent.rglob("*.py")))

if find_spec("hypothesis"):
    from hypothesis import HealthCheck, settings

    # Drawing a whole record is slow, more so on a busy machine. That is expected, and these properties do not
    # measure time.
    settings.register_profile(
        "inspection-model",
        deadline=None,
        max_examples=int(os.environ.get("HYPOTHESIS_EXAMPLES", "60")),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    settings.load_profile("inspection-model")

# Packages and the extras that install them. Tests that need an extra are skipped if it is not installed.
_EXTRAS = {
    "click": "cli",
    "rich": "cli",
    "hypothesis": "hypothesis",
    "pypdfium2": "pdf",
    "nanoarrow": "tables",
    "xlsxwriter": "tables",
    "pyarrow": "parquet",
    "duckdb": "duckdb",
}
_ABSENT = sorted({extra for name, extra in _EXTRAS.items() if not find_spec(name)})
_NEEDED = re.compile(r"(?:No module named '|inspection-model\[)(\w+)")

collect_ignore = ["cli"] if "cli" in _ABSENT else []


def pytest_report_header() -> list[str]:
    """Report the extras that are not installed."""
    return [f"extra {extra} is not installed: tests that need it are skipped" for extra in _ABSENT]


def _skip_without_extra(report: pytest.CollectReport | pytest.TestReport, path: Path) -> None:
    """Change a failure to a skip if its cause is a missing extra."""
    needed = _NEEDED.search(str(report.longrepr)) if report.failed else None
    extra = _EXTRAS.get(needed[1], needed[1]) if needed else None
    if extra in _ABSENT:
        report.outcome = "skipped"
        report.longrepr = (str(path), 1, f"Skipped: needs the extra {extra}, which is not installed")


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Skip a test module whose import fails because of a missing extra."""
    report = yield
    _skip_without_extra(report, collector.path)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Skip a test that fails because of a missing extra."""
    report = yield
    _skip_without_extra(report, item.path)
    return report
