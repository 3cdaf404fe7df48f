"""The pages of a site: valid, linked, deterministic, and with every text as text."""

from __future__ import annotations

import base64
import csv
import functools
import hashlib
import importlib
import itertools
import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

import pytest
from rendering_records import as_text, corpus, hostile_fillings
from site_samples import (
    IMPROVEMENT,
    OVERSIGHT,
    SIMILAR,
    everything,
    finding,
    followed_up,
    inspection,
    overall,
    readings,
    year,
)
from test_site_folder import tree

import inspection_model as im
from inspection_model.rendering.pages.templating import visible
from inspection_model.tables import Document

# html5lib has no type annotations.
html5lib: Any = importlib.import_module("html5lib")

PAGES = ("index", "priority-actions", "kinds", "search", "documents", "downloads")
WITH_SCRIPT = {"index.html": "sort.js", "search.html": "search.js"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text files of the site with everything, by their paths."""
    folder = tmp_path_factory.mktemp("site")
    im.write_site(everything(), folder, title="Inspections of <Marrowdale> & others")
    return texts(folder)


def texts(folder: Path) -> dict[str, str]:
    return {name: content.decode() for name, content in tree(folder).items()}


def made(tmp_path: Path, *records: Any, **more: Any) -> dict[str, str]:
    """Return the files of the site of some records."""
    im.write_site(records, tmp_path / "site", **more)
    return texts(tmp_path / "site")


@functools.cache
def parsed(page: str) -> ET.Element:
    """Parse a page, which must be valid as far as html5lib knows."""
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    document: ET.Element = parser.parse(page)
    assert [error for error in parser.errors if error[1] != "unexpected-doctype"] == []
    return document


def html_pages(site: dict[str, str]) -> Iterator[tuple[str, ET.Element]]:
    found = [name for name in site if name.endswith(".html")]
    assert {f"{name}.html" for name in PAGES} < {*found}
    return ((name, parsed(site[name])) for name in found)


_INLINE = {"a", "b", "span", "time", "del", "ins", "code", "strong", "text"}


def words(element: ET.Element) -> str:
    """Return the text of an element, with a space at the ends of the elements that are not inline."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: ET.Element) -> Iterator[str]:
    space = "" if element.tag in _INLINE else " "
    yield f"{space}{element.text or ''}"
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield space


def test_every_page_is_valid_and_has_one_main_heading_and_no_step_left_out(site: dict[str, str]) -> None:
    for name, page in html_pages(site):
        headings = [int(each.tag[1]) for each in page.iter() if re.fullmatch("h[1-6]", str(each.tag))]
        assert headings.count(1) == 1, name
        assert headings[0] == 1, name
        assert all(after <= before + 1 for before, after in itertools.pairwise(headings)), name
        ids = [each.get("id") for each in page.iter() if each.get("id")]
        assert len(ids) == len(set(ids)), name
        assert page.find("head/title") is not None


@pytest.mark.skipif(not shutil.which("html-validate"), reason="needs html-validate, a package of npm")
def test_html_validate_finds_no_error(tmp_path: Path) -> None:
    im.write_site(everything(), tmp_path / "site")
    settings = '{"root": true, "extends": ["html-validate:standard"]}'
    (tmp_path / ".htmlvalidate.json").write_text(settings, encoding="utf-8")
    pages = sorted(map(str, (tmp_path / "site").rglob("*.html")))
    command = [str(shutil.which("html-validate")), "--formatter", "text", *pages]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.stdout, done.returncode) == ("", 0)


def test_every_link_is_relative_and_leads_to_a_file_and_a_place_of_the_site(site: dict[str, str]) -> None:
    pages = dict(html_pages(site))
    ids = {name: {each.get("id") for each in page.iter()} for name, page in pages.items()}
    count = 0
    for name, page in pages.items():
        for link in page.iter("a"):
            address = str(link.get("href"))
            if address.startswith(("https://", "mailto:")):  # the contact details of an inspectorate
                assert name.startswith("inspections/")
                continue
            path, _, anchor = address.partition("#")
            target = resolved(name, path) if path else name
            assert target in site, (name, address)
            assert not anchor or unquote(anchor) in ids[target], (name, address)
            count += 1
    assert count > 1000


