"""The settings file: which one counts, what it says, and the lines that mistakes are on."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from consistency.errors import SettingsError
from consistency.settings_file import Setting, _lines, find_settings, load_settings

OWN, SHARED = 'fail-on = "info"\n', '[tool.consistency]\nfail-on = "info"\n'


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("files", "start", "found"),
    [
        ({"consistency.toml": OWN}, "a/b", "consistency.toml"),
        ({"pyproject.toml": SHARED}, "a/b", "pyproject.toml"),
        ({"consistency.toml": OWN, "pyproject.toml": SHARED}, ".", "consistency.toml"),
        ({"consistency.toml": OWN, "a/pyproject.toml": SHARED}, "a/b", "a/pyproject.toml"),
        ({"consistency.toml": OWN, "a/pyproject.toml": "[tool.other]\n"}, "a/b", "consistency.toml"),
        ({"consistency.toml": OWN, "a/.git/HEAD": ""}, "a/b", None),
        ({"consistency.toml": OWN, "a/.git": "gitdir: x"}, "a/b", None),
        ({"a/consistency.toml": OWN, "a/.git/HEAD": ""}, "a/b", "a/consistency.toml"),
        ({"pyproject.toml": "", ".git": ""}, ".", None),
    ],
)
def test_which_file_counts(files: dict[str, str], start: str, found: str | None, tmp_path: Path) -> None:
    write(tmp_path, files)
    (tmp_path / start).mkdir(parents=True, exist_ok=True)
    assert find_settings(tmp_path / start) == (tmp_path / found if found else None)


TEXT = """# what we check
fail-on = "info"  # all
"workers" = 2

rules = [
    "a = b",
]

[[suppress]]
rule = "said-both"
reason = "satire"

[[suppress]]
path = "old/*"
reason = "archive"
"""


@pytest.mark.parametrize("shared", [False, True])
def test_keys_and_lines(shared: bool, tmp_path: Path) -> None:
    text = "[tool.consistency]\n" + TEXT.replace("[[suppress", "[[tool.consistency.suppress") if shared else TEXT
    path = tmp_path / ("pyproject.toml" if shared else "consistency.toml")
    path.write_text(text)
    loaded = load_settings(path)
    more = int(shared)
    assert loaded.settings == (
        Setting("fail-on", "info", 2 + more), Setting("workers", 2, 3 + more), Setting("rules", ["a = b"], 5 + more),
    )  # fmt: skip
    assert [(s.rule, s.path, s.reason) for s in loaded.suppressions] == [
        ("said-both", "", "satire"), ("", "old/*", "archive"),
    ]  # fmt: skip
    assert [s.where.rpartition(":")[2] for s in loaded.suppressions] == [str(9 + more), str(13 + more)]
    assert loaded.mistakes == ()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('[[suppress]]\nrule = "a"\n', 1, 'must say why: reason = "..."'),
        ('[[suppress]]\nreason = "a"\n', 1, "must say which findings: rule, path, fingerprint"),
        ('x = 1\n[[suppress]]\nrule = "a"\nreason = " "\n', 2, "'reason' must be text"),
        ('[[suppress]]\nrule = 1\nreason = "a"\n', 1, "'rule' must be text"),
        (
            '[[suppress]]\nrules = "a"\nreason = "a"\n',
            1,
            "unknown key 'rules' (known: rule, path, fingerprint, reason)",
        ),
        ('a = 1\nsuppress = "said-both"\n', 2, "must be a list of tables"),
        ('[suppress]\nrule = "a"\n', 1, "must say why"),
    ],
)
def test_mistakes_in_suppress(text: str, line: int, said: str, tmp_path: Path) -> None:
    (tmp_path / "consistency.toml").write_text(text)
    (problem,) = load_settings(tmp_path / "consistency.toml").mistakes
    assert (problem.line, problem.message.startswith(f"suppress: {said}")) == (line, True)


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        (b'fail-on = "info\n', 1, "not TOML: "), (b"a = 1\na = 2\n", 2, "not TOML: Cannot overwrite a value"),
        (b"\xff\xfe", None, "not TOML: it is not UTF-8"), (b"a = " + b"[" * 50_000, None, "not TOML"),
    ],
)  # fmt: skip
def test_what_is_not_toml(data: bytes, line: int | None, said: str, tmp_path: Path) -> None:
    (tmp_path / "consistency.toml").write_bytes(data)
    with pytest.raises(SettingsError) as raised:
        load_settings(tmp_path / "consistency.toml")
    (problem,) = raised.value.problems
    assert (problem.line, said in problem.message) == (line, True)


@pytest.mark.parametrize(
    ("text", "said"), [("", "there is no [tool.consistency]"), ("[tool]\nconsistency = 1\n", "table")]
)
def test_a_shared_file_without_the_table(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    with pytest.raises(SettingsError, match=said.replace("[", r"\[")):
        load_settings(tmp_path / "pyproject.toml")


@given(st.text('ab="[]#.\n \r\t'))
def test_lines_of_any_text(text: str) -> None:
    assert all(1 <= line <= text.count("\n") + 1 for line in _lines(text).values())
