"""Development tasks, each in a virtual environment of its own: ``nox --list``, ``nox -s tests``.

Arguments after ``--`` are passed to pytest: ``nox -s tests -- tests/model -x``.
"""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import nox

ROOT = Path(__file__).parent
PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
OF_EXTRAS: list[str] = [
    requirement
    for extra, requirements in PROJECT["project"]["optional-dependencies"].items()
    if extra != "all"
    for requirement in requirements
]
PYTHONS = nox.project.python_versions(PROJECT)

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "venv"
nox.options.error_on_missing_interpreters = True
nox.options.sessions = ["tests", "lint", "types", "docs", "wheel"]


FORGE_FILES = {
    "vendor.github-workflows": sorted(map(str, ROOT.glob(".github/workflows/*.yml"))),
    "vendor.github-issue-forms": sorted(map(str, ROOT.glob(".github/ISSUE_TEMPLATE/[!c]*.yml"))),
    "vendor.readthedocs": [str(ROOT / ".readthedocs.yaml")],
    "vendor.citation-file-format": [str(ROOT / "CITATION.cff")],
}
"""The files that a forge or a service reads, by their schema."""


def group(name: str) -> list[str]:
    """Return the requirements of a dependency group."""
    return list(nox.project.dependency_groups(PROJECT, name))


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests in parallel; ``-- -m nightly`` runs the slow ones."""
    session.install("--editable", ".[all]", *group("test"))
    session.run("pytest", "-q", "-n", "auto", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check the code with ruff, the files of the forge against their schemas, and the English."""
    session.install(*group("lint"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("python", "scripts/lint_english.py")
    for schema, files in FORGE_FILES.items():
        session.run("check-jsonschema", "--builtin-schema", schema, *files)


@nox.session
def types(session: nox.Session) -> None:
    """Check the types with mypy and pyright, in strict mode."""
    session.install("--editable", ".[all]", *group("test"), *group("bench"), *group("types"))
    session.run("mypy")
    session.run("pyright")
    session.run("pyright", "--verifytypes", "inspection_model", "--ignoreexternal")


@nox.session
def patterns(session: nox.Session) -> None:
    """Check the time complexity of every regular expression; this needs node and npm."""
    session.install("--editable", ".[all]")
    session.run("python", "scripts/check_patterns.py")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; a warning is an error."""
    session.install("--editable", ".[all]", *group("docs"))
    session.run("sphinx-build", "-W", "-n", "-q", "-b", "html", "docs", "docs/_build/html")


@nox.session
def engines(session: nox.Session) -> None:
    """Run `read_batches()` and the examples of its page in Spark, Ray, Dask and DuckDB; Spark needs Java.

    ``-- -o benchmarks/engines.md`` also writes the measurements for the documentation.
    """
    session.install("--editable", ".[all]", *group("engines"))
    session.run("python", "benchmarks/engines.py", "--page", "docs/how-to/engines.md")
    session.run("python", "benchmarks/engines.py", *session.posargs)


@nox.session
def wheel(session: nox.Session) -> None:
    """Build the wheel and check it without the sources and without any extra."""
    session.install(built_wheel(session))
    session.run("python", "-W", "error", ".ci/bare_wheel.py", "examples")


@nox.session
def release(session: nox.Session) -> None:
    """Build the files of a release in ``dist/`` and check them; ``-- v0.2.0`` also checks the tag."""
    version = PROJECT["project"]["version"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    if not re.search(rf"(?m)^## {re.escape(version)} \(\d{{4}}-\d\d-\d\d\)$", changelog):
        session.error(f"CHANGELOG.md has no heading '## {version} (YYYY-MM-DD)'; rename 'Unreleased'")
    if f"version: {version}\n" not in (ROOT / "CITATION.cff").read_text(encoding="utf-8"):
        session.error(f"CITATION.cff does not name version {version}")
    if session.posargs and session.posargs != [f"v{version}"]:
        session.error(f"the tag is {session.posargs[0]!r}, but pyproject.toml names version {version}")
    session.install(*group("release"))
    shutil.rmtree(ROOT / "dist", ignore_errors=True)
    session.run("python", "-m", "build")
    built = sorted(map(str, (ROOT / "dist").iterdir()))
    session.run("twine", "check", "--strict", *built)
    session.run("python", "-m", "pip", "hash", *built)
    (wheel_file,) = (ROOT / "dist").glob("*.whl")
    session.install(str(wheel_file))
    session.run("python", "-W", "error", ".ci/bare_wheel.py", "examples")


def work_folder(session: nox.Session) -> Path:
    """Return an empty folder in the virtual environment of a session."""
    # session.create_tmp() would also set TMPDIR, and the tests would then run inside the project.
    folder = Path(session.virtualenv.location, "work")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def built_wheel(session: nox.Session) -> str:
    """Build the wheel in a temporary folder and return its path."""
    folder = work_folder(session)
    session.run("python", "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(folder), ".")
    (file,) = folder.glob("*.whl")
    return str(file)


@dataclass(frozen=True, kw_only=True)
class Environment:
    """The differences between an environment and the usual test run.

    Attributes:
        variables: Environment variables to set.
        options: Options of pytest.
        requirements: Requirements to install in addition to the package and its tests' own.
        extra: The extra of the package to install.
        wheel: Whether to test the built wheel in a copy of the project without ``src/``.
    """

    variables: dict[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    requirements: tuple[str, ...] = ()
    extra: str = "[all]"
    wheel: bool = False


LOWEST = tuple(
    requirement.replace(">=", "==") for requirement in (*PROJECT["project"]["dependencies"], *OF_EXTRAS)
)
"""The lowest supported version of each dependency."""

ENVIRONMENTS = {
    "plain": Environment(),  # for comparison
    # Only the asserts of the package and its dependencies are removed: pytest rewrites those of the tests,
    # and warns that it does not rewrite the others.
    "optimised": Environment(
        variables={"PYTHONOPTIMIZE": "1"},
        options=("-W", "ignore:assertions not in test modules:pytest.PytestConfigWarning"),
    ),
    "warnings": Environment(variables={"PYTHONWARNINGS": "error", "PYTHONDEVMODE": "1"}),
    **{
        f"hash-seed-{seed}": Environment(variables={"PYTHONHASHSEED": seed})
        for seed in ("0", "1", "4294967295")
    },
    "kiritimati": Environment(variables={"TZ": "Pacific/Kiritimati"}),  # UTC+14
    "c-locale": Environment(variables={"LC_ALL": "C"}),
    "ascii-locale": Environment(
        variables={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ),
    "parallel": Environment(options=("-n", "2")),
    "random-order": Environment(requirements=("pytest-randomly",)),
    "lowest": Environment(requirements=LOWEST),
    "wheel": Environment(wheel=True),
    "no-extra": Environment(extra=""),  # tests that need an extra are skipped
}

CASES = [nox.param(PYTHONS[0], name, id=name) for name in ENVIRONMENTS]
CASES += [nox.param(version, "plain", id=f"python{version}") for version in PYTHONS[1:]]
FAILING_TEST = "def test_an_assert_is_executed():\n    assert __debug__ and False\n"


@nox.session
@nox.parametrize("python,environment", CASES)
def environments(session: nox.Session, environment: str) -> None:
    """Run the tests with other settings, dependencies and Python versions."""
    chosen = ENVIRONMENTS[environment]
    package = built_wheel(session) if chosen.wheel else f"--editable={ROOT}"
    needed = group("test")
    if not chosen.extra:
        of_extras = {name_of(requirement) for requirement in OF_EXTRAS}
        needed = [requirement for requirement in needed if name_of(requirement) not in of_extras]
    session.install(f"{package}{chosen.extra}", *needed, *chosen.requirements)

    folder = work_folder(session)
    outer = {name: None for name in os.environ if name.startswith(("PYTHON", "LC_", "TZ"))}
    variables = {**outer, **chosen.variables}
    tree = without_sources(folder) if chosen.wheel else ROOT
    pytest = ("python", "-m", "pytest", "-q", "-c", tree / "pyproject.toml", "-p", "no:cacheprovider")
    probe = folder / "test_probe.py"
    probe.write_text(FAILING_TEST, encoding="utf-8")
    with session.chdir(tree):
        # A run in which a failing test passes would prove nothing.
        session.run(*pytest, *chosen.options, probe, env=variables, success_codes=[1], silent=True)
        session.run(*pytest, *chosen.options, *session.posargs, env=variables)


def name_of(requirement: str) -> str:
    """Return the name of the required package."""
    return re.split("[<>=!~ ]", requirement, maxsplit=1)[0]


def without_sources(folder: Path) -> Path:
    """Copy the project without ``src/``, so that its tests import the installed package."""
    tree = folder / "without-sources" / ROOT.name
    shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".*", "src", "dist", "_build", "__pycache__"))
    if (shared := ROOT.parent / "shared").exists():
        (tree.parent / "shared").symlink_to(shared.resolve())
    return tree
