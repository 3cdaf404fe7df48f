"""A site in a browser: accessible, usable with the keyboard and without scripts, without a request.

What is needed is described in ``tests/rendering/test_in_browser.py``.
"""

from __future__ import annotations

import importlib
import itertools
import shutil
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs
import pytest
from rendering_records import as_text, corpus
from site_samples import IMPROVEMENT, everything, finding, inspection

import inspection_model as im

_PLAYWRIGHT = pytest.importorskip("playwright.sync_api", reason="needs the package playwright")
_CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(_CHROMIUM is None, reason="needs a Chromium, such as Debian's chromium")

SCREENS = {"desktop": (1280, 800), "tablet": (768, 1024), "phone": (360, 780)}
LONG = "upper-marrowdale-and-the-isles-of-saint-wenmouth"
PAGES = {
    "index": "index.html",
    "priority actions": "priority-actions.html",
    "kinds": "kinds.html",
    "search": "search.html",
    "results": "search.html#the",
    "documents": "documents.html",
    "downloads": "downloads.html",
    "authority with twelve documents": f"authorities/{LONG}.html",
    "authority with priority actions": "authorities/saltmarsh.html",
    "authority not stated": "authorities/authority-not-stated.html",
    "kind with grades": "kinds/ofsted-ilacs.html",
    "kind not recognised": "kinds/not-recognised.html",
    "letter": "inspections/wenmouth-2023-02-28-ofsted-focused-visit.html",
    "record": "inspections/saltmarsh-2020-03-05-ofsted-focused-visit.html",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    im.write_site([*everything(), *_hard()], folder)
    return folder


def _hard() -> Iterator[im.Inspection]:
    """Yield texts that could run as scripts, texts without a place to break, and a thousand findings."""
    hostile = [finding(as_text(text), IMPROVEMENT) for text in corpus()]
    yield inspection(*hostile, name="<script>alert(1)</script>")
    yield inspection(finding("x" * 500), name="y" * 300, framework="z" * 200)
    many = [finding(f"Team {number} writes plainly.", [*im.Category][number % 6]) for number in range(1000)]
    yield inspection(*many, name="Thousand")


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


Show = Callable[..., Shown]


@pytest.fixture
def show(chromium: Any, site: Path) -> Iterator[Show]:
    """Return a function that shows a page of the site by its address."""
    contexts: list[Any] = []

    def open_page(
        address: str, screen: str = "desktop", scheme: str = "light", *, scripts: bool = True
    ) -> Shown:
        width, height = SCREENS[screen]
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=scripts
        )
        contexts.append(context)
        tab = context.new_page()
        requests: list[str] = []
        tab.on("request", lambda request: requests.append(request.url))
        tab.on("dialog", lambda dialog: requests.append(f"dialog: {dialog.message}"))
        tab.on("console", lambda message: requests.append(f"console: {message.text}"))
        tab.on("pageerror", lambda error: requests.append(f"error: {error}"))
        tab.goto(f"{site.as_uri()}/{address}")
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
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_violation(show: Show, axe: str, name: str, screen: str, scheme: str) -> None:
    shown = show(PAGES[name], screen, scheme)
    shown.run("document.querySelectorAll('details').forEach(each => each.open = true)")
    shown.run(axe)
    violations = shown.run("axe.run().then(found => found.violations)")
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in violations] == []


def test_nothing_is_wider_than_the_screen_and_nothing_is_requested(show: Show, site: Path) -> None:
    addresses = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    assert len(addresses) > 50
    for screen, (width, _) in SCREENS.items():
        shown = show("index.html", screen)
        for address in addresses:
            shown.requests.clear()
            shown.tab.goto(f"{site.as_uri()}/{address}")
            shown.run("document.querySelectorAll('details').forEach(each => each.open = true)")
            assert shown.run("document.documentElement.scrollWidth") == width, address
            assert shown.requests == [f"{site.as_uri()}/{address}"]


