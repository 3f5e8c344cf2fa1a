"""The page in a real browser: what is shown, clicked, filtered, reached by keyboard, printed, asked of the network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from consistency.findings import Report
from consistency.report.html import render
from tests.browser import chromium
from tests.report.conftest import HOSTILE
from tests.report.pages import hostile, many, pool

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Open = Callable[..., "Page"]
SHOWN = ".finding:not([hidden])"
WIDTHS = (360, 1400)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """`show(report, width=360, dark=True)`: the page, which must ask for nothing, complain of nothing, open nothing."""
    faults: list[str] = []
    pages: list[Page] = []

    def show(report: Report, width: int = 1400, dark: bool = False, script: bool = True) -> Page:
        file = tmp_path / "report.html"
        file.write_bytes(render(report).encode())
        page = browser.new_page(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
        )
        pages.append(page)
        page.on("pageerror", lambda e: faults.append(str(e)))
        page.on("console", lambda m: faults.append(m.text))
        page.on("dialog", lambda d: faults.append(d.message))
        page.on("request", lambda r: None if r.url == file.as_uri() else faults.append(r.url))
        page.goto(file.as_uri())
        return page

    yield show
    for page in pages:
        page.close()
    assert not faults


def text_of(page: Page, css: str) -> str:
    return page.locator(css).first.inner_text()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("report", [pool(), hostile(), Report(None, 0, 0)], ids=["pool", "hostile", "empty"])
def test_accessible_and_as_wide_as_the_screen(show: Open, report: Report, width: int, dark: bool) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = show(report, width, dark)
    for details in page.locator("details").all():
        details.evaluate("e => e.open = true")
    found = Axe().run(page).response["violations"]
    assert not [(v["id"], v["impact"], v["nodes"][0]["html"]) for v in found]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_both_passages_are_highlighted_in_what_stands_around_them(show: Open) -> None:
    page = show(pool())
    assert page.locator("#f1 > .sides mark").all_inner_texts() == [
        "The pool in Elm Street will open by 1 May",
        "The pool in Elm Street is still a building site",
    ]
    assert "the mayor, Jo Lind, promised on Monday." in text_of(page, "#f1 blockquote")
    assert "is still a building site1P1, two weeks after" in text_of(page, "#a2 .text")


@pytest.mark.parametrize(
    ("control", "choice", "left"),
    [
        ("category", "unmet_promise", ["f1"]),
        ("speaker", "Max Orr", ["f2"]),
        ("article", "post.txt", ["f1", "f3"]),
        ("words", "six LANES", ["f1", "f2", "f3"]),
        ("words", "OR four", ["f2"]),
        ("words", "nothing like it", []),
    ],
)
def test_filters(show: Open, control: str, choice: str, left: list[str]) -> None:
    page = show(pool())
    if control == "words":
        page.get_by_label("Words").fill(choice)
    else:
        page.locator(f"select[name={control}]").select_option(choice)
    assert [card.get_attribute("id") for card in page.locator(SHOWN).all()] == left
    assert text_of(page, "output") == f"{len(left)} of 3 shown."
    assert page.locator("#nothing").is_visible() == (not left)
    assert page.locator("[data-group]:not([hidden])").count() == len(left)
    page.get_by_role("button", name="Clear").click()
    page.wait_for_function(f"document.querySelectorAll('{SHOWN}').length === 3")


def test_severities_are_switched_off_one_by_one(show: Open) -> None:
    page = show(pool())
    page.get_by_label("warning 1").uncheck()
    assert [card.get_attribute("id") for card in page.locator(SHOWN).all()] == ["f1", "f3"]


def test_the_tracker_is_filtered_by_who_promised(show: Open) -> None:
    page = show(pool())
    assert page.locator(".tracker tbody tr:visible").count() == 2
    page.locator("select[name=speaker]").select_option("Max Orr")
    assert page.locator(".tracker tbody tr:visible").count() == 0


def test_a_passage_leads_to_its_article_and_back(show: Open) -> None:
    page = show(pool())
    page.locator("#a1").evaluate("e => e.open = false")
    page.locator("#f1 .where a").first.click()
    page.wait_for_function("document.getElementById('a1').open")
    mark = page.locator("#a1 mark:target")
    assert mark.inner_text() == "The pool in Elm Street will open by 1 May"
    page.locator("#a1").get_by_label("Finding 1").first.click()
    assert page.evaluate("location.hash") == "#f1"


def test_a_link_to_a_finding_that_is_filtered_out_brings_it_back(show: Open) -> None:
    page = show(pool())
    page.get_by_label("Words").fill("or four")
    page.locator("#a1").get_by_label("Finding 1").first.click()
    page.locator("#f1").wait_for(state="visible")
    assert page.locator(SHOWN).count() == 3


def test_by_keyboard_alone(show: Open) -> None:
    page = show(pool())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the findings"
    page.locator("#f1 .number").focus()
    order = []
    for key in "jjjkj":
        page.keyboard.press(key)
        order.append(page.evaluate("document.activeElement.closest('.finding').id"))
    assert order == ["f2", "f3", "f3", "f2", "f3"]
    page.get_by_label("Words").focus()
    page.keyboard.type("jk")
    assert page.get_by_label("Words").input_value() == "jk"


def test_the_timeline_by_speaker_and_by_topic(show: Open) -> None:
    page = show(pool())
    assert page.locator("svg.chart:visible .name").all_text_contents() == ["Jo Lind", "Max Orr"]
    page.get_by_text("By topic").click()
    assert page.locator("svg.chart:visible .name").all_text_contents() == ["lane", "pool", "bath"]
    page.get_by_text("By speaker").click()
    page.locator("svg.chart:visible a[aria-label^=Deadline]").click()
    assert page.evaluate("location.hash") == "#p1"


def test_light_and_dark(show: Open) -> None:
    page = show(pool(), dark=True)
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(paper)
    page.get_by_role("button", name="Light or dark").click()
    light = page.evaluate(paper)
    assert dark != light
    page.emulate_media(color_scheme="light")
    page.get_by_role("button", name="Light or dark").click()
    assert page.evaluate(paper) == dark


def test_on_paper_everything_is_there_and_nothing_to_click(show: Open) -> None:
    page = show(pool(), dark=True)
    page.locator("#a1").evaluate("e => e.open = false")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert not page.locator("form").is_visible()
    assert not page.locator("#theme").is_visible()
    assert page.locator("details:not([open])").count() == 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(250, 249, 246)"
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#a1[open]").count() == 0


def test_without_script_all_is_shown(show: Open) -> None:
    page = show(pool(), script=False)
    assert page.locator(SHOWN).count() == 3
    assert not page.locator("form").is_visible()


def test_hostile_text_is_shown_as_text(show: Open) -> None:
    page = show(hostile())
    shown = r'a\x1b[31mred\x07 \u202eevil\u2066 <script>go("1")</script> | `code` [x](http://e.example) \ud800\x9b2J'
    assert text_of(page, "#f1 mark").replace("\n", " ") == f"{shown} z"
    assert text_of(page, "#f1 .why").startswith(f"Why: {shown} z.")
    assert "<b>bold</b> </details>1</main> {{ 7*7 }} {% raw %}" in text_of(page, "#a1 .text")
    assert page.locator("script").count() == 1
    assert page.locator("b", has_text="bold").count() == 0
    assert page.evaluate("document.documentElement.outerHTML").count(HOSTILE) == 0


def test_500_findings_stay_usable(show: Open) -> None:
    page = show(many(), 360)
    assert page.locator(SHOWN).count() == 500
    page.locator("select[name=category]").select_option("number_conflict")
    page.get_by_label("Words").fill("story 7 ")
    assert 0 < page.locator(SHOWN).count() < 60
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
