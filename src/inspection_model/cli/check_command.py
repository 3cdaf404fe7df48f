"""The command `check`. It returns its exit status."""

from __future__ import annotations

from pathlib import Path

import click

from inspection_model.checking import check
from inspection_model.cli.arguments import DOCUMENTS, RECORDS, find_inputs
from inspection_model.cli.batch import Reader
from inspection_model.cli.error_log import error_log
from inspection_model.cli.failure import Failure
from inspection_model.cli.inputs import Frameworks, Input, Record, all_frameworks, open_inputs
from inspection_model.cli.options import FRAMEWORK, INPUT, limits
from inspection_model.cli.outputs import inspection_of, to_stdout
from inspection_model.cli.places import print_remarks
from inspection_model.cli.terminal import counted, visible
from inspection_model.comparing import History
from inspection_model.errors import InspectionModelError
from inspection_model.model import Inspection, Reading, Remark

__all__ = ["check_command"]


@click.command("check")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=INPUT)
@click.option("--strict", is_flag=True, help="Exit with status 1 if there are remarks.")
@FRAMEWORK
@limits
def check_command(paths: tuple[str, ...], strict: bool, custom: tuple[Path, ...], **most: float) -> int:
    """Check letters, reports and JSON records.

    A path is a document, a JSON record, a JSON Lines file, or a folder of them; - is standard input. Print
    one line per document or record to standard output and the remarks to standard error.
    """
    arguments = find_inputs(paths, DOCUMENTS | RECORDS)
    reader = Reader(all_frameworks(custom), **most)
    remarked = False
    with open_inputs(arguments, most=reader.max_bytes) as inputs, error_log() as errors:
        for entry, record in reader.records(inputs):
            if isinstance(record, InspectionModelError):
                if [each.name for each in inputs] == [entry.name]:
                    raise Failure(entry.describe(record))
                errors.add(entry, record)
            else:
                remarked = bool(_check_one(entry, record, reader.frameworks)) or remarked
    return 1 if errors or (strict and remarked) else 0


def _check_one(entry: Input, record: Record, frameworks: Frameworks) -> int:
    """Report the remarks on one record and return their number."""
    remarks = _remarks_on(record, frameworks)
    # The offsets of a reading refer to its document; in a JSON file they would point to wrong lines.
    print_remarks(entry, remarks, record if isinstance(record, Reading) and not entry.is_record() else None)
    count = counted(len(remarks), "remark") if remarks else "no remarks"
    to_stdout(visible(f"{entry.name}: {count}\n"))
    return len(remarks)


def _remarks_on(record: Record, frameworks: Frameworks) -> tuple[Remark, ...]:
    """Return the remarks of a reading and those of checking its inspection, without duplicates."""
    if isinstance(record, History):
        return record.remarks
    if not isinstance(record, Inspection | Reading):
        return ()
    kept = record.remarks if isinstance(record, Reading) else ()
    known = {(remark.code, remark.pointer) for remark in kept}
    found = check(inspection_of(record), frameworks=frameworks)
    return (*kept, *(remark for remark in found if (remark.code, remark.pointer) not in known))
