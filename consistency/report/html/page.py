"""The page itself: templates filled in with everything escaped, its style and script inside, nothing else allowed."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from consistency.findings import Report
from consistency.report import escape
from consistency.report.coverage import cells, summary
from consistency.report.html.view import view
from consistency.report.layout import MONTHS, count, quote, set_aside
from consistency.report.promises import by_status
from consistency.report.timeline import chart, events

MOST_FINDINGS = 2_000
"""Findings on one page, the most severe: more are no longer read, and slow a browser down."""


def page(report: Report) -> str:
    """The report as one HTML document."""
    left_out = max(0, len(report.findings) - MOST_FINDINGS) + sum(n for _, n in report.left_out)
    report = replace(report, findings=report.findings[:MOST_FINDINGS], promises=by_status(report.promises))
    style, script = _own("style.css").replace("/* dark */", _own("dark.css")), _own("script.js")
    told = events(report)
    template = _templates().get_template("page.html")
    return template.render(
        view=view(report),
        left_out=left_out,
        set_aside=set_aside(report),
        events=told,
        charts=[chart(told, by, report.as_of) for by in ("speaker", "topic")] if told else [],
        style=Markup(style),  # noqa: S704 - ours, not an article's
        script=Markup(script),  # noqa: S704
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'",
    )


@cache
def _templates() -> Environment:
    names = [f.name for f in files(__package__).joinpath("templates").iterdir() if f.name.endswith(".html")]
    environment = Environment(
        loader=DictLoader({name: _own(f"templates/{name}") for name in sorted(names)}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_harmless,
    )
    environment.filters |= {"words": _words, "day": _day, "quote": quote, "title": _title, "clip": _clip}
    environment.globals |= {"count": count, "understood": summary, "cells": cells}
    return environment


def _harmless(value: object) -> object:
    """Whatever a template shows, with its controls and bidi marks written out; Jinja escapes it afterwards."""
    return escape.page(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _own(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _words(name: str) -> str:
    """The name of a category or status as words: `unmet_promise` is "unmet promise"."""
    return name.replace("_", " ")


def _title(name: str) -> str:
    words = _words(name)
    return words[:1].upper() + words[1:]


def _clip(text: str, most: int) -> str:
    """The text on one line, its end left out where it has more characters than that."""
    line = escape.visible(text)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _day(day: date | str | None) -> str:
    """The day as people write it, empty where there is none."""
    if isinstance(day, str):
        day = date.fromisoformat(day)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""
