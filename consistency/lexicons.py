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


MAX_DEPTH = 20
"""Levels of a lexicon file."""


class LexiconModel(BaseModel):
    """Base of every lexicon: frozen, and a key that nobody reads is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def read_yaml(path: Path) -> object:
    """The contents of a YAML file, loaded safely; raises LexiconError with file and line."""
    try:
        text = path.read_text(encoding="utf-8")
        _refuse(text, path)
        return yaml.load(text, Loader=_Loader)  # noqa: S506 - a safe loader
    except (OSError, ValueError, RecursionError, yaml.YAMLError) as e:  # ValueError: no UTF-8, or an impossible date
        raise LexiconError(f"{path}: {' '.join(str(e).split())}") from e


def _refuse(text: str, path: Path) -> None:
    """No aliases and no deep nesting: the loader walks both without bounds."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH or isinstance(event, yaml.AliasEvent):
            line = f":{event.start_mark.line + 1}" if event.start_mark else ""
            raise LexiconError(f"{path}{line}: a lexicon has no aliases and is at most {MAX_DEPTH} levels deep")


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
