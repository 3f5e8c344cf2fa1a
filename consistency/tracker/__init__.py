"""The promise tracker: one row a promise, however often it is repeated, with its status as of a date."""

from consistency.tracker.rows import promises

__all__ = ["promises"]
