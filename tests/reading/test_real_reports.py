"""Real reports and joint letters: the text that is rendered from a document gives the same record.

The documents are in a folder beside the checkout. No sentence of them is copied into this module.
"""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from inspection_model.model.inspection import Inspection
from inspection_model.reading import read_letter, read_letter_file
from inspection_model.rendering.text import render_text

REPORTS = Path(__file__).parents[2].parent / "shared" / "reports"
COUNTS = {"area-send": 14, "ilacs": 40, "jtai": 19, "sif": 20}
PATHS = [path for kind in COUNTS for path in sorted((REPORTS / kind).glob("*.txt"))]


@pytest.fixture(autouse=True)
def _needs_the_reports() -> None:
    if not REPORTS.is_dir():
        pytest.skip("the real reports are missing: ../shared/reports, beside the checkout")


def test_the_folders_of_real_reports_are_not_empty() -> None:
    assert {kind: len([*(REPORTS / kind).glob("*.txt")]) for kind in COUNTS} == COUNTS


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_document_as_rendered_text_gives_the_same_record(path: Path) -> None:
    inspection = read_letter_file(path).inspection
    again = read_letter(render_text(inspection)).inspection
    if inspection.framework == "ofsted-sif":
        # Its inspectors are in several fields, one of them with a post for all. They are written in one,
        # where such a post belongs to those before it without a post.
        assert [each.name for each in again.inspectors] == [each.name for each in inspection.inspectors]
        again = attrs.evolve(again, inspectors=inspection.inspectors)
    if inspection.framework == "ofsted-jtai" and _has_commas_within(inspection):
        # Commas separate the name, the post and the body of an addressee on a line. With more of them,
        # addressees are written on several lines, of which not all are read as one person.
        assert again.publication is not None
        assert inspection.publication is not None
        recipients = inspection.publication.recipients
        again = attrs.evolve(again, publication=attrs.evolve(again.publication, recipients=recipients))
    assert _differing(again, inspection) == []


def _has_commas_within(inspection: Inspection) -> bool:
    people = inspection.publication.recipients if inspection.publication else ()
    return any(each.organisation and "," in f"{each.post}{each.organisation}" for each in people)


def _differing(one: Inspection, other: Inspection) -> list[str]:
    names = [field.name for field in attrs.fields(Inspection)]
    return [name for name in names if getattr(one, name) != getattr(other, name)]
