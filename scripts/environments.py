"""Run the tests in other environments: with other settings, Python versions and installed packages.

    python scripts/environments.py --list
    python scripts/environments.py lowest c-locale
    python scripts/environments.py all -- -n 2

Arguments after ``--`` are passed to pytest. The virtual environments are created in a temporary
folder, which is deleted at the end; nothing is installed anywhere else. The script prints a table of
the results. The exit status is 1 if a test failed and 2 if an environment could not be created.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS: dict[str, list[str]] = {
    name: needs for name, needs in PROJECT["project"]["optional-dependencies"].items() if name != "all"
}
TESTS: list[str] = PROJECT["dependency-groups"]["test"]
RUNNING = ".".join(map(str, sys.version_info[:2]))
VERSIONS = re.findall(r"Python :: (3\.\d+)", "\n".join(PROJECT["project"]["classifiers"]))

ASSERT = "def test_an_assert_counts():\n    assert __debug__ and False\n"
"""A test that must fail, even where Python ignores ``assert`` in other modules."""


@dataclass(frozen=True, kw_only=True)
class Environment:
    """The differences from the default run.

    Attributes:
        what: A description for ``--list``.
        variables: Environment variables.
        options: Options of pytest.
        python: The Python version; by default that of this script.
        requirements: What is installed in addition to the package and its dependencies.
        extra: The extras of the package, in brackets, or an empty string.
        wheel: Whether to build the wheel and test it in a folder without ``src/``.
    """

    what: str
    variables: dict[str, str] = field(default_factory=dict)
    options: tuple[str, ...] = ()
    python: str = RUNNING
    requirements: tuple[str, ...] = tuple(TESTS)
    extra: str = "[all]"
    wheel: bool = False


def name_of(requirement: str) -> str:
    """Return the name of the package in a requirement."""
    return re.split("[<>=!~ ]", requirement, maxsplit=1)[0]


def lowest() -> tuple[str, ...]:
    """Return requirements for the lowest versions that ``pyproject.toml`` allows."""
    needed = [*PROJECT["project"]["dependencies"], *(need for needs in EXTRAS.values() for need in needs)]
    return tuple(requirement.replace(">=", "==") for requirement in needed)


# The requirements of the tests that are not also requirements of an extra.
_WITHOUT = tuple(
    need for need in TESTS if name_of(need) not in {name_of(n) for needs in EXTRAS.values() for n in needs}
)
ENVIRONMENTS: dict[str, Environment] = {
    "plain": Environment(what="the default settings, for comparison"),
    "optimised": Environment(
        what="python -O: only the assertions of the tests run, because pytest rewrites them",
        variables={"PYTHONOPTIMIZE": "1"},
        # pytest warns that other assertions are ignored, which is intended here.
        options=("-W", "ignore:assertions not in test modules:pytest.PytestConfigWarning"),
    ),
    "warnings": Environment(
        what="python -W error -X dev, also in child processes",
        variables={"PYTHONWARNINGS": "error", "PYTHONDEVMODE": "1"},
    ),
    **{
        f"hash-seed-{seed}": Environment(
            what=f"another order of sets: PYTHONHASHSEED={seed}", variables={"PYTHONHASHSEED": seed}
        )
        for seed in ("0", "1", "4294967295")
    },
    "kiritimati": Environment(
        what="14 hours ahead of UTC: TZ=Pacific/Kiritimati", variables={"TZ": "Pacific/Kiritimati"}
    ),
    "c-locale": Environment(what="LC_ALL=C", variables={"LC_ALL": "C"}),
    "ascii-locale": Environment(
        what="LC_ALL=C, with the UTF-8 mode of Python disabled",
        variables={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ),
    "parallel": Environment(what="two processes of pytest-xdist", options=("-n", "2")),
    "random-order": Environment(
        what="the tests in random order, by pytest-randomly", requirements=(*TESTS, "pytest-randomly")
    ),
    "lowest": Environment(
        what=f"the lowest versions that pyproject.toml allows: {', '.join(lowest())}",
        requirements=(*TESTS, *lowest()),
        python=VERSIONS[0],
    ),
    **{f"python{version}": Environment(what=f"Python {version}", python=version) for version in VERSIONS},
    "wheel": Environment(what="the built wheel, in a folder without src/", wheel=True),
    "no-extra": Environment(
        what="the package without extras; tests that need one are skipped", extra="", requirements=_WITHOUT
    ),
}


class EnvironmentSetupError(Exception):
    """An environment cannot be created on this machine."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """The result of the tests in an environment."""

    python: str
    passed: int
    skipped: int
    failed: int
    seconds: float


def interpreter(version: str) -> str:
    """Return the path of a Python of a version: the running one, one on the path, or one of pyenv."""
    if version == RUNNING:
        return sys.executable
    of_pyenv = sorted((Path.home() / ".pyenv/versions").glob(f"{version}.*/bin/python"))
    for candidate in filter(None, (shutil.which(f"python{version}"), *of_pyenv)):
        # A command on the path can be a pyenv shim for a version that is not enabled.
        with contextlib.suppress(EnvironmentSetupError):
            checked(candidate, "--version")
            return str(candidate)
    raise EnvironmentSetupError(f"Python {version} was not found")


def checked(*command: object) -> str:
    """Run a command and return its output.

    Raises:
        EnvironmentSetupError: If the command fails.
    """
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise EnvironmentSetupError(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


class Workshop:
    """Creates each virtual environment once, in a folder, and runs the tests in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._made: dict[tuple[object, ...], Path] = {}

    def python_of(self, environment: Environment) -> Path:
        """Return the Python of an environment, with the package and its requirements installed."""
        kind = (environment.python, environment.requirements, environment.extra, environment.wheel)
        if kind not in self._made:
            place = self.folder / f"venv-{len(self._made)}"
            checked(interpreter(environment.python), "-m", "venv", place)
            python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
            install = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
            if environment.wheel:
                checked(python, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", place / "dist", ROOT)
                (package,) = (place / "dist").glob("*.whl")
                checked(*install, f"{package}{environment.extra}", *environment.requirements)
            else:
                checked(*install, "--editable", f"{ROOT}{environment.extra}", *environment.requirements)
            self._made[kind] = python
        return self._made[kind]

    def tree_of(self, environment: Environment) -> Path:
        """Return the folder to test in: the project, or a copy of it without ``src/``."""
        if not environment.wheel:
            return ROOT
        tree = self.folder / "without-sources" / ROOT.name
        if not tree.exists():
            leave_out = shutil.ignore_patterns(".*", "src", "dist", "_build", "__pycache__")
            shutil.copytree(ROOT, tree, ignore=leave_out)
            if (shared := ROOT.parent / "shared").exists():
                (tree.parent / "shared").symlink_to(shared.resolve())
        return tree

    def run(self, name: str, more: list[str]) -> Outcome:
        """Run the tests in an environment; ``more`` are further arguments of pytest."""
        environment = ENVIRONMENTS[name]
        python, tree = self.python_of(environment), self.tree_of(environment)
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "LC_", "TZ"))}
        variables = {**kept, **environment.variables}
        log, report = self.folder / f"{name}.log", self.folder / f"{name}.xml"

        def pytest(*arguments: object) -> int:
            settings = ("-c", tree / "pyproject.toml", "-p", "no:cacheprovider", *environment.options)
            command = [*map(str, (python, "-m", "pytest", "-q", *settings, *arguments))]
            with log.open("wb") as file:
                done = subprocess.run(command, cwd=tree, env=variables, stdout=file, stderr=file, check=False)
            return done.returncode

        probe = self.folder / "test_probe.py"
        probe.write_text(ASSERT, encoding="utf-8")
        if pytest(probe) != 1:
            raise EnvironmentSetupError(f"a test that must fail passed:\n{_text(log)}")
        before = time.monotonic()
        status = pytest(f"--junitxml={report}", *more)
        seconds = time.monotonic() - before
        if status:
            sys.stderr.write(_text(log))
        if status not in {0, 1} or not report.exists():
            raise EnvironmentSetupError("the test run did not complete")
        version = checked(python, "--version").split()[1]
        return Outcome(python=version, seconds=seconds, **_counts(report))


