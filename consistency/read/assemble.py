"""Puts an article together from its text: what of it is body, and what its own lines tell about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from consistency.article import Article, Interval, Origin, Published
from consistency.config import Settings
from consistency.errors import Level, Problem
from consistency.ignores import ignores
from consistency.read.dates import whole_date
from consistency.read.details import KINDS, Details, known_kind, merge, plain_details
from consistency.read.frontmatter import FrontMatter, front_matter
from consistency.read.heading import read_heading
from consistency.read.language import looks_english
from consistency.read.rights import rights_lines
from consistency.read.words import ReadingWords, reading_words
from consistency.spans import Span

_ALLOWED_CONTROLS = frozenset("\t\n\r\x0b\x0c\x1b\x85")
_MAX_CONTROL_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Draft:
    """A text on its way to be an article: its name, where it came from, what is known, what is markup."""

    name: str
    text: str
    origin: Origin
    known: Details = field(default_factory=Details)
    markup: tuple[Span, ...] = ()

    def problem(self, level: Level, message: str) -> Problem:
        """A problem that names the draft's file, and its line where the file holds many articles."""
        return Problem(level, self.origin.path, message, self.origin.line)


def assemble(draft: Draft, settings: Settings) -> Iterator[Article | Problem]:
    """The article, after any notices about it, or one error where the text cannot be checked."""
    fault = unfit(draft.text, settings.max_chars)
    if fault is not None:
        yield draft.problem("error", fault)
        return
    words = reading_words(settings)
    front = front_matter(draft.text)
    told, notes = _front_details(front, words)
    comments = [comment.span for comment in ignores(draft.text)]
    markup = (*draft.markup, *comments)
    visible = with_masks(draft.text, markup)
    heading = read_heading(visible, _beginning(draft.text, front.span.end if front else 0, comments), words)
    rights = list(rights_lines(visible, front.span.end if front else 0))
    masks = [*_front_masks(front, words), *heading.masks, *(r.span for r in rights), *markup]
    owner = next((r.owner for r in reversed(rights) if r.owner), None)
    details = merge(heading.details, told, draft.known, Details(publisher=owner))
    years = tuple(r.year for r in rights if r.year)
    article = _article(draft, details, body_spans(draft.text, masks), years)
    masked = article.masked()
    if not masked.strip():
        yield draft.problem("error", "there is no text besides its header")
        return
    if not looks_english(masked, words):
        notes.append("does not look like English")
    yield from (draft.problem("notice", note) for note in notes)
    yield article


def _beginning(text: str, start: int, comments: Sequence[Span]) -> int:
    """Where the article begins, after comments to us that stand before it."""
    for comment in comments:
        if comment.start >= start and not text[start : comment.start].strip():
            start = comment.end
    return start


def unfit(text: str, max_chars: int) -> str | None:
    """Why a text cannot be checked: empty, binary or too long; None if it can."""
    if not text.strip():
        return "it is empty" if not text else "there is nothing in it but white space"
    if len(text) > max_chars:
        return f"too long: {len(text):,} characters, at most {max_chars:,} are checked"
    controls = sum(c < " " and c not in _ALLOWED_CONTROLS for c in text[:100_000])
    if "\0" in text or controls > _MAX_CONTROL_SHARE * min(len(text), 100_000):
        return "not text: it holds binary data"
    if any("\ud800" <= c <= "\udfff" for c in text):
        return "not text: it holds half a character (a lone surrogate)"
    return None


def body_spans(text: str, masks: Iterable[Span]) -> tuple[Span, ...]:
    """What the masks leave, in order. A mask never takes the line end at its end, so that paragraphs stay apart."""
    spans: list[Span] = []
    at = 0
    for mask in sorted(masks):
        if mask.start > at:
            spans.append(Span(at, mask.start))
        at = max(at, mask.end)
    if at < len(text):
        spans.append(Span(at, len(text)))
    return tuple(spans)


def with_masks(text: str, masks: Sequence[Span]) -> str:
    """The text with the masked stretches replaced by spaces: the same length, the same offsets."""
    out: list[str] = []
    at = 0
    for span in body_spans(text, masks):
        out += [" " * (span.start - at), span.of(text)]
        at = span.end
    return "".join(out) + " " * (len(text) - at)


def _article(draft: Draft, details: Details, body: tuple[Span, ...], years: Sequence[Span]) -> Article:
    published = details.published or Published()
    if published.interval == Interval(None, None):
        published = published._replace(evidence=(*published.evidence, *years))
    return Article(
        id=draft.name, text=draft.text, body=body, origin=draft.origin, published=published,
        publisher=details.publisher, title=details.title, url=details.url, kind=details.kind or "news",
    )  # fmt: skip


def _front_details(front: FrontMatter | None, words: ReadingWords) -> tuple[Details, list[str]]:
    """What the front matter tells, and notices about what in it was not understood."""
    if front is None:
        return Details(), []
    notes = [front.fault] if front.fault else []
    details = Details()
    for pair in front.pairs:
        name, value = words.field_of(pair.key), pair.value.strip()
        if name in (None, "other") or not value:
            continue
        if name == "date":
            interval = whole_date(value, words.months)
            if interval is None:
                notes.append(f"the date {value[:40]!r} in the front matter was not understood")
            else:
                details = merge(details, Details(Published(interval, "metadata", (pair.span,))))
        elif name == "kind":
            if known_kind(value) is None:
                notes.append(f"the kind {value[:40]!r} in the front matter is none of {', '.join(KINDS)}")
            details = merge(details, Details(kind=known_kind(value)))
        else:
            details = merge(details, plain_details({str(name): value}))
    return details, notes


def _front_masks(front: FrontMatter | None, words: ReadingWords) -> list[Span]:
    """The front matter except the words of its title: the headline is text too."""
    if front is None:
        return []
    title = next((p for p in front.pairs if words.field_of(p.key) == "title" and p.words is not None), None)
    if title is None or title.words is None:
        return [front.span]
    return [Span(front.span.start, title.words.start), Span(title.words.end, front.span.end)]
