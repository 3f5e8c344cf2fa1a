"""Reads news articles and tells what does not hold together in them, with the evidence."""

from __future__ import annotations

__version__ = "0.1.0"
