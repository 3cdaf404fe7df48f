"""List every regular expression of the package with its worst-case time complexity, found by recheck.

    python scripts/check_patterns.py
    python scripts/check_patterns.py --list

This needs node and npm: npm installs recheck in a temporary folder. With ``--list``, the script needs
neither, and only lists the patterns and how they are used. The script records the patterns that
the package compiles while all modules are imported and letters are read, rendered and serialised. It
fails if a call of a function of ``re`` in the source was not reached. The patterns of the JSON Schemas
are read from the schema files.

recheck checks JavaScript patterns, so each pattern is converted from Python's parsed form. A possessive
or atomic group becomes an ordinary group, which can only take more time. If the package only calls
``match()`` or ``fullmatch()`` on a pattern, the pattern is checked with ``^`` before it. If the automaton
of a pattern is too large, recheck searches for slow texts instead. It counts their steps itself, and then
node's own engine must be slow with them too.

Exits with status 1 if the complexity of a pattern is not linear, or is unknown, and the pattern is not
in ``BOUNDED``; also if a pattern of ``BOUNDED`` has a repetition without a bound.
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
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
PACKAGE = SOURCE / "inspection_model"
RECHECK = "recheck@4.5.0"

BOUNDED = {"reading.grammar.contacts._NET", "reading.grammar.earlier._before()"}
"""Patterns that recheck does not find linear, although the time at each position is bounded.

