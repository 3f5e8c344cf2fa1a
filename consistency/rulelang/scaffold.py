"""A new rule to start from: a file that loads and whose examples come out right as they are."""

from __future__ import annotations

import json
import re
from pathlib import Path

from consistency.errors import UsageError
from consistency.rulelang.schema import NAME, schema

TEMPLATES = Path(__file__).resolve().parent / "templates"
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MOST = 80


def categories() -> tuple[str, ...]:
    """The categories that there are templates for."""
    return tuple(sorted(path.stem for path in TEMPLATES.glob("*.yaml")))


def new_rule(rule: str, category: str) -> str:
    """The text of a rule file of this id and category; raises UsageError for an id that is none."""
    if not _ID.fullmatch(rule) or len(rule) > _MOST:
        raise UsageError(f"'{rule}' is no id: lower-case words joined by hyphens, such as 'promise-not-kept'")
    template = (TEMPLATES / f"{category}.yaml").read_text(encoding="utf-8")
    return template.replace("id: new-rule\n", f"id: {rule}\n", 1)


def schema_text() -> str:
    """The JSON Schema of rule files, as it is written beside them."""
    return json.dumps(schema(), indent=2) + "\n"


def write_rule(rule: str, category: str, folder: Path) -> list[Path]:
    """Write a new rule, and beside it the schema that its first line names; the files written.

    Raises UsageError where the rule is there already, or cannot be written.
    """
    text = new_rule(rule, category)
    path, beside = folder / f"{rule}.yaml", folder / NAME
    written = [path]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
        if not beside.is_file() or beside.read_bytes() != schema_text().encode():
            beside.write_bytes(schema_text().encode())
            written.append(beside)
    except FileExistsError as e:
        raise UsageError(f"{path}: is there already") from e
    except OSError as e:
        raise UsageError(f"{path}: cannot be written: {e.strerror}") from e
    return written
