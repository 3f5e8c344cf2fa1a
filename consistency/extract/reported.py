"""Verbs that report a clause: "said (that) ...", "asked whether ...", ", she added, " and "saying ..."."""

from __future__ import annotations

from consistency.extract.cues import Reporting, Word
from consistency.extract.draft import pieces
from consistency.extract.tree import Tree
from consistency.spans import Span

_CLAUSES = ("ccomp", "xcomp")
_ASIDE = ("parataxis", "dep", "advcl", "conj", "ccomp")
_ASKING = frozenset({"ask", "wonder", "inquire", "enquire", "question", "query"})
_TELLING = frozenset({"tell", "ask", "inform", "remind", "assure", "warn", "promise", "advise", "show", "brief"})
_SHIFTED = frozenset({"would", "could", "had", "was", "were", "might", "should"})
_SMALL = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "advmod", "npadvmod", "neg", "punct", "prep", "dative",
                    "prt", "dobj", "intj", "advcl", "cc", "mark", "agent", "expl", "acomp", "oprd"})  # fmt: skip

_SETTING = frozenset({"after", "although", "though", "since", "until", "before", "because", "while", "when", "whereas"})
"""What makes of a reporting clause a circumstance: "the works began, although Roe had ruled them out"."""


def clause(tree: Tree, verb: int, word: Word) -> tuple[Span, ...]:
    """The clause that a verb reports; empty where it has none."""
    if "clause" not in word.takes:
        return ()
    options = [c for c in tree.children[verb] if tree.dep[c] in _CLAUSES and _finite(tree, c)]
    options += [c for c in tree.children[verb] if c > verb and _if_clause(tree, verb, c)]
    if options:
        c = next((c for c in options if c > verb), options[0])
        if c > verb and options[0] < verb and tree.word[tree.right[options[0]] + 1] == ",":
            before = pieces(tree, tree.left[options[0]], tree.right[options[0]])
            return (*before, *pieces(tree, tree.left[c], tree.right[c]))
        last = max([tree.right[c], *(tree.right[k] for k in options if k > verb and tree.dep[k] == "ccomp")])
        return pieces(tree, _first(tree, verb, c), last, cue_zone(tree, verb, c))
    return aside(tree, verb) or _broken(tree, verb, word)


def _broken(tree: Tree, verb: int, word: Word) -> tuple[Span, ...]:
    """The rest of the sentence where the parser lost the reported clause, but a subject stands right behind the cue."""
    if "quote" not in word.takes or tree.child(verb, "nsubj") is None:
        return ()
    end = tree.sentence_of(verb)[1]
    edges = {verb, verb + 1, *(tree.right[c] for c in tree.children[verb] if c > verb)}
    for i in range(verb + 1, min(verb + 10, end)):
        if tree.pos[i] in ("PUNCT", "VERB"):
            break
        if tree.dep[i] in ("nsubj", "nsubjpass", "expl") and tree.head[i] > i and tree.left[i] > verb:
            first = tree.left[i] - (tree.lower(tree.left[i] - 1) == "that")
            return pieces(tree, first, end) if first - 1 in edges else ()
    return _misattached(tree, verb)


def _misattached(tree: Tree, verb: int) -> tuple[Span, ...]:
    """ "Predicted at the debate that they will win", where the clause was hung on the debate."""
    for p in tree.kids(verb, "prep"):
        obj = tree.child(p, "pobj")
        clause = tree.child(obj, "relcl", "acl") if obj is not None and p > verb else None
        if clause is not None and obj is not None and tree.left[clause] == obj + 1 and tree.lower(obj + 1) == "that":
            own = tree.child(clause, "nsubj", "nsubjpass")
            if own is not None and own != obj + 1:
                return pieces(tree, obj + 1, tree.right[clause])
    return ()


def runs_on(tree: Tree, verb: int, words: Reporting) -> tuple[Span, ...]:
    """What is reported behind the cue as well: "A, he said, and B was late", "A, he said; B was late"."""
    last = tree.sentence_of(verb)[1]
    for c in tree.kids(verb, "conj"):
        comma = tree.word[tree.left[c] - 2] if tree.left[c] > 1 else ""
        if c > verb and comma == "," and _told(tree, c, words) and tree.right[c] >= last - 1:
            return pieces(tree, tree.left[c], tree.right[c])
    root = tree.head[verb]
    semicolon = next((i for i in range(verb + 1, min(verb + 12, last)) if tree.word[i] == ";"), None)
    if semicolon is None or any(tree.word[i] in ('"', "“", "‘") for i in range(verb, min(semicolon + 2, last))):
        return ()
    while tree.head[root] != root and root < semicolon:
        root = tree.head[root]
    return pieces(tree, semicolon + 1, last) if root > semicolon and _told(tree, root, words) else ()