Each of their repetitions has a bound, so that a position costs some hundred steps at most. A test in
tests/reading/test_totality.py runs the attacks that recheck found on texts of 1 MB.
"""

Seen = dict[tuple[str, int], set[re.Pattern[Any]]]


class CheckedPattern(NamedTuple):
    """A pattern, its place in the source, and how it is used."""

    place: str
    use: str
    source: str
    flags: str


# Python's parser of patterns. It is private, but nothing public returns the parsed form of a pattern.
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
    """Return a pattern as a JavaScript pattern, and its flags."""
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
                    # JavaScript cannot negate a combination of classes within a set.
                    out += {"WORD": r"\W", "DIGIT": r"\P{Nd}", "SPACE": r"\S"}[name.rpartition("_")[2]]
                else:
                    out += _CATEGORIES[name]
    return f"[{before}{out}]"


# Any other construct stops the script with a KeyError that names it.
_WRITERS: dict[str, Callable[[Any, int], str]] = {
    "LITERAL": lambda given, _: _character(given),
    "NOT_LITERAL": lambda given, _: f"[^{_character(given)}]",
    "ANY": lambda _, flags: r"[\s\S]" if flags & re.S else r"[^\n]",
    "IN": lambda given, _: _set(given),
    "AT": _at,
    "BRANCH": lambda given, flags: f"(?:{'|'.join(_items(branch, flags) for branch in given[1])})",
    "SUBPATTERN": lambda given, flags: f"({'' if given[0] else '?:'}{_items(given[3], flags)})",
    "GROUPREF": lambda given, _: f"\\{given}",
    "ATOMIC_GROUP": lambda given, flags: f"(?:{_items(given, flags)})",
    "ASSERT": lambda given, flags: _around(given, flags, "="),
    "ASSERT_NOT": lambda given, flags: _around(given, flags, "!"),
    "MAX_REPEAT": _repeat,
    "POSSESSIVE_REPEAT": _repeat,
    "MIN_REPEAT": lambda given, flags: _repeat(given, flags, "?"),
}


@contextlib.contextmanager
def watched() -> Iterator[Seen]:
    """Record every pattern that the package compiles, by the file and line of the call."""
    seen: Seen = {}
    module: Any = re
    compiled: Callable[[Any, int], re.Pattern[Any]] = module._compile  # noqa: SLF001  # every function of re calls it

    def note(pattern: Any, flags: int) -> re.Pattern[Any]:
        made = compiled(pattern, flags)
        frame = sys._getframe(2)  # noqa: SLF001  # the caller of the function of re
        if frame.f_code.co_filename.startswith(str(SOURCE)):
            seen.setdefault((frame.f_code.co_filename, frame.f_lineno), set()).add(made)
        return made

    module._compile = note  # noqa: SLF001  # for the time of the import
    try:
        yield seen
    finally:
        module._compile = compiled  # noqa: SLF001  # as before


def exercise() -> None:
    """Make the package compile all its patterns."""
    sys.path.insert(0, str(SOURCE))
    import inspection_model as im  # patterns are recorded from here on

    for info in pkgutil.walk_packages(im.__path__, "inspection_model."):
        importlib.import_module(info.name)
    importlib.import_module("_inspection_model_hypothesis")
    letters = sorted((ROOT / "examples").glob("*.txt"))
    if not letters:
        raise SystemExit("no letters in examples/")
    for letter in letters:
        reading = im.read_letter_file(letter)
        im.loads(im.dumps(reading))
        for render in (im.render_text, im.render_markdown, im.render_html):
            render(reading.inspection)
    with tempfile.TemporaryDirectory() as folder:
        im.write_site([reading], Path(folder, "site"))
    im.load_framework(ROOT / "tests/frameworks/harbour-survey.toml")
    _ = im.Inspection(authority=im.Authority(name="Otterford")).id
    im.read_letter(
        "Dear Ida\n\nFocused visit to Otterford\n\nThis letter summarises the findings of a focused visit "
        "to Otterford on 5 May 2019. The quality of plans was reviewed. They met with and spoke to cooks at "
        "the north and south gates. They looked at lamps under the inspection framework.\n\nFindings: Lamps "
        "are lit since the last inspection in May 2018. Progress has been slow on the areas for improvement "
        "from our last visit. Some areas for improvement from the last inspection remain. All areas for "
        "improvement of our last letter have been addressed.\n\nThere has been little progress on the areas "
        "for improvement since the last inspection.\n\nProgress on the areas for improvement since the last "
        "inspection is good.\n\nNot all areas for improvement from the last inspection have been fully "
        "addressed.\n\nLeaders have addressed the areas for improvement from the last inspection.\n\n"
        "- One (enabler 2, national framework).\n\nSend an "
        "action plan within seventy working days.\n\nSubmit an action plan soon."
    )
    im.read_letter_file(ROOT / "tests/reading/reports/wexcombe-2018.txt")
    importlib.import_module("inspection_model.serialising.json_schema").make_json_schema("inspection")


def calls() -> dict[tuple[str, int], tuple[int, str, str | None]]:
    """Return the calls of functions of ``re``.

    Returns:
        For each file and first line of a call: its last line, the function, and the name that the result is
        assigned to, if any; with ``()`` if it is the name of the function that returns the result.
    """
    found: dict[tuple[str, int], tuple[int, str, str | None]] = {}
    for file in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names: dict[ast.expr | None, str] = {}
        for node in ast.walk(tree):
            match node:
                case ast.Assign(targets=[ast.Name(id=name)], value=value):
                    names[value] = name
                case ast.FunctionDef(name=name, body=[*_, ast.Return(value=value)]):
                    names[value] = f"{name}()"
                case _:
                    pass
        for node in ast.walk(tree):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id="re"), attr=function)) if (
                    function != "escape"
                ):
                    found[str(file), node.lineno] = (node.end_lineno or 0, function, names.get(node))
                case ast.ImportFrom(module="re"):
                    raise SystemExit(f"{file}: write `import re`, so that the calls can be found")
                case _:
                    pass
    return found


def uses_of(name: str, file: str) -> set[str]:
    """Return the methods that the package calls on the pattern with a name.

    "passed on" is added if the pattern is an argument of a function, or is given another name.

    Args:
        name: The name; with ``()`` if it is that of a function that returns the pattern.
        file: The file that defines it. Only this file uses a private name.
    """
    files = [Path(file)] if name.startswith("_") else SOURCE.rglob("*.py")
    texts = [each.read_text(encoding="utf-8") for each in files]
    word = rf"\b{name}\b"
    if name.endswith("()"):
        word = rf"(?<!def )\b{name[:-2]}\([^()]*\)"
        passed_on = re.compile(rf"{word}(?!\.)")
    else:
        passed_on = re.compile(rf"[(,] ?{name}[,)]")
    method = re.compile(rf"{word}\.(\w+)\b")
    used = {found for text in texts for found in method.findall(text)}
    return used | ({"passed on"} if any(map(passed_on.search, texts)) else set())


def patterns_of_the_package() -> Iterator[CheckedPattern]:
    """Yield every pattern that the package compiles."""
    with watched() as seen:
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
        used = {function} if function != "compile" else uses_of(name, file) if name else {"passed on"}
        anchored = used <= {"match", "fullmatch"}
        for pattern in sorted(here, key=lambda each: str(each.pattern)):
            source, flags = in_javascript(pattern)
            yield CheckedPattern(
                place, ", ".join(sorted(used)), f"^(?:{source})" if anchored else source, flags
            )
    lines = {(file, line) for (file, first), (last, *_) in at.items() for line in range(first, last + 1)}
    if strange := seen.keys() - lines:
        raise SystemExit(f"compiled outside the calls that were found: {strange}")


def patterns_of_the_schemas() -> Iterator[CheckedPattern]:
    """Yield each distinct pattern of the JSON Schemas, which are JavaScript patterns."""
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
    return (CheckedPattern(place, "JSON Schema", source, "u") for source, place in found.items())


def check_with_recheck(patterns: list[CheckedPattern]) -> list[dict[str, str]]:
    """Return the results of recheck, in the order of the patterns."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        raise SystemExit("this needs node and npm")
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(Path(__file__).with_suffix(".mjs"), folder)
        install = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, RECHECK]
        subprocess.run(install, check=True, cwd=folder)
        answers = subprocess.run(
            [node, "check_patterns.mjs"],
            input=json.dumps([(each.source, each.flags) for each in patterns]),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            cwd=folder,
        )
    result: list[dict[str, str]] = json.loads(answers.stdout)
    return result


def main(arguments: Sequence[str]) -> int:
    """Print a table of all patterns and return the exit status."""
    patterns = [*patterns_of_the_package(), *patterns_of_the_schemas()]
    places = {each.place for each in patterns}
    unbounded = {each.place for each in patterns if re.search(r"\{\d+,\}", each.source)}
    if strange := (BOUNDED - places) | (BOUNDED & unbounded):
        raise SystemExit(f"in BOUNDED, but no pattern, or with a repetition without a bound: {strange}")
    if arguments == ["--list"]:
        sys.stdout.writelines(f"{each.place}: {each.use}\n" for each in patterns)
        return 0
    if arguments:
        raise SystemExit("usage: check_patterns.py [--list]")
    return check(patterns)


def check(patterns: list[CheckedPattern]) -> int:
    """Print a table of patterns with their complexity and return the exit status."""
    counts: dict[str, int] = {}
    bad = 0
    sys.stdout.write("| place | use | complexity | checker | attack |\n| --- | --- | --- | --- | --- |\n")
    for each, answer in zip(patterns, check_with_recheck(patterns), strict=True):
        # The column "checker" is "fuzz" if recheck searched for slow texts.
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
    sys.stdout.write(f"\n{len(patterns)} patterns: {figures}\n")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
