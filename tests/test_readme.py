"""Tests of the README: a short example first, then two commands of one line each."""

from __future__ import annotations

import json
import re
import shlex

from documentation import README, ROOT, blocks
from inspection_model import dumps, read_letter_file


def commands() -> list[str]:
    return [block.text for block in blocks(README) if block.language == "sh"]


def test_the_first_two_shell_blocks_are_one_command_line_each() -> None:
    for command in commands()[:2]:
        assert command.count("\n") == 1
        assert not command.rstrip("\n").endswith("\\")


def test_both_commands_set_up_what_they_need_with_venv_and_pip_alone() -> None:
    for command in commands()[:2]:
        assert command.startswith("python3 -m venv .venv && .venv/bin/python -m pip install ")
        assert not {"uv", "make", "sudo"} & set(shlex.split(command))


def test_the_first_command_reads_a_sample_letter_of_the_repository() -> None:
    steps = commands()[0].strip().split(" && ")
    *command, letter = steps[-1].split()
    assert command == [".venv/bin/inspection-model", "read", "--format", "json"]
    record = json.loads(dumps(read_letter_file(ROOT / letter).inspection))
    assert record["findings"]


def test_the_second_command_runs_the_tests() -> None:
    assert ".venv/bin/python -m pytest" in commands()[1]


def test_the_example_comes_first_and_is_short() -> None:
    first = next(block for block in blocks(README))
    assert first.language == "python"
    assert first.text.count("\n") <= 15
    head = README.read_text(encoding="utf-8").split("```", 1)[0]
    assert len(re.findall(r"\S+", head)) < 80
