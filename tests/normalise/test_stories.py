"""Articles of one story share names that few others have."""

from consistency.facts import Fact, Proposition
from consistency.normalise.stories import FEW, Stories
from consistency.spans import Span


def fact(article: str, *names: str) -> Fact:
    return Fact(article, article, "outcome", None, Proposition("go", names=names), (Span(0, 1),))


def test_rare_names_link() -> None:
    facts = [fact("a", "Velmar", "Ostria"), fact("b", "Velmar", "Ostria"), fact("c", "Ostria")]
    stories = Stories(facts)
    assert stories.linked(facts[0], facts[1]) == 2
    assert stories.linked(facts[0], facts[2]) == 1


def test_common_names_do_not() -> None:
    facts = [fact(f"a{n}", "Ostria") for n in range(FEW + 2)]
    assert Stories(facts).linked(facts[0], facts[1]) == 0
