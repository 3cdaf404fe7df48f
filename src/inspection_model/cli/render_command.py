"""The command `render`. It returns its exit status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import final

import attrs
import click

from inspection_model.cli.arguments import RECORDS, Argument, find_inputs, has_folder
from inspection_model.cli.error_log import error_log
from inspection_model.cli.failure import Failure
from inspection_model.cli.inputs import Frameworks, Input, Record, all_frameworks, open_inputs
from inspection_model.cli.options import FORMAT, FRAMEWORK, INPUT, OUTPUT
from inspection_model.cli.outputs import Format, chosen_format, open_output
from inspection_model.cli.targets import check_targets
from inspection_model.errors import InspectionModelError

__all__ = ["render"]


@click.command()
@click.argument("paths", metavar="RECORD...", nargs=-1, required=True, type=INPUT)
@FORMAT
@OUTPUT
@FRAMEWORK
def render(
    paths: tuple[str, ...], format_name: str | None, output: Path | None, custom: tuple[Path, ...]
) -> int:
    """Render JSON records as letters, reports or pages.

    A path is a JSON document, a JSON Lines file, or a folder of them; - is standard input. Without a
    format, write plain text. Several records need a folder as the output, or JSON Lines.
    """
    arguments = find_inputs(paths, RECORDS, outputs=[output])
    with open_inputs(arguments) as inputs:
        parts = _distinct([part for entry in inputs for part in entry.parts()])
        many = len(parts) > 1 or has_folder(paths)
        form = chosen_format(format_name, output, default="text", many=many)
        others = [*map(str, custom), *(argument.path for argument in arguments)]
        if output is not None and output.is_dir():
            check_targets(output, parts, form.suffixes[0], others=others)
        else:
            check_targets(output, arguments, form.suffixes[0], others=custom)
        targets = {part.name: part.inside for part in parts}
        return _Job(form, output, all_frameworks(custom), targets).run(inputs)


def _distinct(parts: Sequence[Argument]) -> list[Argument]:
    """Return the records with different targets: lines of one file may be of files with the same name."""
    counts = Counter(part.inside for part in parts)
    return [
        attrs.evolve(part, inside=f"{part.inside}-{part.line}")
        if counts[part.inside] > 1 and part.line is not None
        else part
        for part in parts
    ]


@final
@attrs.frozen
class _Job:
    """Renders records.

    Attributes:
        form: The format.
        output: The output.
        frameworks: The known frameworks.
        targets: The path of the output of each record in an output folder, by the name of the record.
    """

    form: Format
    output: Path | None
    frameworks: Frameworks
    targets: dict[str, str]

    def run(self, inputs: Sequence[Input]) -> int:
        """Render all records and return the exit status.

        Raises:
            Failure: If the only record cannot be rendered, or none of several.
        """
        written = 0
        is_one = len(inputs) == 1 and len(self.targets) <= 1
        with open_output(self.output, self.form) as put, error_log() as errors:
            for entry, record in (result for each in inputs for result in each.records()):
                text = self._rendered(entry, record)
                if isinstance(text, str):
                    put(self.targets[entry.name], text)
                    written += 1
                elif is_one:
                    raise Failure(entry.describe(text)) from text
                else:
                    errors.add(entry, text)
            if not written:
                raise Failure("no record could be read; nothing was written", status=1)
        return 1 if errors else 0

    def _rendered(self, entry: Input, record: Record | InspectionModelError) -> str | InspectionModelError:
        if isinstance(record, InspectionModelError):
            return record
        try:
            return self.form.render(record, self.frameworks, entry.file)
        except InspectionModelError as error:
            return error
