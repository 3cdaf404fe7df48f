"""The command `table`. It returns its exit status."""

from __future__ import annotations

from pathlib import Path

import click

from inspection_model.cli.arguments import DOCUMENTS, find_inputs
from inspection_model.cli.batch import Reader, progress
from inspection_model.cli.failure import Failure
from inspection_model.cli.inputs import all_frameworks, open_inputs
from inspection_model.cli.options import FRAMEWORK, limits
from inspection_model.cli.progress_file import open_progress
from inspection_model.cli.table_job import TableJob
from inspection_model.cli.targets import check_targets
from inspection_model.reading.files.batch import processors
from inspection_model.tables import table_schemas
from inspection_model.tables.slices import LinesJob
from inspection_model.tables.writing import FORMATS, targets_of, write_items

__all__ = ["table"]

_LAYOUTS = ("d2i",)
_TABLES = tuple(name for name in table_schemas() if name not in _LAYOUTS)


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help=f"Write to this file, completely or not at all: {', '.join(FORMATS)}.",
)
@click.option(
    "--table",
    "name",
    type=click.Choice([*_TABLES, "all"]),
    help="The table; by default findings, and for .xlsx and .duckdb all.",
)
@click.option(
    "--layout",
    type=click.Choice(_LAYOUTS),
    help="Columns that others use, one row per inspection: d2i, the overview by Data to Insight.",
)
@click.option("--bom", is_flag=True, help="Begin CSV files with a byte order mark, which Excel needs.")
@FRAMEWORK
@limits
def table(
    paths: tuple[str, ...],
    output: Path,
    name: str | None,
    layout: str | None,
    bom: bool,
    custom: tuple[Path, ...],
    **most: float,
) -> int:
    """Write a table of findings, inspections or judgements.

    A path is a letter, a report, a JSON record, a JSON Lines file, or a folder, of which all .pdf and .txt
    files are read. A run that was stopped is continued by the same command.
    """
    form = FORMATS.get(output.suffix.lower())
    if form is None:
        known = ", ".join(FORMATS)
        raise click.UsageError(f"No table format has the suffix of {output}; use one of {known}.")
    if output.is_dir():
        raise click.UsageError(f"{output} is a folder; name a file after -o.")
    if layout and name:
        raise click.UsageError("--layout replaces --table; omit one of them.")
    name = layout or name or ("all" if form.many else "findings")
    tables = _TABLES if name == "all" else (name,)
    schemas = [table_schemas()[each] for each in tables]
    targets = targets_of(output, schemas)
    arguments = find_inputs(paths, DOCUMENTS, outputs=targets)
    for target in targets:
        check_targets(target, arguments, target.suffix, others=custom)
    reader = Reader(all_frameworks(custom), **most)
    try:
        with open_inputs(arguments, most=reader.max_bytes) as inputs, open_progress(output, custom) as kept:
            lines = LinesJob(schemas=tuple(schemas), processes=processors(), packed=form.arrow)
            job = TableJob(reader, kept, lines)
            with progress(len(inputs), shown=True) as advance:
                write_items(job.items(inputs, advance), output, schemas, bom=bom)
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        reason = "the folder does not exist" if missing else error.strerror or str(error)
        raise Failure(f"{output}: cannot be written: {reason}; nothing was changed") from error
    return job.report()