def resolved(page: str, path: str) -> str:
    assert not re.match("/|[a-z]+:", path)
    parts = [*PurePosixPath(page).parent.parts]
    for part in path.split("/"):
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


def test_every_page_can_be_reached_from_the_index(site: dict[str, str]) -> None:
    seen, left = set[str](), {"index.html"}
    while left:
        name = left.pop()
        seen.add(name)
        links = [str(link.get("href")).partition("#")[0] for link in parsed(site[name]).iter("a")]
        targets = {resolved(name, link) for link in links if link and ":" not in link}
        left |= {target for target in targets if target.endswith(".html")} - seen
    assert seen == {name for name in site if name.endswith(".html")}


def test_the_policy_of_a_page_allows_its_style_and_its_own_script_only(site: dict[str, str]) -> None:
    for name, page in html_pages(site):
        policy = str(page.findall("head/meta[@http-equiv]")[0].get("content"))
        styles = [each.text or "" for each in page.iter("style")]
        scripts = [each for each in page.iter("script") if each.get("type") != "application/json"]
        hashes = [
            f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
            for text in (*styles, *(each.text or "" for each in scripts))
        ]
        assert all(f"'{each}'" in policy for each in hashes)
        assert policy.count("sha256-") == len(hashes)
        assert policy.startswith("default-src 'none'; ")
        assert len(styles) == 1
        assert len(scripts) == (name in WITH_SCRIPT)
        tags = {str(each.tag) for each in page.iter()}
        assert tags.isdisjoint({"link", "img", "iframe", "object", "embed", "base", "video", "audio"})
        assert not any(key.startswith("on") or key == "style" for each in page.iter() for key in each.attrib)