@pytest.mark.parametrize("name", [name for name in PAGES if name not in {"letter", "record"}])
def test_the_keyboard_reaches_everything_in_the_order_of_the_page(show: Show, name: str) -> None:
    shown = show(PAGES[name], "phone")
    shown.tab.keyboard.press("Tab")
    assert shown.tab.locator(".skip").bounding_box()["y"] >= 0  # seen once it has the focus
    reach = (
        "[...document.querySelectorAll('a[href], summary, input, select, button')]"
        ".filter(e => e.checkVisibility())"
    )
    count = shown.run(f"{reach}.length")
    for _ in range(min(count, 200) - 1):
        shown.tab.keyboard.press("Tab")
        assert shown.run("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert count > 200 or shown.run(f"{reach}.at(-1) === document.activeElement")


def names(shown: Shown) -> list[str]:
    found: list[str] = shown.run(
        "[...document.querySelectorAll('#places tbody tr:not([hidden]) th')].map(e => e.textContent.trim())"
    )
    return found


def test_the_authorities_are_sorted_and_found_with_the_keyboard(show: Show) -> None:
    shown = show("index.html", "phone")
    by_name = names(shown)
    assert by_name == sorted(by_name[:-1], key=str.casefold) + by_name[-1:]
    assert by_name[-1] == "Authority not stated"
    shown.tab.select_option("#order", "open")
    assert shown.run("document.querySelector('#places tbody tr').dataset.open") == "167"  # of the thousand
    shown.tab.select_option("#order", "day")
    days = shown.run("[...document.querySelectorAll('#places tbody tr')].map(e => e.dataset.day)")
    assert days == sorted(days, reverse=True)
    shown.tab.select_option("#order", "rank")
    ranks = shown.run("[...document.querySelectorAll('#places tbody tr')].map(e => e.dataset.rank || '9')")
    assert ranks == sorted(ranks)
    shown.tab.select_option("#order", "name")
    assert names(shown) == by_name
    shown.tab.focus("#filter")
    shown.tab.keyboard.type(" SALT")
    assert names(shown) == ["Saltmarsh"]
    assert shown.tab.inner_text("#shown") == f"1 of {len(by_name)} shown"
    shown.tab.keyboard.press("Enter")  # the form is not sent
    assert names(shown) == ["Saltmarsh"]


def test_the_search_finds_words_marks_them_and_leads_to_the_finding(show: Show) -> None:
    shown = show("search.html")
    assert "Type a word" in shown.tab.inner_text("#count")
    shown.tab.focus("#words")
    shown.tab.keyboard.type("VISITS managers")
    found = shown.tab.locator("#results > li")
    assert found.count() == 4
    assert shown.tab.inner_text("#count").startswith("4 of ")
    assert {text.lower() for text in found.locator("mark").all_inner_texts()} == {"visits", "managers"}
    shown.tab.select_option("#category", label="Strength")
    assert found.count() == 0
    shown.tab.select_option("#category", label="Area for priority action")
    found.locator("a").first.click()
    assert shown.tab.url.partition("#")[2] == "priority-action-1"
    assert "Oversight of visits" in shown.tab.locator(":target").inner_text()


def test_many_results_are_shown_step_by_step(show: Show) -> None:
    shown = show("search.html#plainly")
    count = shown.tab.locator("#results > li").count
    assert count() == 50
    assert "1 priority" not in shown.tab.inner_text("#results > li >> nth=0")
    shown.tab.focus("#more")
    shown.tab.keyboard.press("Enter")
    assert count() == 100
    shown.tab.fill("#words", "team 999 plainly")
    assert count() == 1
    assert shown.tab.is_hidden("#more")


def test_what_is_searched_for_is_text(show: Show) -> None:
    shown = show("search.html#%3Cimg%20src=x%20onerror=alert(1)%3E")
    shown.tab.fill("#words", "(.*[<script>\\")
    shown.tab.fill("#words", "<script")
    assert shown.tab.locator("#results script, #results img").count() == 0
    assert len(shown.requests) == 1
    assert show("search.html#%").tab.input_value("#words") == "%"


@pytest.mark.parametrize(
    ("address", "words"), [("index.html", "Saltmarsh"), ("search.html", "The search needs JavaScript")]
)
def test_without_scripts_a_page_shows_what_it_can(show: Show, address: str, words: str) -> None:
    shown = show(address, scripts=False)
    assert words in shown.tab.inner_text("main")
    assert shown.tab.locator("form:visible").count() == 0
    assert shown.tab.locator("main a:visible").count() > 10


def test_the_first_priority_action_of_a_letter_is_on_the_first_screen(show: Show) -> None:
    for screen, (_, height) in SCREENS.items():
        shown = show(PAGES["letter"], screen)
        box = shown.tab.locator("#priority-action-1 > p >> nth=0").bounding_box()
        assert box["y"] + box["height"] <= height, screen


def test_the_marks_of_a_timeline_are_apart_on_a_phone(show: Show) -> None:
    shown = show(PAGES["authority with twelve documents"], "phone")
    marks = shown.run(
        "[...document.querySelectorAll('.lane svg')].map(lane =>"
        " [...lane.querySelectorAll('circle')].map(e => e.getBoundingClientRect().x))"
    )
    assert sorted(len(lane) for lane in marks) == [3, 9]
    assert all(after - before > 10 for lane in marks for before, after in itertools.pairwise(lane))
    years = shown.run(
        "[...document.querySelectorAll('.years text')].map(e => e.getBoundingClientRect().toJSON())"
    )
    assert all(one["right"] < other["left"] for one, other in itertools.pairwise(years))
    assert years[0]["left"] >= 0
    assert years[-1]["right"] <= 360
    assert shown.tab.get_by_role("img", name="5 March 2015, Inadequate").count() == 1


def test_a_page_in_print_has_no_navigation(show: Show) -> None:
    pdfium = pytest.importorskip("pypdfium2", reason="needs the extra pdf, which is not installed")
    shown = show(PAGES["authority with priority actions"], scheme="dark")
    document = pdfium.PdfDocument(shown.tab.pdf(format="A4"))
    first = " ".join(document[0].get_textpage().get_text_bounded().split())
    document.close()
    assert first.startswith("Saltmarsh")
    assert "Search" not in first
    assert "no later document" in first
