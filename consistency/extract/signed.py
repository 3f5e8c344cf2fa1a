"""Signatures: the speaker's name behind a quotation, with a dash, in brackets or alone: '"It is late." ― Anna Roe'."""

from __future__ import annotations

import re

from consistency.extract.draft import Draft
from consistency.extract.names import NameWords
from consistency.extract.quotations import MARKS
from consistency.extract.quoted import Quoting
from consistency.extract.tree import Tree
from consistency.spans import Span, strip_span

_DASH = re.compile(r"[.,]?[ \t\xa0]*(?:\r?\n[ \t\xa0]*){0,2}(?:-{1,3}|[—–―‒−~|])[ \t\xa0]*(?=[\w@])")
_BRACKET = re.compile(r"[.,]?[ \t\xa0]*\r?\n?[ \t\xa0]*[(\[](?=[A-Z@])")
_PLAIN = re.compile(r"[.,]?[ \t\xa0]*(?:\r?\n[ \t\xa0]*)?(?=[A-Z@])")
_ENDS = re.compile(r"[,;:.(\[)\]\n|—–―]| -{1,2} | (?:in|on|at|to|during|via|from|speaking|writing|when|after|as|who)\b")
_INITIAL = re.compile(r"(?:\b[A-Z]|\b(?:Dr|Mr|Mrs|Ms|Sen|Rep|Gov|Gen|Jr|Sr|St|Prof|Rev|Lt|Col|Capt|Sgt))$")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_ARTICLES = frozenset({"a", "an", "the", "one", "@"})
_LONGEST = 70


def signed_draft(quoting: Quoting, k: int, words: NameWords) -> Draft | None:
    """A quotation with its speaker's name behind it, to the end of the paragraph: '"It is late." -- Anna Roe'."""
    if not _speech(quoting, k):
        return None
    tree, end = quoting.tree, quoting.quotes[k].span.end
    for pattern in (_DASH, _BRACKET, _PLAIN):
        m = pattern.match(tree.text, end)
        if m is None:
            continue
        name = _name(quoting, m.end())
        if name is not None and (pattern is _DASH or _personal(tree, name, words)):
            return _draft(quoting, k, Span(end, m.end()), name)
    return None


def _draft(quoting: Quoting, k: int, dash: Span, name: Span) -> Draft | None:
    tree = quoting.tree
    who = tree.at(name.end - 1)
    if who >= tree.n or who in quoting.holder:
        return None
    cue = strip_span(tree.text, dash)
    return Draft(who, (cue,) if cue.end > cue.start else (), "—", "assert", who, (name,), (quoting.quotes[k].span,),
                 "quote", quoted=(k,))  # fmt: skip


def _speech(quoting: Quoting, k: int) -> bool:
    """Whether a quotation that stands by itself is something said, not the title of a song or a book."""
    q, text = quoting.quotes[k], quoting.tree.text
    if not quoting.sentence_like(k):
        return False
    if not quoting.opens_paragraph(k) and q.inner.of(text).rstrip(MARKS + " ")[-1:] not in (".", "?", "!", "…"):
        return False
    long = [w for w in q.inner.of(text).split() if len(w) > 3]
    return len(long) < 3 or any(w[:1].islower() for w in long)


def _name(quoting: Quoting, start: int) -> Span | None:
    """The name that a signature begins with; None where the rest of the line is a clause of its own."""
    text, tree = quoting.tree.text, quoting.tree
    rest = text[start : start + _LONGEST + 1].split("\n")[0]
    if not rest or rest[0] in MARKS:
        return None
    end = next((m.start() for m in _ENDS.finditer(rest) if m.start() and not _abbreviated(rest, m)), len(rest))
    first, last, after = tree.at(start), tree.at(start + end - 1), tree.at(start + end)
    if end > _LONGEST or last >= tree.n or last < first or last in quoting.holder or rest[:1].isdigit():
        return None
    if _acts(tree, first, last) or not (rest[0].isupper() or tree.lower(first) in _ARTICLES):
        return None
    if rest[end : end + 1] == ",":
        return None if _clause(tree, first, after) else strip_span(text, Span(start, start + end))
    same_line = after < tree.n and "\n" not in text[start + end : tree.start[after]]
    return None if same_line and _acts(tree, after, after) else strip_span(text, Span(start, start + end))


def _abbreviated(rest: str, m: re.Match[str]) -> bool:
    return m.group() == "." and _INITIAL.search(rest[: m.start()]) is not None


def _acts(tree: Tree, first: int, last: int) -> bool:
    return any(tree.tag[i] in _FINITE for i in range(first, last + 1))


def _clause(tree: Tree, first: int, comma: int) -> bool:
    """Whether the name is the subject of a clause that goes on behind the comma: "— Anna Roe, the mayor, said"."""
    for i in range(comma, min(comma + 40, tree.n)):
        if "\n" in tree.word[i]:
            return False
        if tree.tag[i] in _FINITE and any(first <= c < comma for c in tree.children[i] if tree.dep[c] == "nsubj"):
            return True
    return False


def _personal(tree: Tree, name: Span, words: NameWords) -> bool:
    """Whether a signature without a dash names a person, and nothing but its title and date follows in its line."""
    first, *rest = name.of(tree.text).split()
    named = first in words.given or first.lower() in words.titles or first.startswith("@")
    line = tree.text[name.end : name.end + 120].split("\n")[0]
    last = tree.at(name.end + max(len(line) - 1, 0))
    finite = _acts(tree, tree.at(name.end), min(last, tree.n - 1))
    return named and bool(rest or first.startswith("@")) and not finite and len(line) < 120