def test_hostile_texts_are_shown_as_text(tmp_path: Path) -> None:
    texts = [as_text(text) for text in [*corpus(), *next(hostile_fillings(1))]]
    some = [*dict.fromkeys(texts)][:: 1 + len(texts) // 100]
    records = [
        Document(
            record=inspection(
                finding(text), finding(f"{text} again", IMPROVEMENT), name=text, on=year(2000 + number)
            ),
            file=text,
        )
        for number, text in enumerate(some)
    ]
    files = made(tmp_path, *records, *(Document(record=None, file=text, error=text) for text in texts))
    shown = {name: words(page) for name, page in html_pages(files)}
    allowed = {"script": 2, "style": 1}
    for _, page in html_pages(files):
        for tag in ("script", "style", "img", "svg", "iframe", "form", "input", "object", "math", "b"):
            found = [each for each in page.iter(tag) if "alert" in ET.tostring(each, "unicode")]
            assert [
                each for each in found if not (allowed.get(tag) and each.get("type") == "application/json")
            ] == []
    assert len(texts) > 20
    names = " ".join(text for name, text in shown.items() if name.startswith("authorities/"))
    for text in some:
        flat = " ".join(visible(text).split())
        assert flat in shown["priority-actions.html"]
        assert flat in names
    assert all(" ".join(visible(text).split()) in shown["documents.html"] for text in texts)


def index_of(site: dict[str, str]) -> dict[str, Any]:
    element = parsed(site["search.html"]).find(".//script[@id='index']")
    assert element is not None
    found: dict[str, Any] = json.loads(element.text or "")
    return found


def test_the_search_index_has_every_finding_with_the_place_to_which_it_leads(site: dict[str, str]) -> None:
    index = index_of(site)
    places = {
        (name, each.get("id")): words(each)
        for name, page in html_pages(site)
        if name.startswith("inspections/")
        for each in page.iter("li")
    }
    count = 0
    for document in index["documents"]:
        for category, number, text in document["findings"]:
            shown = places[document["address"], f"{index['categories'][category][0]}-{number}"]
            assert " ".join(visible(text).split()).split("⟨")[0] in shown
            count += 1
    assert count == len([*csv.DictReader(site["downloads/findings.csv"].splitlines(keepends=True))]) > 100


def test_nothing_can_end_the_search_index(tmp_path: Path) -> None:
    text = "</script><script>alert(1)</script><!-- <script> ]]> \\u003c"
    files = made(tmp_path, inspection(finding(text)))
    assert index_of(files)["documents"][0]["findings"] == [[0, 1, text]]
    assert "alert(1)</script" not in files["search.html"]


def test_two_runs_write_the_same_bytes(site: dict[str, str], tmp_path: Path) -> None:
    script = (
        "import sys; sys.path[:0] = [{!r}, {!r}]\nfrom site_samples import everything\n"
        "import inspection_model as im\n"
        "im.write_site(everything(), sys.argv[1], title='Inspections of <Marrowdale> & others')"
    ).format(*(str(Path(__file__).parents[1] / name) for name in ("site", "rendering")))
    command = [sys.executable, "-c", script, str(tmp_path / "again")]
    subprocess.run(command, check=True, env={**__import__("os").environ, "PYTHONHASHSEED": "7"})
    assert texts(tmp_path / "again") == site


def test_the_index_shows_the_latest_judgement_and_the_open_priority_actions(tmp_path: Path) -> None:
    files = made(
        tmp_path,
        inspection(on=year(2018), framework="ofsted-ilacs", judgements=[overall("good", 2)]),
        im.History([*followed_up()]),
        inspection(name="Otterford"),
    )
    rows = {
        words(row[0]): [words(cell) for cell in row[1:]] for row in parsed(files["index.html"]).iter("tr")
    }
    title = "Inspection of local authority children's services (ILACS)"
    assert rows["Saltmarsh"] == [
        f"Good 5 March 2018, {title}",
        "3 open, 1 silent",
        "5 March 2021 (5 documents)",
    ]
    assert rows["Otterford"] == ["not stated", "none listed", "5 March 2019"]


def _said(state: im.DeclarationState) -> im.Declaration:
    return im.Declaration(category=im.Category.PRIORITY_ACTION, state=state, as_printed="as we said")


@pytest.mark.parametrize(
    ("state", "cell", "counts"),
    [
        ("addressed", "1 addressed", "0 open 1 addressed, says the latest document 0 where"),
        ("partly-addressed", "1 open", "1 open 0 where the latest document is silent"),
        ("not-addressed", "1 open", "1 open 0 where the latest document is silent"),
    ],
)
def test_what_the_latest_document_says_of_earlier_areas_is_counted(
    tmp_path: Path, state: str, cell: str, counts: str
) -> None:
    declared = [_said(im.DeclarationState(state))]
    files = made(tmp_path, inspection(finding()), inspection(on=year(2021), declared=declared))
    assert _actions_cell(files) == cell
    page = parsed(files["authorities/saltmarsh.html"])
    (listed,) = page.findall(".//section[@aria-labelledby='actions-counted']/ul")
    assert words(listed).startswith(counts)
    everywhere = words(parsed(files["priority-actions.html"]))
    assert ("Addressed, says the latest document (1)" in everywhere) is (cell == "1 addressed")


def test_open_addressed_and_silent_areas_are_all_in_the_row_of_an_authority(tmp_path: Path) -> None:
    said = [_said(im.DeclarationState.ADDRESSED)]
    other = finding("Doors of the harbour home do not close.")
    files = made(tmp_path, inspection(finding()), inspection(other, on=year(2021), declared=said))
    assert _actions_cell(files) == "1 open, 1 addressed"


def _actions_cell(files: dict[str, str]) -> str:
    (row,) = parsed(files["index.html"]).findall(".//table[@id='places']/tbody/tr")
    return words(row[2])


def test_an_authority_has_what_later_documents_say_and_what_changed(tmp_path: Path) -> None:
    files = made(tmp_path, im.History([*followed_up()]))
    page = parsed(files["authorities/saltmarsh.html"])
    actions = [words(each) for each in page.findall(".//section[@aria-labelledby='priority-actions']/ul/li")]
    kind = "Focused visit under the inspection of local authority children's services (ILACS)"
    assert actions[0] == f"{SIMILAR} Raised 5 March 2021, {kind} Later no later document"
    assert "5 March 2020: listed again, 100 % of the words shared" in actions[2]
    assert (
        "5 March 2020: refers to areas for priority action of an earlier document: "
        "“the areas of our last letter”" in actions[3]
    )
    assert actions[3].startswith(
        "Plans for care leavers are written with them, and reviewed. by the age of 16 Raised"
    )
    assert actions[3].endswith("5 March 2021: silent")
    assert actions[4].endswith("Later not known, because the document has no date")
    changes = [words(each) for each in page.findall(".//section[@class='change']")]
    assert [change.partition(" Focused")[0] for change in changes] == [
        "5 March 2019 to 5 March 2020",
        "5 March 2020 to 5 March 2021",
    ]
    (reworded,) = page.findall(".//section[@aria-labelledby='change-2']//p[ins]")
    assert words(reworded) == SIMILAR
    assert "Reworded (1)" in changes[1]
    assert "Gone (1) That a finding is gone does not mean that it was addressed." in changes[1]
    assert "Kept (1)" in changes[0]


def test_a_finding_that_moved_says_where_it_was(tmp_path: Path) -> None:
    files = made(
        tmp_path,
        inspection(finding(), framework="ofsted-ilacs", judgements=[overall("inadequate", 4)]),
        inspection(
            finding(OVERSIGHT, IMPROVEMENT, parts=["of the very young"]),
            framework="ofsted-ilacs",
            on=year(2022),
            judgements=[overall("good", 2)],
        ),
        inspection(
            finding(OVERSIGHT, IMPROVEMENT, parts=["of the very young"]),
            framework="ofsted-ilacs",
            on=year(2023),
        ),
    )
    page = words(parsed(files["authorities/saltmarsh.html"]))
    assert "Area for priority action before Area for improvement 1 of 5 March 2022" in page
    assert "Overall effectiveness Inadequate Good better" in page
    assert f"{OVERSIGHT} of the very young Area for improvement 1 of 5 March 2023" in page


def test_two_empty_documents_have_nothing_to_compare(tmp_path: Path) -> None:
    files = made(tmp_path, inspection(), inspection(on=year(2021)), inspection(on=year(2022), framework=None))
    page = words(parsed(files["authorities/saltmarsh.html"]))
    assert "Nothing to compare." in page
    assert "Kind not recognised" in page


def test_an_authority_that_took_over_another_says_so(site: dict[str, str]) -> None:
    assert (
        "Cumberland (942) followed Cumbria (909) on 1 April 2023." in site["authorities/cumberland-942.html"]
    )


def test_documents_that_name_no_authority_are_listed_and_not_compared(site: dict[str, str]) -> None:
    page = words(parsed(site["authorities/authority-not-stated.html"]))
    assert "They may be about different ones" in page
    assert page.count("Document without a date") == 3
    assert "Timeline" not in page
    assert "What changed" not in page


def test_what_was_not_read_and_what_was_left_out_is_listed(site: dict[str, str]) -> None:
    page = words(parsed(site["documents.html"]))
    assert "<b>broken</b>.pdf the file is an HTML page, not a PDF; fetch it again" in page
    assert "File without a name the processes cannot be started; pass processes=1" in page
    assert "lost.pdf not stated" in page
    assert "a copy of the first.txt" in page
    rows = [*csv.DictReader(site["downloads/remarks.csv"].splitlines(keepends=True))]
    assert "<b>broken</b>.pdf" in {row["source_file"] for row in rows}


def test_a_record_without_its_source_is_told_from_a_reading(site: dict[str, str]) -> None:
    page = words(parsed(site["documents.html"]))
    assert "record without its source" in page
    file, reading = readings()[1]
    assert reading.remarks
    assert f"{file} Focused visit" in page


def test_a_site_of_nothing_says_so(tmp_path: Path) -> None:
    files = made(tmp_path)
    assert "No document was read, so that there is nothing to show." in words(parsed(files["index.html"]))
    assert "nothing to show" in words(parsed(files["kinds.html"]))
    assert words(parsed(files["priority-actions.html"])).count("There are none.") == 2
    assert "No document was read." in words(parsed(files["documents.html"]))
    assert index_of(files)["documents"] == []


def test_a_site_of_failures_leads_to_their_list(tmp_path: Path) -> None:
    files = made(tmp_path, im.LetterFileError("gone.pdf", "no such file"))
    page = parsed(files["index.html"])
    assert "1 file not read" in words(page)
    assert "The list of documents says why." in words(page)
    assert "gone.pdf no such file" in words(parsed(files["documents.html"]))


def test_the_downloads_are_the_records_of_the_site(site: dict[str, str]) -> None:
    records = im.load_json_lines(site["downloads/inspections.jsonl"])
    singles = [im.loads(text) for name, text in site.items() if re.fullmatch(r"inspections/.*\.json", name)]
    assert len(records) == len(singles) > 20
    assert {im.content_hash(each) for each in records} == {im.content_hash(each) for each in singles}
    page = words(parsed(site["downloads.html"]))
    for name in ("findings", "inspections", "judgements", "remarks"):
        assert f"{name}.csv" in page
        assert (
            json.loads(site[f"downloads/{name}.csv.datapackage.json"])["resources"][0]["path"]
            == f"{name}.csv"
        )


def test_large_downloads_are_measured_in_megabytes(tmp_path: Path) -> None:
    files = made(tmp_path, inspection(*(finding(f"{number} " + "x" * 2000) for number in range(1000))))
    assert f"{len(files['downloads/findings.csv']) / 1e6:.1f} MB" in words(parsed(files["downloads.html"]))
    assert len(index_of(files)["documents"][0]["findings"]) == 1000
    (page,) = [text for name, text in files.items() if re.fullmatch(r"inspections/.*\.html", name)]
    assert 'id="priority-action-1000"' in page


def test_a_custom_framework_names_its_kind_and_ranks_its_grades(tmp_path: Path) -> None:
    survey = im.load_framework(Path(__file__).parents[1] / "frameworks" / "harbour-survey.toml")
    known = made(tmp_path, inspection(framework=survey.id), frameworks=[survey])
    assert survey.title in words(parsed(known[f"kinds/{survey.id}.html"]))


def test_the_title_is_text(site: dict[str, str]) -> None:
    assert words(parsed(site["index.html"]).findall(".//h1")[0]) == "Inspections of <Marrowdale> & others"


def test_grades_are_counted_best_first_and_those_without_a_rank_by_their_words(tmp_path: Path) -> None:
    grades = [("good", 2), ("outstanding", 1), ("good", 2)]
    files = made(
        tmp_path,
        *(
            inspection(framework="ofsted-ilacs", on=year(2019 + number), judgements=[overall(*grade)])
            for number, grade in enumerate(grades)
        ),
        *(
            inspection(
                framework="tidewatch-survey",
                on=year(2019 + number),
                judgements=[im.Judgement(grade_as_printed=grade)],
            )
            for number, grade in enumerate(["safe", "dry", "safe"])
        ),
    )
    (known,) = parsed(files["kinds/ofsted-ilacs.html"]).findall(".//ul[@class='grades']")
    assert words(known) == "1 Outstanding 2 Good"
    (other,) = parsed(files["kinds/tidewatch-survey.html"]).findall(".//ul[@class='grades']")
    assert words(other) == "1 dry 2 safe"
