"""Reporting frames: every reporting word of an article with its source and what it reports, quotations left aside."""

from __future__ import annotations

from collections.abc import Iterator

from consistency.extract.complements import infinitive, object_phrase, small_clause
from consistency.extract.cues import Phrasal, Reporting, Word, phrasal
from consistency.extract.draft import Draft
from consistency.extract.non_answers import non_answer
from consistency.extract.passives import is_passive, passive_content
from consistency.extract.phrases import according, adjective, in_view, noun_cue
from consistency.extract.reported import clause, runs_on
from consistency.extract.sources import agent, right_before, source_spans, subject
from consistency.extract.tree import Tree
from consistency.spans import Span

_CUE_PARTS = ("aux", "auxpass", "neg", "prt")


def frames(tree: Tree, words: Reporting) -> Iterator[Draft]:
    """The attributions that the parse shows, in the order of their cues; overlaps are left for later."""
    declined: set[int] = set()
    for i in range(tree.n):
        pos = tree.pos[i]
        if pos in ("VERB", "AUX"):
            draft = non_answer(tree, i, words)
            if draft is not None:
                declined.update(c for c in tree.children[i] if tree.dep[c] in ("xcomp", "ccomp"))
            elif i not in declined:
                draft = verb_cue(tree, i, words) or adjective(tree, i, words)
            if draft is None and tree.lower(i) == "according":
                draft = according(tree, i)
        elif pos == "NOUN":
            draft = noun_cue(tree, i, words) or in_view(tree, i, words)
        elif pos == "ADJ":
            draft = adjective(tree, i, words)
        elif tree.lower(i) == "according":
            draft = according(tree, i)
        else:
            continue
        if draft is not None:
            yield draft


def verb_cue(tree: Tree, verb: int, words: Reporting) -> Draft | None:
    """The attribution that a reporting verb heads, None where it reports nothing."""
    phrase = phrasal(tree, verb, words)
    options = [phrase] if phrase else []
    single = words.verbs.get(tree.lemma[verb])
    if single is not None:
        options.append(Phrasal(single, verb))
    for word, last in options:
        draft = _passive(tree, verb, word, words) if is_passive(tree, verb) else _active(tree, verb, word, last, words)
        if draft is not None:
            return draft
    return None


def _active(tree: Tree, verb: int, word: Word, last: int, words: Reporting) -> Draft | None:
    content, takes = _content(tree, verb, word, last)
    if not content:
        return None
    if takes == "clause" and content[-1].end <= tree.start[verb]:
        content = (*content, *runs_on(tree, verb, words))
    who = subject(tree, verb)
    if who is None and takes == "clause" and tree.tag[verb] in ("VBD", "VBZ"):
        who = right_before(tree, verb)
    if who is None and takes != "clause":
        return None
    return _draft(tree, verb, last, word, takes, who, content)


def _content(tree: Tree, verb: int, word: Word, last: int) -> tuple[tuple[Span, ...], str]:
    if content := clause(tree, verb, word):
        return content, "clause"
    if content := infinitive(tree, verb, word):
        return content, "to"
    if content := small_clause(tree, verb, word, last):
        return content, "small"
    return object_phrase(tree, verb, word, last), "object"


def _passive(tree: Tree, verb: int, word: Word, words: Reporting) -> Draft | None:
    if not {"clause", "small", "object"} & word.takes.keys():
        return None
    who = agent(tree, verb)
    if who is None and tree.lemma[verb] not in words.lexicon.passives:
        return None
    content = passive_content(tree, verb)
    if not content or (who is None and not any(tree.dep[c] in ("xcomp", "ccomp", "oprd") for c in tree.children[verb])):
        return None
    told_to = any(tree.dep[c] == "xcomp" for c in tree.children[verb])
    return _draft(tree, verb, verb, word, "small" if told_to and "small" in word.takes else "clause", who, content)


def _draft(
    tree: Tree, verb: int, last: int, word: Word, takes: str, who: int | None, content: tuple[Span, ...]
) -> Draft:
    source = source_spans(tree, who, verb) if who is not None else ()
    negated = tree.child(verb, "neg") is not None or _not_done(tree, verb)
    return Draft(verb, cue_spans(tree, verb, last), word.key, word.force(takes), who, source, content, takes, negated)


def _not_done(tree: Tree, verb: int) -> bool:
    """ "decided against recommending", "without saying": what a gerund after such a preposition tells is not done."""
    return tree.dep[verb] == "pcomp" and tree.lower(tree.head[verb]) in NOT_DOING


NOT_DOING = {"against", "without", "of", "than", "from"}
"""With "of" and "than" for "instead of", "rather than"; "short of", "stop from"."""


def cue_spans(tree: Tree, verb: int, last: int) -> tuple[Span, ...]:
    """The cue: the verb with the auxiliaries, negation and particle beside it."""
    own = [c for c in tree.children[verb] if tree.dep[c] in _CUE_PARTS and tree.tag[c] != "TO"]
    first = min([verb, *(c for c in own if verb - 4 <= c < verb)])
    between = {tree.dep[k] for k in range(first, verb)}
    if not between <= {*_CUE_PARTS, "advmod"}:
        first = verb
    return (tree.span(first, max(last, verb)),)
