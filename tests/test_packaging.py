"""The rules are found and an article is checked from an installed wheel, an editable install and a bare checkout."""

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

ARTICLE = "The mayor, Ida Holm, said on Monday that the bridge would open in May.\n"
PROBE = "import consistency.config as c, consistency; print(consistency.__file__); print(c.rules_folder())"


def run(*command: str | Path, cwd: Path, **env: str) -> str:
    """What the command prints; it must end with 0, and sees nothing of this process's Python settings."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [*map(str, command)], cwd=cwd, env={**clean, **env}, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def new_venv(folder: Path) -> Path:
    """The Python of a new virtual environment that sees this one's libraries, but not this one's consistency."""
    run(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder.parent)
    python = folder / "bin" / "python"
    site = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder).strip())
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib"))
    return python


def pip_install(python: Path, *what: str | Path) -> None:
    """Install into that environment with this one's pip, without its dependencies and without a network."""
    pip = [sys.executable, "-m", "pip", "--python", str(python), "--disable-pip-version-check"]
    run(*pip, "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index", *what, cwd=python.parent)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


def check_article(python: Path, folder: Path, **env: str) -> tuple[str, str]:
    """Check an article away from the checkout; where the package and its rules were found."""
    (folder / "bridge.txt").write_text(ARTICLE)
    command = [python, "-m", "consistency", "check", "bridge.txt", "--as-of", "2024-06-01", "--format", "json"]
    shown = json.loads(run(*command, cwd=folder, **env))
    assert shown["articles"] == 1
    assert shown["facts"] >= 1
    package, rules = run(python, "-c", PROBE, cwd=folder, **env).split()
    assert len(list(Path(rules).glob("*/*.yaml"))) > 5
    return package, rules


def test_wheel_holds_rules_and_lexicons(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    for path in (ROOT / "rules").rglob("*.yaml"):
        assert f"consistency/builtin_rules/{path.relative_to(ROOT / 'rules').as_posix()}" in inside
    for name in ("style.css", "dark.css", "script.js", "templates/page.html", "templates/parts.html"):
        assert f"consistency/report/html/{name}" in inside
    assert "consistency/py.typed" in inside
    assert not [name for name in inside if name.startswith(("tests/", "rules/", "seeds/"))]


def test_installed_wheel(wheel: Path, tmp_path: Path) -> None:
    python = new_venv(tmp_path / "venv")
    pip_install(python, wheel)
    package, rules = check_article(python, tmp_path)
    assert Path(package).is_relative_to(tmp_path / "venv")
    assert Path(rules).is_relative_to(tmp_path / "venv")
    assert run(tmp_path / "venv/bin/consistency", "--version", cwd=tmp_path).startswith("consistency ")


def test_editable_install(tmp_path: Path) -> None:
    python = new_venv(tmp_path / "venv")
    pip_install(python, "--editable", ROOT)
    package, rules = check_article(python, tmp_path)
    assert Path(package).is_relative_to(ROOT)
    assert Path(rules) == ROOT / "rules"


def test_checkout(tmp_path: Path) -> None:
    python = new_venv(tmp_path / "venv")
    package, rules = check_article(python, tmp_path, PYTHONPATH=str(ROOT))
    assert Path(package).is_relative_to(ROOT)
    assert Path(rules) == ROOT / "rules"


@pytest.mark.parametrize(
    ("python", "env", "message"),
    [
        ("no-such-python", {}, "PYTHON=no-such-python is not Python 3.11, 3.12 or 3.13"),
        (sys.executable, {"CC": "no-such-compiler"}, "no C compiler (no-such-compiler) was found"),
    ],
)
def test_missing_prerequisites_are_named(python: str, env: dict[str, str], message: str) -> None:
    if "CC" in env and sys.version_info >= (3, 13):
        pytest.skip("nothing is compiled on Python 3.13")
    done = subprocess.run(
        ["make", "--silent", "prerequisites", f"PYTHON={python}"],
        cwd=ROOT, env={**os.environ, **env}, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode != 0
    assert message in done.stderr
    assert "Traceback" not in done.stderr
