"""List every regular expression of the package with its time complexity, as computed by recheck.

    python scripts/check_patterns.py

Needs node and npm; recheck is installed from npm in a temporary folder. Patterns are recorded when
the package compiles them: the script imports all modules, reads and renders letters, and converts
them to JSON and back. It also checks that every call of a function of ``re`` in the source was
recorded. The patterns of the JSON Schemas are read from the schema files.

recheck supports the JavaScript dialect, so each pattern is converted from the parsed form that Python
uses. A possessive or atomic group becomes an ordinary one, which can only take longer. If the package
calls only ``match()`` and ``fullmatch()`` on a pattern, it is checked with a leading ``^``.

The exit status is 1 if a pattern is not linear, or its complexity is unknown, and it is not listed in
``BOUNDED``.
"""

from __future__ import annotations

import ast
import contextlib
import importlib
import json
import pkgutil
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
PACKAGE = SOURCE / "inspection_model"
RECHECK = "recheck@4.5.0"

BOUNDED = {
    # Every repetition is bounded, so each position in the text costs at most a few hundred steps.
    # recheck, which has to estimate for a pattern of this size, reports a polynomial. A test in
    # tests/reading/test_totality.py runs its attack string with a megabyte.
    "reading.letterhead._NET",
}
"""Patterns that recheck does not clear but that take bounded time at each position."""

Seen = dict[tuple[str, int], set[re.Pattern[Any]]]


class PatternUse(NamedTuple):
    """A pattern, its location in the source, and how it is used."""

    place: str
    use: str
    source: str
    flags: str


# Python's own parser of patterns: private, but the only one that gives the form that Python uses.
_parser: Any = importlib.import_module("re._parser")
_CATEGORIES = {
    "CATEGORY_DIGIT": r"\p{Nd}",
    "CATEGORY_SPACE": r"\s\x1c-\x1f\x85",
    "CATEGORY_WORD": r"\p{L}\p{N}_",
}
_PLACES = {
    "AT_BEGINNING": "^",
    "AT_BEGINNING_STRING": "^",
    "AT_END": r"(?=\n?$)",
    "AT_END_STRING": "$",
    "AT_BOUNDARY": r"\b",
    "AT_NON_BOUNDARY": r"\B",
}


def in_javascript(pattern: re.Pattern[Any]) -> tuple[str, str]:
    """Return a pattern in the JavaScript dialect, and its flags."""
    flags = "u" + "".join(letter for flag, letter in ((re.I, "i"), (re.M, "m")) if pattern.flags & flag)
    return _items(_parser.parse(pattern.pattern, pattern.flags), pattern.flags), flags


def _items(items: Iterable[tuple[Any, Any]], flags: int) -> str:
    return "".join(_WRITERS[str(code)](given, flags) for code, given in items)


def _repeat(given: Any, flags: int, mark: str = "") -> str:
    least, most, items = given
    return f"(?:{_items(items, flags)}){{{least},{'' if most == _parser.MAXREPEAT else most}}}{mark}"


def _around(given: Any, flags: int, sign: str) -> str:
    direction, items = given
    return f"(?{'<' if direction < 0 else ''}{sign}{_items(items, flags)})"


def _at(given: Any, flags: int) -> str:
    # With the flag m, $ would match at the end of every line.
    return r"(?![\s\S])" if str(given) == "AT_END_STRING" and flags & re.M else _PLACES[str(given)]


def _character(number: int) -> str:
    return f"\\u{{{number:x}}}"


def _set(items: list[tuple[Any, Any]]) -> str:
    out, before = "", ""
    for code, given in items:
        match str(code):
            case "NEGATE":
                before = "^"
            case "LITERAL":
                out += _character(given)
            case "RANGE":
                out += "-".join(map(_character, given))
            case _:
                name = str(given)
                if "NOT_" in name:
                    # A set cannot contain the complement of several classes; use the escape of the class.
                    out += {"WORD": r"\W", "DIGIT": r"\P{Nd}", "SPACE": r"\S"}[name.rpartition("_")[2]]
                else:
                    out += _CATEGORIES[name]
    return f"[{before}{out}]"