def _told(tree: Tree, v: int, words: Reporting) -> bool:
    """Whether a clause with its own subject reports nothing itself and stands in the tense of reported speech."""
    tense = tree.tag[v] == "VBD" or any(tree.lower(c) in _SHIFTED for c in tree.kids(v, "aux", "auxpass"))
    return tense and tree.child(v, "nsubj", "nsubjpass", "expl") is not None and tree.lemma[v] not in words.verbs


def _if_clause(tree: Tree, verb: int, c: int) -> bool:
    """ "Wondered aloud if", "asked if", where the parser sees a condition."""
    if tree.lemma[verb] not in _ASKING or tree.dep[c] != "advcl" or tree.child(c, "mark") is None:
        return False
    return tree.lower(tree.left[c]) in ("if", "whether")


def _first(tree: Tree, verb: int, c: int) -> int:
    """Where a reported clause begins: a torn-off subject belongs to it, a time before its subject to the cue."""
    first = tree.left[c]
    if c < verb:
        return first
    torn = [k for k in tree.children[verb] if verb < k < first and tree.dep[k] == "dobj"]
    if torn and tree.lemma[verb] not in _TELLING and tree.right[torn[0]] == first - 1:
        return tree.left[torn[0]]
    for k in tree.children[c]:
        if k > verb and tree.left[k] == first and tree.dep[k] == "npadvmod" and tree.pos[tree.right[k] + 1] != "PUNCT":
            return tree.right[k] + 1
    return first


def _finite(tree: Tree, c: int) -> bool:
    """Whether a complement is a clause of its own rather than a bare infinitive or participle."""
    if tree.dep[c] == "ccomp":
        return not (tree.tag[c] == "VB" and _to(tree, c) and tree.child(c, "nsubj") is None)
    return tree.tag[c] in ("VBD", "VBZ", "VBP", "MD") or tree.child(c, "nsubj", "nsubjpass", "expl") is not None


def _to(tree: Tree, c: int) -> bool:
    return any(tree.tag[k] == "TO" for k in tree.children[c])


def cue_zone(tree: Tree, verb: int, content: int) -> list[tuple[int, int]]:
    """The tokens of the reporting clause itself where its content runs on around it."""
    if not tree.left[content] < verb < tree.right[content]:
        return []
    own = [c for c in tree.children[verb] if c != content and tree.dep[c] in _SMALL]
    first, last = verb, verb
    for c in sorted(own, key=lambda k: abs(k - verb)):
        if tree.right[c] == first - 1:
            first = tree.left[c]
        elif tree.left[c] == last + 1:
            last = tree.right[c]
    return [(first, last)]


def aside(tree: Tree, verb: int) -> tuple[Span, ...]:
    """The sentence that a reporting clause stands in as a parenthesis or at the end: "Talks, Roe said, would begin"."""
    head = tree.head[verb]
    if head == verb or tree.dep[verb] not in _ASIDE or tree.child(verb, "nsubj") is None:
        return ()
    if any(tree.dep[c] not in _SMALL or (c < verb and tree.lower(c) in _SETTING) for c in tree.children[verb]):
        return ()
    first, last = tree.left[verb], tree.right[verb]
    while first < verb and tree.pos[first] in ("PUNCT", "CCONJ", "SPACE"):
        first += 1
    before = tree.word[first - 1] if first > 0 else ""
    if before not in (",", "—", "–", "--", "-", "(") or first - 1 < tree.left[head]:
        return ()
    ends = [tree.left[k] - 1 for k in tree.kids(head, "conj") if k > verb and _speaks_itself(tree, k)]
    return pieces(tree, tree.left[head], min([tree.right[head], *ends]), [(first, last)])


def _speaks_itself(tree: Tree, verb: int) -> bool:
    """Whether a coordinated verb reports something with a subject of its own: ", and Mr Poe said it was late"."""
    return tree.child(verb, "nsubj") is not None and tree.child(verb, "ccomp") is not None
