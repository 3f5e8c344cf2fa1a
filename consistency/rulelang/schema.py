"""The JSON Schema of rule files, with which editors complete and check them; the loader checks more."""

from __future__ import annotations

from typing import Any, get_args

from consistency.article import ArticleKind
from consistency.findings import Category, Severity
from consistency.rulelang.fields import FIELDS, RELATIONS, Field
from consistency.rulelang.messages import SHOWN, SHOWN_OF_RELATION

Schema = dict[str, Any]

NAME = "rule.schema.json"
"""What the file with the schema is called, beside the rules."""
_ALIAS = "[a-z][a-z0-9_]{0,59}"
_DATE = {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
_LINE = {"type": "string", "minLength": 1, "maxLength": 500}
_PROSE = {"type": "string", "minLength": 1, "maxLength": 20_000}


def schema() -> Schema:
    """The schema (JSON Schema 2020-12) of one rule file."""
    properties = _rule()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A rule of consistency",
        "description": "A pattern over facts, the message of what it finds, and examples of both outcomes.",
        "type": "object",
        "properties": properties,
        "required": [name for name in properties if name not in ("where", "unless")],
        "additionalProperties": False,
        "$defs": {"pattern": _pattern(), "conditions": _conditions(), "example": _example(), "article": _article()},
    }


def _rule() -> Schema:
    patterns = {
        "type": "object",
        "propertyNames": {"pattern": f"^{_ALIAS}$"},
        "additionalProperties": {"$ref": "#/$defs/pattern"},
    }
    examples = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/example"}}
    shown = ", ".join((*SHOWN, *SHOWN_OF_RELATION))
    return {
        "id": {
            "description": "The rule's name, the same as the file's: lower-case words joined by hyphens.",
            "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 80,
        },
        "category": {"description": "What kind of finding it yields.", "enum": list(get_args(Category))},
        "severity": {
            "description": "The highest that its findings can have; a finding that is less sure has a lower one.",
            "enum": list(get_args(Severity)),
        },
        "summary": {"description": "One line: what it finds.", **_LINE},
        "why": {"description": "Why that does not hold together, and what it passes over.", **_PROSE},
        "facts": {
            "description": "The facts that must be there: a name of your own, and what is asked of each.",
            "minProperties": 1, **patterns,
        },
        "where": {"description": "Conditions that must all hold.", "$ref": "#/$defs/conditions"},
        "unless": {"description": "Facts that must not be there, tied to the others by conditions.", **patterns},
        "message": {
            "description": f"What a finding says. {{name.field}} shows a field of a fact, and also: {shown}.",
            **_PROSE,
        },
        "examples": {
            "description": "Short articles in which it finds something, and near misses that it passes.",
            "type": "object", "properties": {"finds": examples, "passes": examples},
            "required": ["finds", "passes"], "additionalProperties": False,
        },
    }  # fmt: skip


def _pattern() -> Schema:
    """One fact: fields that must equal a value, or one of a list of values."""
    fields = {name: _field(name, field) for name, field in FIELDS.items()}
    return {"type": "object", "properties": fields, "required": ["kind"], "additionalProperties": False}


def _field(name: str, field: Field) -> Schema:
    one: Schema = {"type": {"string": "string", "integer": "integer", "boolean": "boolean"}.get(field.type, "string")}
    if field.type == "date":
        one = _DATE
    if values := field.values or (tuple(RELATIONS) if name == "relation" else ()):
        one = {"enum": list(values)}
    return {"description": field.doc, "anyOf": [one, {"type": "array", "minItems": 1, "items": one}]}


def _conditions() -> Schema:
    relations, fields = "|".join(RELATIONS), "|".join(FIELDS)
    named = rf"{_ALIAS}\.({fields})"
    return {
        "type": "array",
        "items": {
            "type": "string", "maxLength": 500,
            "anyOf": [
                {
                    "description": "One fact is related to another, as `rules fields` lists.",
                    "pattern": rf"^\s*{_ALIAS}\s+({relations})\s+{_ALIAS}(\s+as\s+{_ALIAS})?\s*$",
                },
                {"description": "A field has a value, or none.",
                 "pattern": rf"^\s*{named}\s+is\s+(present|absent)\s*$"},
                {"description": "A field against a value or another field.",
                 "pattern": rf"^\s*{named}\s*(=|!=|<|<=|>|>=)\s*[^=\s].*$"},
            ],
        },
    }  # fmt: skip


def _example() -> Schema:
    return {
        "type": "object",
        "properties": {
            "name": {"description": "What the example is about.", **_LINE},
            "as_of": {"description": "The day as of which it is judged; the latest article's without it.", **_DATE},
            "articles": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/article"}},
        },
        "required": ["name", "articles"],
        "additionalProperties": False,
    }


def _article() -> Schema:
    word = {"type": ["string", "null"]}
    return {
        "type": "object",
        "properties": {
            "text": {"description": "The article: a few sentences.", **_PROSE},
            "date": {"description": "When it was published.", **_DATE},
            "publisher": {"description": "Who published it: the narrator of its reports.", **word},
            "title": {"description": "Its title.", **word},
            "kind": {"description": "What it is; news without it.", "enum": list(get_args(ArticleKind))},
            "id": {"description": "Its name, where the example needs one.", **word},
        },
        "required": ["text"],
        "additionalProperties": False,
    }
