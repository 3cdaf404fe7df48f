"""The pages in a browser: accessible, usable with the keyboard, as wide as the screen, without a request.

The tests need the packages ``playwright`` and ``axe-playwright-python`` of the dependency group ``test``, and
a Chromium on the path, such as the package ``chromium`` of Debian. Without one of them they are skipped.
"""

from __future__ import annotations

import importlib
import shutil
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs
import pytest
from page_samples import HARD, KINDS, WITH_PRIORITY_ACTIONS, page, reading_of
from rendering_records import hostile_fillings

from inspection_model.rendering.pages.templating import visible

_PLAYWRIGHT = pytest.importorskip("playwright.sync_api", reason="needs the package playwright")
_CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(_CHROMIUM is None, reason="needs a Chromium, such as Debian's chromium")

DESKTOP, TABLET, PHONE = (1280, 800), (768, 1024), (360, 780)
SCREENS = {"desktop": DESKTOP, "tablet": TABLET, "phone": PHONE}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with _PLAYWRIGHT.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_CHROMIUM)
        yield browser
        browser.close()


@attrs.frozen
class Shown:
    """A page in a tab of the browser, and the addresses that the tab has requested."""

    tab: Any
    requests: list[str]

    def run(self, script: str) -> Any:
        """Return the result of a script that the test, not the page, runs."""
        return self.tab.evaluate(script)


@pytest.fixture
def show(chromium: Any, tmp_path: Path) -> Iterator[Any]:
    """Return a function that shows a page by its name."""
    contexts: list[Any] = []

    def open_page(name: str, size: tuple[int, int] = DESKTOP, scheme: str = "light") -> Shown:
        file = tmp_path / "page.html"
        file.write_text(page(name), encoding="utf-8")
        width, height = size
        context = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        contexts.append(context)
        tab = context.new_page()
        requests: list[str] = []
        tab.on("request", lambda request: requests.append(request.url))
        tab.on("dialog", lambda dialog: requests.append(f"dialog: {dialog.message}"))
        tab.goto(file.as_uri())
        return Shown(tab, requests)

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def axe() -> str:
    pytest.importorskip("axe_playwright_python", reason="needs the package axe-playwright-python")
    script = files(importlib.import_module("axe_playwright_python")).joinpath("axe.min.js")
    return script.read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", [*KINDS, "every fact", "no fact", "no known kind"])
def test_axe_finds_no_violation(show: Any, axe: str, name: str, screen: str, scheme: str) -> None:
    shown = show(name, SCREENS[screen], scheme)
    shown.run(axe)
    violations = shown.run("axe.run().then(found => found.violations)")
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in violations] == []


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("name", [*KINDS, *HARD])
def test_nothing_is_wider_than_the_screen(show: Any, name: str, screen: str) -> None:
    shown = show(name, SCREENS[screen])
    assert shown.run("document.documentElement.scrollWidth") == SCREENS[screen][0]
    wide = "[...document.querySelectorAll('nav, aside')].filter(e => e.scrollWidth > e.clientWidth).length"
    assert shown.run(wide) == 0


@pytest.mark.parametrize("name", [*KINDS, *HARD])
def test_every_link_within_the_page_leads_to_a_place_and_nothing_is_requested(show: Any, name: str) -> None:
    shown = show(name)
    targets = shown.run("[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href'))")
    ids = shown.run("[...document.querySelectorAll('[id]')].map(e => e.id)")
    assert targets
    assert len(set(ids)) == len(ids)
    assert {target[1:] for target in targets} <= set(ids)
    shown.tab.click("a[href^='#'] >> nth=-1")
    assert [address.partition("#")[0] for address in shown.requests] == [shown.tab.url.partition("#")[0]]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("name", WITH_PRIORITY_ACTIONS)
def test_the_first_priority_action_is_on_the_first_screen(
    show: Any, name: str, size: tuple[int, int]
) -> None:
    shown = show(name, size)
    box = shown.tab.locator("#priority-action-1 > p >> nth=0").bounding_box()
    assert box["y"] > 0
    assert box["y"] + box["height"] <= size[1]


