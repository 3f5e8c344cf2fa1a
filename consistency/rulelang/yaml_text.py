"""Reading YAML with places: plain data, and where each key and value stands; refuses what a rule file never needs."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import yaml

from consistency.spans import Position

MAX_CHARS = 500_000
MAX_DEPTH = 20

Path = tuple[str | int, ...]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_TAGS = {_TAG + t for t in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")}
_INTEGER = re.compile(r"[-+]?[0-9]{1,20}")


class Fault(NamedTuple):
    """Something wrong in the text of a file, and where."""

    position: Position
    message: str


class Document:
    """A YAML document as plain data (`data`: dict, list, str, int, bool, None), with `faults` and places."""

    def __init__(self, text: str) -> None:
        self.faults: list[Fault] = []
        self.data: object = None
        self._keys: dict[Path, yaml.Node] = {}
        self._nodes: dict[Path, yaml.Node] = {}
        try:
            if self._refuse(text):
                return
            root = yaml.compose(text, Loader=_Loader)
        except yaml.YAMLError as e:
            self.faults.append(_fault(e))
            return
        if root is None:
            self.faults.append(Fault(Position(1, 1), "the file is empty"))
            return
        self.data = self._plain(root, ())

    def key(self, path: Path) -> Position:
        """Where the key of this value stands (the value itself where it has none)."""
        node = self._keys.get(path)
        return _position(node.start_mark) if node is not None else self.value(path)

    def value(self, path: Path, offset: int = 0) -> Position:
        """Where the value stands, or the nearest value around it; `offset` counts into a scalar's text."""
        while path and path not in self._nodes:
            path = path[:-1]
        node = self._nodes.get(path)
        if node is None:
            return Position(1, 1)
        start, end = node.start_mark, node.end_mark
        if isinstance(node, yaml.ScalarNode) and node.style in (None, "", "'", '"') and start.line == end.line:
            return Position(start.line + 1, start.column + 1 + offset + (node.style in ("'", '"')))
        return _position(start)

    def _refuse(self, text: str) -> bool:
        """Looks at the events alone, before anything is built of them: size, depth, anchors and aliases."""
        if len(text) > MAX_CHARS:
            self.faults.append(Fault(Position(1, 1), f"more than {MAX_CHARS} characters"))
            return True
        depth = 0
        for event in yaml.parse(text, Loader=_Loader):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH:
                self.faults.append(Fault(_position(event.start_mark), f"nested more than {MAX_DEPTH} deep"))
                return True
            if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
                self.faults.append(Fault(_position(event.start_mark), "anchors and aliases (& and *) are refused"))
                return True
        return False

    def _plain(self, node: yaml.Node, path: Path) -> object:
        self._nodes[path] = node
        if node.tag not in _TAGS:
            self._fault(node, f"the tag {node.tag.replace(_TAG, '!!')} is refused")
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(item, (*path, i)) for i, item in enumerate(node.value)]
        return _scalar(node) if isinstance(node, yaml.ScalarNode) else None

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, object]:
        out: dict[str, object] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self._fault(key, "a key must be a word")
            elif key.value in out:
                self._fault(key, f"duplicate key '{key.value}'")
            else:
                self._keys[(*path, key.value)] = key
                out[key.value] = self._plain(value, (*path, key.value))
        return out

    def _fault(self, node: yaml.Node, message: str) -> None:
        self.faults.append(Fault(_position(node.start_mark), message))


def _scalar(node: yaml.ScalarNode) -> object:
    """Numbers, true, false and null where they are plain; everything else (dates, yes, no, 1.5) stays text."""
    value: str = node.value
    if node.style not in (None, ""):
        return value
    if node.tag == _TAG + "null":
        return None
    if node.tag == _TAG + "bool" and value.lower() in ("true", "false"):
        return value.lower() == "true"
    if node.tag == _TAG + "int" and _INTEGER.fullmatch(value):
        return int(value)
    return value


def _position(mark: Any) -> Position:
    """The place of a mark of either parser."""
    return Position(mark.line + 1, mark.column + 1)


def _fault(error: yaml.YAMLError) -> Fault:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or str(error).splitlines()[0]
    return Fault(_position(mark) if mark else Position(1, 1), f"not YAML: {problem}")
