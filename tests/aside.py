"""Reports for tests of what is set aside: findings by their articles and words."""

from consistency.article import Origin
from consistency.findings import Category, Checked, Evidence, Finding, Report
from consistency.ignores import ignores


def evidence(article: str, text: str, start: int = 0, role: str = "one") -> Evidence:
    return Evidence(article, start, start + len(text), text, role, None, 1, 1)


def finding(*where: Evidence, rule: str = "said-both", category: Category = "self_contradiction") -> Finding:
    return Finding(rule, category, "warning", "They differ.", "Why.", 0.7, where)


def pair(first: str, second: str, words: str = "The gate is open", rule: str = "said-both") -> Finding:
    """A finding on two articles."""
    return finding(evidence(first, words), evidence(second, "The gate is shut", role="other"), rule=rule)


def report(*findings: Finding, texts: dict[str, str] | None = None, folder: str = "news/") -> Report:
    """A report on the articles of the findings and of `texts`, which stand in the folder."""
    names = dict.fromkeys([*(e.article for f in findings for e in f.evidence), *(texts or {})])
    checked = [Checked(name, Origin(folder + name), ignores((texts or {}).get(name, ""))) for name in names]
    return Report(None, len(checked), 1, findings, checked=tuple(checked))
