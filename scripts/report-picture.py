"""Take the picture of the HTML report that the README shows: `python scripts/report-picture.py docs/report.png`.

Needs the extra `test` and chromium.
"""

import shutil
import sys
from base64 import b64encode
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from consistency import pipeline
from consistency.report.html import render

STORIES = ["halvex-trial", "corrie-lift", "lantern-theatre"]
FRAME = """<body style="margin:0;padding:20px;background:#d9d6cf;display:grid;grid:auto / 1fr 1fr;gap:20px">"""
SHOT = """<img style="width:100%;border-radius:6px;box-shadow:0 2px 14px #0003" src="data:image/png;base64,{}">"""


def shot(browser: Browser, html: str, scheme: str, part: str) -> str:
    """The part of the page at the top of a window."""
    page = browser.new_page(viewport={"width": 1240, "height": 1330}, color_scheme=scheme)
    page.set_content(html)
    page.eval_on_selector(part, "e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 40)")
    return SHOT.format(b64encode(page.screenshot()).decode())


def main(out: str) -> None:
    """The page twice, its beginning in light and its timeline in dark, beside each other."""
    report, _ = pipeline.check([f"fixtures/stories/{name}" for name in STORIES], pipeline.Options(sources=True))
    html = render(report)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        shots = shot(browser, html, "light", "body") + shot(browser, html, "dark", "#timeline")
        page = browser.new_page(viewport={"width": 1640, "height": 900})
        page.set_content(FRAME + shots)
        page.screenshot(path=Path(out), full_page=True)
        browser.close()


main(sys.argv[1])
