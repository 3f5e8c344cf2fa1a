"""From frames and quotations to one list of attributions: quotations joined to their cues, nested ones kept apart."""

from __future__ import annotations

from dataclasses import replace

from consistency.extract.beside import cue_after, cue_before
from consistency.extract.cues import Reporting
from consistency.extract.draft import Draft
from consistency.extract.labels import bare_draft, colon_draft
from consistency.extract.names import NameWords
from consistency.extract.quotations import Quotation
from consistency.extract.quoted import Quoting, quote_draft, snapped, with_quote, with_source
from consistency.extract.signed import signed_draft
from consistency.extract.uncued import acting_draft, headed_draft
from consistency.spans import Span


def assign(
    quoting: Quoting, drafts: list[Draft], words: Reporting, names: NameWords
) -> tuple[list[Draft], list[Draft]]:
    """The attributions outside quotations, with their quotations, and those inside (by the quoted speakers)."""
    outside = {d.anchor: d for d in drafts if d.anchor not in quoting.holder}
    nested: dict[int, list[Quotation]] = {}
    for q in quoting.quotes:
        if q.parent is not None:
            nested.setdefault(q.parent, []).append(q)
    inside = [c for d in drafts if d.anchor in quoting.holder and (c := _clipped(quoting, d, nested))]
    taken = _absorb(quoting, outside)
    last: tuple[int, int] | None = None
    for n, k in enumerate(quoting.outer):
        if k in taken:
            last = (taken[k], n)
            continue
        anchor = _place(quoting, k, last, outside, words, names)
        if anchor is not None:
            taken[k] = anchor
            last = (anchor, n)
    return sorted(outside.values(), key=lambda d: d.content[0]), inside


def _absorb(quoting: Quoting, outside: dict[int, Draft]) -> dict[int, int]:
    """Contents that touch a quotation take all of it; the quotation goes to the first that does."""
    outer = [quoting.quotes[k] for k in quoting.outer]
    taken: dict[int, int] = {}
    for anchor, d in sorted(outside.items()):
        if d.non_answer:
            continue
        content, held = snapped(d.content, outer)
        content = _without_tail(quoting, content, held) if d.frame == "clause" else content
        ks = tuple(sorted({quoting.outer[h] for h in held}))
        outside[anchor] = with_source(replace(d, content=content, quoted=ks), quoting)
        for k in ks:
            taken.setdefault(k, anchor)
    return taken


def _without_tail(quoting: Quoting, content: tuple[Span, ...], held: list[int]) -> tuple[Span, ...]:
    """Content that begins with a quotation which a comma ends is that quotation: '"We'll see," when asked whether'."""
    for h in held[:1]:
        q = quoting.quotes[quoting.outer[h]]
        ends = q.inner.of(quoting.tree.text)[-1:] == ","
        if ends and len(held) == len(content) == 1 and content[0].start == q.span.start:
            return (q.span,)
    return content


def _place(
    quoting: Quoting, k: int, last: tuple[int, int] | None, outside: dict[int, Draft], words: Reporting,
    names: NameWords,
) -> int | None:  # fmt: skip
    """The anchor of the attribution that a quotation goes to; None for titles and words held at arm's length."""
    signed = signed_draft(quoting, k, names)
    if signed is not None and signed.anchor not in outside:
        return _add(outside, signed)
    verb = cue_after(quoting, k, words)
    if verb is None:
        verb = cue_before(quoting, k, words)
    if verb is not None:
        old = outside.get(verb)
        outside[verb] = with_quote(old, quoting, k) if old else quote_draft(quoting, verb, k, words)
        return verb
    draft = colon_draft(quoting, k, words)
    if draft is not None and draft.anchor not in outside:
        return _add(outside, draft)
    return _uncued(quoting, k, last, outside, names)


def _add(outside: dict[int, Draft], draft: Draft) -> int:
    outside[draft.anchor] = draft
    return draft.anchor


