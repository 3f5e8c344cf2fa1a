"""The same utterance in several reports: found by word 3-grams, then aligned word by word with its differences."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import Match, SequenceMatcher
from typing import NamedTuple

from consistency.article import Interval
from consistency.facts import Fact
from consistency.normalise.retellings import Quoting, Shared, is_retelling, parts, quoting
from consistency.normalise.retellings import shared as in_common

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*", re.UNICODE)
CONTRACTIONS = (("n't", "not"), ("'ve", "have"), ("'re", "are"), ("'ll", "will"), ("'m", "am"), ("'s", "is"))
PAIRS = {("i", "mean"), ("you", "know"), ("you", "see")}
MAX_PER_GRAM = 200
PRONOUNS = {"he", "she", "they"}
FILLERS = {"uh", "um", "er", "well", "you", "know", "like", "very", "so", "and", "but", "the", "a", "that", "just"}


class Drift(NamedTuple):
    """Two reports of one utterance: the words that differ, and of what kind the difference is.

    kind: same (but for punctuation), spelling, clipped (one leaves words out at an end), words.
    """

    kind: str
    left: str
    right: str
    shared: int


def words_of(quote: str) -> list[str]:
    """The words of a quote in lower case, contractions written out, without fillers of two words."""
    words = [part for w in _WORD.findall(quote) for part in _written_out(w.lower().replace("’", "'"))]
    return [w for n, w in enumerate(words) if not _filler(words, n)]


def _written_out(word: str) -> list[str]:
    for short, long in CONTRACTIONS:
        if word.endswith(short) and len(word) > len(short):
            return [word[: -len(short)], long]
    return [word]


def _filler(words: list[str], n: int) -> bool:
    return tuple(words[n : n + 2]) in PAIRS or (n > 0 and tuple(words[n - 1 : n + 1]) in PAIRS)


def same_utterances(
    facts: Iterable[Fact], published: dict[str, Interval] | None = None, lexicon: Quoting | None = None
) -> Iterator[tuple[Fact, Fact, Drift]]:
    """Pairs of quotes of one speaker in different articles that report one utterance, each pair once, in order."""
    lexicon = lexicon or quoting()
    quotes = [(f, words_of(f.quote)) for f in facts if f.kind == "quote"]
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, (_, words) in enumerate(quotes):
        stems = {(part,) for stem in lexicon.content(words) for part in parts(stem)}
        for gram in {tuple(words[i : i + 3]) for i in range(len(words) - 2)} | stems:
            index[gram].append(n)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for members in index.values():
        for x, a in enumerate(members[:MAX_PER_GRAM]):
            for b in members[x + 1 : MAX_PER_GRAM]:
                shared[a, b] += 1
    for (a, b), _count in sorted(shared.items()):
        first, second = quotes[a], quotes[b]
        if first[0].article == second[0].article or not may_be_one(first[0], second[0]):
            continue
        drift = compare(first[0].quote, second[0].quote) if _same_speaker(first[0], second[0]) else None
        if drift is None and _count > 1:
            found = in_common(first[1], second[1], lexicon)
            if is_retelling(found, first[0], second[0], published or {}):
                drift = _retold(first[1], second[1], found)
        if drift is not None:
            yield first[0], second[0], drift


def _retold(a: list[str], b: list[str], found: Shared) -> Drift:
    """The words of one that the other does not have."""
    gone, come = ([w for w in x if w not in y] for x, y in ((a, b), (b, a)))
    return Drift("words", " ".join(gone), " ".join(come), len(found.stems))


def may_be_one(a: Fact, b: Fact) -> bool:
    """Whether the speakers can be one: the same, or of one quotation only a pronoun or nothing tells the speaker."""
    return _same_speaker(a, b) or _unsure(a) or _unsure(b)


def _unsure(fact: Fact) -> bool:
    return fact.holder is None or fact.telling.source.lower() in PRONOUNS


def _same_speaker(a: Fact, b: Fact) -> bool:
    return a.holder is not None and a.holder == b.holder


def compare(left: str, right: str) -> Drift | None:
    """How two quotes of one speaker differ where they report one utterance; None where they do not."""
    a, b = _once(words_of(left)), _once(words_of(right))
    stuttered = len(a) < len(words_of(left)) or len(b) < len(words_of(right))
    blocks = _core([m for m in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks() if m.size])
    if not blocks:
        return None
    first, last = blocks[0], blocks[-1]
    span_a, span_b = a[first.a : last.a + last.size], b[first.b : last.b + last.size]
    same = sum(m.size for m in blocks)
    if same < 4 or same < 0.6 * min(len(a), len(b)) or same < 0.7 * max(len(span_a), len(span_b)):
        return None
    gone, come = _differences(blocks, a, b)
    head, tail = _ends(blocks, a, b)
    gone, come = [*head[0], *gone, *tail[0]], [*head[1], *come, *tail[1]]
    kind = _kind(gone, come)
    if kind == "same" and _clipped(left, right, a, b, last.a + last.size, last.b + last.size):
        kind, gone, come = "clipped", a[last.a + last.size :], b[last.b + last.size :]
    whole = min(len(span_a) / len(a), len(span_b) / len(b)) >= 0.8
    if kind == "same" and stuttered and whole:
        kind = "spelling"
    return Drift(kind, " ".join(gone), " ".join(come), same)


def _core(blocks: list[Match]) -> list[Match]:
    """The blocks without single words matched far off at either end."""
    while blocks and blocks[0].size < 3 and len(blocks) > 1 and _far(blocks[0], blocks[1]):
        blocks = blocks[1:]
    while blocks and blocks[-1].size < 2 and len(blocks) > 1 and _far(blocks[-2], blocks[-1]):
        blocks = blocks[:-1]
    return blocks


def _far(before: Match, after: Match) -> bool:
    return after.a - before.a - before.size > 2 or after.b - before.b - before.size > 2


def _once(words: list[str]) -> list[str]:
    """The words without immediate repeats: "never, never", "this, this"."""
    return [w for n, w in enumerate(words) if n == 0 or w != words[n - 1]]


def _ends(blocks: Sequence[Match], a: list[str], b: list[str]) -> tuple[tuple[list[str], list[str]], ...]:
    """Other words at the very beginning or end of both quotes: "lose a contract", "lose a job"."""
    first, last = blocks[0], blocks[-1]
    head = a[: first.a], b[: first.b]
    tail = a[last.a + last.size :], b[last.b + last.size :]
    return tuple((x, y) if 0 < len(x) <= 2 and 0 < len(y) <= 2 else ([], []) for x, y in (head, tail))


def _differences(blocks: Sequence[Match], a: list[str], b: list[str]) -> tuple[list[str], list[str]]:
    gone: list[str] = []
    come: list[str] = []
    matches = [(m.a, m.b, m.size) for m in blocks]
    for (a0, b0, size), (a1, b1, _) in itertools.pairwise(matches):
        gone += a[a0 + size : a1]
        come += b[b0 + size : b1]
    return gone, come


def _kind(gone: list[str], come: list[str]) -> str:
    if not gone and not come:
        return "same"
    if "".join(gone) == "".join(come) or set(gone) | set(come) <= FILLERS:
        return "spelling"
    if "".join(w for w in gone if w not in FILLERS) == "".join(w for w in come if w not in FILLERS):
        return "spelling"
    return "words"


def _clipped(left: str, right: str, a: list[str], b: list[str], end_a: int, end_b: int) -> bool:
    """One quote ends in a full stop where the other goes on in the same sentence with a word or two."""
    rest_a, rest_b = a[end_a:], b[end_b:]
    if bool(rest_a) == bool(rest_b) or len(rest_a or rest_b) > 3:
        return False
    shorter, longer, at = (left, right, end_b) if rest_b else (right, left, end_a)
    stop = shorter.rstrip().endswith((".", "!", "?"))
    joint = _gap(longer, at)
    return stop and not any(c in joint for c in ".!?;")


def _gap(text: str, word: int) -> str:
    """The characters between a text's word number `word` - 1, as `compare` counts words, and the next."""
    spans = []
    last = ""
    for m in _WORD.finditer(text):
        for part in _written_out(m[0].lower().replace("’", "'")):
            if part != last:
                spans.append(m.span())
            last = part
    if not 0 < word < len(spans):
        return "."
    return text[spans[word - 1][1] : spans[word][0]]