# A construct that is missing here raises a KeyError with its name.
_WRITERS: dict[str, Callable[[Any, int], str]] = {
    "LITERAL": lambda given, _: _character(given),
    "NOT_LITERAL": lambda given, _: f"[^{_character(given)}]",
    "ANY": lambda _, flags: r"[\s\S]" if flags & re.S else r"[^\n]",
    "IN": lambda given, _: _set(given),
    "AT": _at,
    "BRANCH": lambda given, flags: f"(?:{'|'.join(_items(branch, flags) for branch in given[1])})",
    "SUBPATTERN": lambda given, flags: f"({'' if given[0] else '?:'}{_items(given[3], flags)})",
    "ATOMIC_GROUP": lambda given, flags: f"(?:{_items(given, flags)})",
    "ASSERT": lambda given, flags: _around(given, flags, "="),
    "ASSERT_NOT": lambda given, flags: _around(given, flags, "!"),
    "MAX_REPEAT": _repeat,
    "POSSESSIVE_REPEAT": _repeat,
    "MIN_REPEAT": lambda given, flags: _repeat(given, flags, "?"),
}


@contextlib.contextmanager
def recorded_patterns() -> Iterator[Seen]:
    """Record every pattern that the package compiles, by file and line of the call."""
    seen: Seen = {}
    module: Any = re
    compiled: Callable[[Any, int], re.Pattern[Any]] = module._compile  # noqa: SLF001  # all functions of re call it

    def note(pattern: Any, flags: int) -> re.Pattern[Any]:
        made = compiled(pattern, flags)
        frame = sys._getframe(2)  # noqa: SLF001  # the line that called the function of re
        if frame.f_code.co_filename.startswith(str(SOURCE)):
            seen.setdefault((frame.f_code.co_filename, frame.f_lineno), set()).add(made)
        return made

    module._compile = note  # noqa: SLF001
    try:
        yield seen
    finally:
        module._compile = compiled  # noqa: SLF001


def exercise() -> None:
    """Run the package so that it compiles all of its patterns."""
    sys.path.insert(0, str(SOURCE))
    import inspection_model as im  # import only after recording has started

    for info in pkgutil.walk_packages(im.__path__, "inspection_model."):
        importlib.import_module(info.name)
    importlib.import_module("_inspection_model_hypothesis")
    letters = sorted((ROOT / "examples").glob("*.txt"))
    if not letters:
        raise SystemExit("no letters found in examples")
    for letter in letters:
        reading = im.read_letter_file(letter)
        im.loads(im.dumps(reading))
        for render in (im.render_text, im.render_markdown, im.render_html):
            render(reading.inspection)
    im.load_framework(ROOT / "tests/frameworks/harbour-survey.toml")
    _ = im.Inspection(authority=im.Authority(name="Otterford")).id
    im.read_letter(
        "Dear Ida\n\nFocused visit to Otterford\n\nSend an action plan within seventy working days."
    )
    importlib.import_module("inspection_model.serialising.json_schema").make_json_schema("inspection")


def calls() -> dict[tuple[str, int], tuple[int, str, str | None]]:
    """Find the calls of ``re``: for each file and line, the last line, the function and the assigned name."""
    found: dict[tuple[str, int], tuple[int, str, str | None]] = {}
    for file in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = {
            node.value: target.id
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=function)):
                    found[str(file), node.lineno] = (node.end_lineno or 0, function, names.get(node))
                case ast.ImportFrom(module="re"):
                    raise SystemExit(
                        f"{file}: write `import re`, not `from re import`, so that its calls are found"
                    )
                case _:
                    pass
    return found


def uses_of(name: str) -> set[str]:
    """Return the methods that the package calls on the pattern with a name."""
    method = re.compile(rf"\b{name}\.(\w+)\b")
    texts = [file.read_text(encoding="utf-8") for file in SOURCE.rglob("*.py")]
    used = {found for text in texts if re.search(rf"\b{name}\b", text) for found in method.findall(text)}
    passed_on = any(re.search(rf"[(,] ?{name}[,)]", text) for text in texts)
    return used | ({"passed on"} if passed_on else set())