def _uncued(
    quoting: Quoting, k: int, last: tuple[int, int] | None, outside: dict[int, Draft], names: NameWords
) -> int | None:
    """A quotation without a cue: its heading, the last speaker or who acts in the sentence before says whose it is."""
    bare = bare_draft(quoting, k)
    if bare is not None and bare.anchor in outside:
        bare = None
    headed = headed_draft(quoting, k, names) if bare is not None else None
    if headed is not None:
        return _add(outside, headed)
    told = _told(quoting, k, outside) if bare is not None or quoting.behind(k) == ";" else None
    if told is not None and (last is None or told.follows != last[0]):
        return _add(outside, told)
    gap = quoting.breaks(quoting.outer[last[1]], k) if last is not None else 2
    acting = acting_draft(quoting, k, names) if bare is not None else None
    if last is not None and gap <= 1 and quoting.opens_sentence(k):
        if acting is not None and _takes_over(quoting, acting, outside[last[0]]):
            return _add(outside, acting)
        return _continue(quoting, k, last, gap, outside)
    best = acting or bare
    return _add(outside, best) if best is not None else None


def _told(quoting: Quoting, k: int, outside: dict[int, Draft]) -> Draft | None:
    """Whoever is reported in the sentence before goes on: 'It was late, Ms Roe said. "We must go."'"""
    tree, start = quoting.tree, quoting.quotes[k].span.start
    at = tree.at(start)
    before = at - 1
    while before > 0 and (tree.pos[before] == "SPACE" or not any(c.isalnum() for c in tree.word[before])):
        before -= 1
    if before < 0 or before in quoting.holder or "\n" in tree.text[tree.end[before] : start] or at in outside:
        return None
    first = tree.sentence_of(before)[0]
    saying = [a for a in range(first, before + 1) if a in outside and _says(outside[a])]
    if not saying:
        return None
    old = outside[saying[-1]]
    return Draft(at, (), "", old.force, None, old.source, (quoting.quotes[k].span,), "quote", quoted=(k,),
                 follows=old.anchor)  # fmt: skip


def _says(d: Draft) -> bool:
    return d.frame == "clause" and d.who is not None and not d.quoted and not d.non_answer and d.force != "think"


def _takes_over(quoting: Quoting, new: Draft, old: Draft) -> bool:
    """Whether somebody acts between the last quotation and this one whom that did not name: "Then came Peter Poe." """
    tree, who = quoting.tree, new.who
    if who is None or tree.pos[who] != "PROPN" or old.anchor >= tree.sentence_of(who)[0] or not old.source:
        return False
    spans = (*old.source, *old.content)
    before = tree.text[min(s.start for s in spans) : tree.end[tree.sentence_of(old.anchor)[1]]]
    return tree.word[who] not in before


def _continue(quoting: Quoting, k: int, last: tuple[int, int], gap: int, outside: dict[int, Draft]) -> int | None:
    """The last speaker goes on, in the same paragraph or in the next one."""
    anchor, before = last
    if gap == 0 and quoting.sentence_like(k):
        outside[anchor] = with_quote(outside[anchor], quoting, k)
        return anchor
    if gap == 1 and quoting.opens_paragraph(k) and quoting.sentence_like(k):
        return _go_on(quoting, k, before, anchor, outside)
    return None


def _go_on(quoting: Quoting, k: int, before: int, anchor: int, outside: dict[int, Draft]) -> int:
    if quoting.quotes[quoting.outer[before]].continues or quoting.fills_paragraph(k):
        outside[anchor] = with_quote(outside[anchor], quoting, k)
        return anchor
    old = outside[anchor]
    at = quoting.tree.at(quoting.quotes[k].span.start)
    outside[at] = Draft(at, (), "", old.force, None, old.source, (quoting.quotes[k].span,), "quote", quoted=(k,),
                        follows=anchor)  # fmt: skip
    return at


def _clipped(quoting: Quoting, d: Draft, nested: dict[int, list[Quotation]]) -> Draft | None:
    """An attribution inside a quotation, cut at the quotation's marks."""
    k = quoting.holder[d.anchor]
    inner = quoting.quotes[k].inner
    content = snapped(_within(d.content, inner), nested.get(k, []))[0]
    if not content:
        return None
    source = _within(d.source, inner)
    return replace(d, content=content, source=source, who=d.who if source else None)


def _within(spans: tuple[Span, ...], inner: Span) -> tuple[Span, ...]:
    cut = (Span(max(s.start, inner.start), min(s.end, inner.end)) for s in spans)
    return tuple(s for s in cut if s.end > s.start)
