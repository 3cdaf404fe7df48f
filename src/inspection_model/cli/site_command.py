"""The command `site`. It returns its exit status."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs
import click

from inspection_model.cli.arguments import DOCUMENTS, RECORDS, find_inputs
from inspection_model.cli.batch import Reader, progress
from inspection_model.cli.failure import Failure
from inspection_model.cli.inputs import Input, Record, all_frameworks, open_inputs
from inspection_model.cli.options import FRAMEWORK, limits
from inspection_model.cli.terminal import counted, to_stderr
from inspection_model.comparing import History
from inspection_model.errors import InspectionModelError
from inspection_model.model import Inspection, Reading
from inspection_model.site import write_site
from inspection_model.site.folder import check_folder
from inspection_model.tables import Document

__all__ = ["site"]


@click.command()
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    required=True,
    help="Write to this folder, completely or not at all. It is new, empty, or a site, which is replaced.",
)
@click.option("--title", default="Inspections", show_default=True, help="The title of the site.")
@FRAMEWORK
@limits
def site(paths: tuple[str, ...], output: Path, title: str, custom: tuple[Path, ...], **most: float) -> int:
    """Write pages about letters, reports and records: a site.

    A path is a letter, a report, a JSON record, a JSON Lines file, or a folder of them. The site works from a
    disk and from a server. It lists the files that cannot be read.
    """
    _check_inputs(output, (*paths, *map(str, custom)))
    arguments = find_inputs(paths, DOCUMENTS | RECORDS, outputs=[output])
    _check_output(output)  # before anything is read
    reader = Reader(all_frameworks(custom), **most)
    job = _Job(reader, {argument.name: _as_text(argument.inside) for argument in arguments})
    with (
        open_inputs(arguments, most=reader.max_bytes) as inputs,
        progress(len(inputs), shown=True) as advance,
    ):
        documents = [*job.documents(inputs, advance)]
    if all(each.record is None for each in documents):
        raise Failure("no input could be read; nothing was written", status=1 if len(arguments) > 1 else 2)
    try:
        index = write_site(documents, output, title=title, frameworks=reader.frameworks)
    except OSError as error:
        raise Failure(
            f"{output}: cannot be written: {error.strerror or error}; nothing was changed"
        ) from error
    failed = sum(each.record is None for each in documents)
    to_stderr(f"{counted(len(documents) - failed, 'document')} read, {failed} failed; open {index}")
    return 1 if failed else 0


def _as_text(name: str) -> str:
    """Return the name of a file as a text that a page can have."""
    return name.encode(errors="surrogateescape").decode(errors="replace")


def _check_inputs(output: Path, files: Sequence[str]) -> None:
    own = output.resolve()
    for file in files:
        path = Path(file).resolve()
        if own in (path, *path.parents):
            raise Failure(f"{file}: this input is in the folder of the site; name another folder after -o")


def _check_output(output: Path) -> None:
    try:
        check_folder(output, where="-o")
    except InspectionModelError as error:
        raise Failure(str(error)) from error
    except OSError as error:
        raise Failure(
            f"{output}: cannot be written: {error.strerror or error}; nothing was changed"
        ) from error


@attrs.frozen
class _Job:
    """Reads the inputs of the site.

    Attributes:
        reader: Reads them.
        names: The name on the site of each input: within its folder, without the folders of this computer.
    """

    reader: Reader
    names: Mapping[str, str]

    def documents(self, inputs: Sequence[Input], advance: Callable[[], None]) -> Iterator[Document]:
        """Yield the documents of inputs, in order; one with an error for each that is not shown.

        Args:
            inputs: The inputs.
            advance: Called after each record.
        """
        for entry, record in self.reader.records(inputs):
            yield from self._documents_of(entry, record)
            advance()

    def _documents_of(self, entry: Input, record: Record | InspectionModelError) -> Iterator[Document]:
        file, line = self._place(entry)
        name = f"{self.names.get(file, file)}{line}"
        match record:
            case Inspection() | Reading():
                yield Document(record=record, file=name)
            case History():
                yield from (Document(record=each, file=name) for each in record.inspections)
            case InspectionModelError():
                to_stderr(entry.describe(record))
                reason = attrs.evolve(entry, name=name).describe(record).removeprefix(f"{name}: ")
                yield Document(record=None, file=name, error=reason)
            case _:
                what = f"a site has no page for a record of the type {type(record).__name__}"
                to_stderr(f"{entry.name}: {what}")
                yield Document(record=None, file=name, error=what)

    def _place(self, entry: Input) -> tuple[str, str]:
        """Return the file of an input, and its line if the input is a line of a file."""
        if entry.name in self.names:
            return entry.name, ""
        file, _, line = entry.name.rpartition(":")
        return (file, f":{line}") if file in self.names else (entry.name, "")
