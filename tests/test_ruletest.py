"""Running a rule's examples: what is right, what is not, and who else found something."""

from datetime import date

from consistency.article import Interval
from consistency.config import rules_folder
from consistency.rulelang.load import load_rules
from consistency.rulelang.model import Example, ExampleArticle, Examples, Rule
from consistency.ruletest import articles_of, run_examples

RULES = {rule.id: rule for rule in load_rules([rules_folder()]).rules}
RULE = RULES["promise-past-its-deadline"]


def turned(rule: Rule) -> Rule:
    """The rule with its examples the wrong way round."""
    return rule.model_copy(update={"examples": Examples(finds=rule.examples.passes, passes=rule.examples.finds)})


def test_right_and_wrong() -> None:
    assert all(o.right for o in run_examples([RULE], "duckdb"))
    wrong = list(run_examples([turned(RULE)], "duckdb"))
    assert wrong
    assert not any(o.right for o in wrong)


def test_alone_or_with_all() -> None:
    assert all(o.others == () for o in run_examples([RULE], "duckdb"))
    assert len(list(run_examples([*RULES.values()][:2], "duckdb", alone=False))) == sum(
        len(r.examples.finds) + len(r.examples.passes) for r in [*RULES.values()][:2]
    )


def test_articles_of_an_example() -> None:
    example = Example(
        name="e",
        articles=(
            ExampleArticle(text="The dam leaked.", date=date(2031, 5, 1), publisher="Post", title="Water"),
            ExampleArticle(text="The dam held.", id="second", kind="release"),
        ),
    )
    first, second = articles_of(example)
    assert (first.id, first.publisher, first.title) == ("article-1", "Post", "Water")
    assert first.published.interval == Interval.day(date(2031, 5, 1))
    assert (second.id, second.kind, second.published.basis) == ("second", "release", "none")
    assert [a.masked() for a in (first, second)] == ["The dam leaked.", "The dam held."]