def _text(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace")


def _counts(report: Path) -> dict[str, int]:
    (suite,) = ET.parse(report).getroot().iter("testsuite")  # noqa: S314  # written by pytest above
    tests, skipped, failures, errors = (
        int(suite.attrib[key]) for key in ("tests", "skipped", "failures", "errors")
    )
    failed = failures + errors
    return {"passed": tests - failed - skipped, "skipped": skipped, "failed": failed}


def main(arguments: list[str]) -> int:
    """Run the named environments and print a table; return the exit status."""
    cut = arguments.index("--") if "--" in arguments else len(arguments)
    names, more = arguments[:cut], arguments[cut + 1 :]
    if names == ["--list"]:
        sys.stdout.writelines(f"{name:21} {each.what}\n" for name, each in ENVIRONMENTS.items())
        return 0
    if names == ["all"]:
        names = [*ENVIRONMENTS]
    if not names or not set(names) <= ENVIRONMENTS.keys():
        sys.stderr.write(f"{__doc__}\nEnvironments: {', '.join(ENVIRONMENTS)}\n")
        return 2
    sys.stdout.write("| environment | Python | passed | skipped | failed | seconds |\n")
    sys.stdout.write("| --- | --- | ---: | ---: | ---: | ---: |\n")
    worst = 0
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop(Path(folder))
        for name in names:
            try:
                out = workshop.run(name, more)
            except EnvironmentSetupError as error:
                sys.stderr.write(f"{name}: {error}\n")
                worst = 2
                continue
            worst = max(worst, int(out.failed > 0))
            row = (name, out.python, out.passed, out.skipped, out.failed, round(out.seconds))
            sys.stdout.write(f"| {' | '.join(map(str, row))} |\n")
            sys.stdout.flush()
    return worst


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