def of_the_package() -> Iterator[PatternUse]:
    """Yield every pattern that the package compiles."""
    with recorded_patterns() as seen:
        exercise()
    at = calls()
    for (file, first), (last, function, name) in at.items():
        module = ".".join(Path(file).relative_to(SOURCE).with_suffix("").parts)
        place = f"{module.removeprefix('inspection_model.')}{f'.{name}' if name else f', line {first}'}"
        here = {
            pattern
            for (other, line), patterns in seen.items()
            if other == file and first <= line <= last
            for pattern in patterns
        }
        if not here:
            raise SystemExit(f"{place}: this pattern was not compiled; extend exercise() so that it is")
        used = {function} if function != "compile" else uses_of(name) if name else {"passed on"}
        anchored = used <= {"match", "fullmatch"}
        for pattern in sorted(here, key=lambda each: str(each.pattern)):
            source, flags = in_javascript(pattern)
            yield PatternUse(place, ", ".join(sorted(used)), f"^(?:{source})" if anchored else source, flags)
    lines = {(file, line) for (file, first), (last, *_) in at.items() for line in range(first, last + 1)}
    if strange := seen.keys() - lines:
        raise SystemExit(f"patterns compiled at unknown calls: {strange}")


def of_the_schemas() -> Iterator[PatternUse]:
    """Return each distinct pattern of the JSON Schemas, which use the JavaScript dialect."""
    found: dict[str, str] = {}

    def walk(value: Any, place: str) -> None:
        if isinstance(value, dict):
            for key, member in value.items():
                if key == "pattern" and isinstance(member, str):
                    found.setdefault(member, place)
                walk(member, f"{place}/{key}")
        elif isinstance(value, list):
            for index, item in enumerate(value):
                walk(item, f"{place}/{index}")

    for file in sorted((PACKAGE / "serialising/schemas").glob("*.json")):
        walk(json.loads(file.read_text(encoding="utf-8")), f"{file.name}#")
    return (PatternUse(place, "JSON Schema", source, "u") for source, place in found.items())


def run_recheck(uses: list[PatternUse]) -> list[dict[str, str]]:
    """Run recheck on the patterns and return its answers in the same order."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        raise SystemExit("node and npm are required")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(Path(__file__).with_suffix(".mjs"), folder)
        install = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, RECHECK]
        subprocess.run(install, check=True, cwd=folder)
        answers = subprocess.run(
            [node, "check_patterns.mjs"],
            input=json.dumps([(each.source, each.flags) for each in uses]),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            cwd=folder,
        )
    result: list[dict[str, str]] = json.loads(answers.stdout)
    return result


def main() -> int:
    """Print the table; return 1 if a pattern is not cleared, otherwise 0."""
    uses = [*of_the_package(), *of_the_schemas()]
    counts: dict[str, int] = {}
    bad = 0
    sys.stdout.write("| place | use | complexity | checker | attack |\n| --- | --- | --- | --- | --- |\n")
    for each, answer in zip(uses, run_recheck(uses), strict=True):
        # If the automaton would be too large, recheck tries texts instead, as the checker column shows.
        complexity = (answer.get("complexity") or "unknown").removesuffix(" (fuzz)")
        counts[complexity] = counts.get(complexity, 0) + 1
        fine = complexity in {"safe", "linear"} or each.place in BOUNDED
        bad += not fine
        attack = f"`{answer['attack']}`" if answer.get("attack") else ""
        row = (each.place, each.use, complexity, answer.get("checker", ""), attack.replace("|", "\\|"))
        sys.stdout.write(f"| {' | '.join(row)} |\n")
        if not fine:
            sys.stderr.write(f"{each.place}: {complexity}: /{each.source}/{each.flags}\n")
    figures = ", ".join(f"{count} {complexity}" for complexity, count in sorted(counts.items()))
    sys.stdout.write(f"\n{len(uses)} patterns: {figures}\n")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
