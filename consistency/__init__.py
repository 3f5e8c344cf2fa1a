"""Reads news articles and tells what does not hold together in them, with the evidence."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consistency.api import as_frame, as_model, check, compare, extract, load_rules, promises, read_report
    from consistency.rulelang.python import (
        UNLESS,
        Claim,
        Demand,
        Denial,
        Event,
        Fact,
        NonAnswer,
        Outcome,
        Position,
        Prediction,
        Promise,
        Quantity,
        Quote,
        rule,
    )

__version__ = "0.1.0"
__all__ = [
    "UNLESS", "Claim", "Demand", "Denial", "Event", "Fact", "NonAnswer", "Outcome", "Position", "Prediction", "Promise",
    "Quantity", "Quote", "__version__", "as_frame", "as_model", "check", "compare", "extract", "load_rules", "promises",
    "read_report", "rule",
]  # fmt: skip
_OF_API = ("as_frame", "as_model", "check", "compare", "extract", "load_rules", "promises", "read_report")


def __getattr__(name: str) -> object:
    """The Python API, imported when it is first used: `import consistency` alone stays cheap."""
    if name in __all__:
        module = "consistency.api" if name in _OF_API else "consistency.rulelang.python"
        return getattr(import_module(module), name)
    raise AttributeError(f"module 'consistency' has no attribute '{name}'")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """This package, where `extract` is the function of the API: the import system would put the subpackage there."""

    @property
    def extract(self) -> object:
        """The function; `from consistency.extract... import` still finds the subpackage."""
        return __getattr__("extract")

    @extract.setter
    def extract(self, subpackage: ModuleType) -> None:
        """Leave the name to the function."""


sys.modules[__name__].__class__ = _Package