@pytest.mark.parametrize("name", KINDS)
def test_the_keyboard_reaches_everything_in_the_order_of_the_page(show: Any, name: str) -> None:
    shown = show(name, PHONE)
    shown.tab.keyboard.press("Tab")
    assert shown.tab.locator(".skip").bounding_box()["y"] >= 0  # seen once it has the focus
    shown.tab.keyboard.press("Tab")
    shown.tab.keyboard.press("Enter")  # opens the list of contents
    assert shown.run("document.querySelector('details').open")
    can_have_it = "[...document.querySelectorAll('a[href], summary, [tabindex]')]"
    count = shown.run(f"{can_have_it}.length")
    for _ in range(count - 2):
        shown.tab.keyboard.press("Tab")
        assert shown.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert shown.run(f"{can_have_it}.at(-1) === document.activeElement")


@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
def test_a_finding_leads_to_its_passage_and_the_passage_leads_back(show: Any, size: tuple[int, int]) -> None:
    shown = show("proof of a letter of a focused visit", size)
    shown.tab.click("#improvement-2 .stated")
    passage = shown.tab.locator("aside :target")
    assert "the way in which partners are told of decisions" in passage.inner_text()
    box = passage.bounding_box()
    assert 0 <= box["y"] < size[1]
    passage.locator("a.back").click()
    assert 0 <= shown.tab.locator("#improvement-2").bounding_box()["y"] < size[1]


def test_the_source_stands_beside_the_findings_on_a_desktop_and_scrolls_by_itself(show: Any) -> None:
    shown = show("proof of a letter of a focused visit")
    source, main = (shown.tab.locator(name).bounding_box() for name in ("aside", "main"))
    assert source["x"] >= main["x"] + main["width"]
    assert source["height"] <= DESKTOP[1]
    shown.tab.focus("aside")
    shown.tab.keyboard.press("End")
    deadline = time.monotonic() + 10
    while not shown.run("document.querySelector('aside').scrollTop") and time.monotonic() < deadline:
        shown.tab.wait_for_timeout(20)
    assert shown.run("document.querySelector('aside').scrollTop") > 0


def test_hostile_texts_are_shown_as_text(show: Any) -> None:
    for name in ("hostile facts", "hostile source"):
        shown = show(name)
        assert len(shown.requests) == 1  # neither a request nor a dialog
        assert shown.run("document.scripts.length + document.images.length + document.forms.length") == 0
    words = show("hostile facts").run("document.body.textContent")
    texts = [visible(text) for text in next(hostile_fillings(1))]
    assert [text for text in texts if text not in words] == []


def test_print_begins_with_the_summary_and_the_most_serious(show: Any) -> None:
    pdfium = pytest.importorskip("pypdfium2", reason="needs the extra pdf, which is not installed")
    shown = show("proof of a letter of a focused visit", scheme="dark")
    document = pdfium.PdfDocument(shown.tab.pdf(format="A4"))
    first, last = (
        " ".join(document[i].get_textpage().get_text_bounded().split()) for i in (0, len(document) - 1)
    )
    document.close()
    order = ("Wenmouth", "1 Area for priority action", "The oversight of children", "What needs to improve")
    places = [first.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)
    assert "Contents" not in first
    assert "Yours sincerely" in last  # the source text is at the end


@pytest.mark.parametrize(("kind", "link"), [("reading", ".stated"), ("inspection", ".permalink")])
def test_a_notebook_shows_a_record_as_a_page_whose_links_work(chromium: Any, kind: str, link: str) -> None:
    reading = reading_of("letter of a focused visit")
    record: Any = reading if kind == "reading" else reading.inspection
    tab = chromium.new_page()
    tab.set_content(f"<!doctype html><title>Notebook</title>{record._repr_html_()}")
    tab.frame_locator("iframe").locator(f"#priority-action-1 {link}").click()
    assert tab.frames[1].url.startswith("about:srcdoc#")
    assert tab.frame_locator("iframe").locator(":target").count() == 1
    assert tab.url == "about:blank"
    tab.close()
