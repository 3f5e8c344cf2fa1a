"""Reads news articles and tells what does not hold together in them, with the evidence."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from consistency.api import check, compare, extract, load_rules, promises
    from consistency.rulelang.python import rule

__version__ = "0.1.0"
__all__ = ["__version__", "check", "compare", "extract", "load_rules", "promises", "rule"]


def __getattr__(name: str) -> object:
    """The Python API, imported when it is first used: `import consistency` alone stays cheap."""
    if name in __all__:
        return getattr(import_module("consistency.rulelang.python" if name == "rule" else "consistency.api"), name)
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
