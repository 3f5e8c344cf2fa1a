"""Typed loading of the lexicons: what the checker knows about words, as data in YAML."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from consistency.config import lexicons_folder
from consistency.errors import LexiconError

M = TypeVar("M", bound="LexiconModel")


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML's safe loader without its booleans: in a lexicon "no", "on" and "true" are words."""


_NOT_WORDS = ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:null")
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _NOT_WORDS]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class LexiconModel(BaseModel):
    """Base of every lexicon: frozen, and a key that nobody reads is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def read_yaml(path: Path) -> object:
    """The contents of a YAML file, loaded safely; raises LexiconError with file and line."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as e:
        raise LexiconError(f"{path}: {e}") from e


def load(model: type[M], name: str, folders: tuple[Path, ...] = ()) -> M:
    """The lexicon `name`.yaml as `model`; files of that name in `folders` extend the built-in one.

    Mappings are merged key by key (lists in them appended), lists appended. Raises LexiconError.
    """
    merged: object = None
    for folder in (lexicons_folder(), *folders):
        path = folder / f"{name}.yaml"
        if path.is_file():
            merged = _merge(merged, read_yaml(path))
    if merged is None:
        raise LexiconError(f"{name}.yaml: no such lexicon")
    try:
        return model.model_validate(merged)
    except ValidationError as e:
        places: Iterable[str] = (f"{'.'.join(map(str, x['loc']))}: {x['msg']}" for x in e.errors())
        raise LexiconError(f"{name}.yaml: " + "; ".join(places)) from e


def _merge(old: object, new: object) -> object:
    if isinstance(old, dict) and isinstance(new, dict):
        return old | {k: _merge(old.get(k), v) for k, v in new.items()}
    if isinstance(old, list) and isinstance(new, list):
        return [*old, *new]
    return new
