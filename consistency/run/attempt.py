"""One batch through a function, with faults as data: the only place in the project that catches every exception."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Fault(NamedTuple):
    """Why the function failed on an item, in words: exceptions do not all survive the way between processes."""

    message: str


def attempt(function: Callable[[Sequence[T]], Iterable[R]], batch: Sequence[T]) -> list[R | Fault]:
    """One result an item. When a batch fails its items are tried singly, so that only the bad ones are lost."""
    if not batch:
        return []  # the function may cost something even so: a model that is loaded
    try:
        results: list[R | Fault] = [*function(batch)]
        if len(results) != len(batch):
            raise ValueError(f"{len(results)} results for {len(batch)} items")
    except Exception as e:  # noqa: BLE001 - the one place: what one article provokes must not cost the others
        if len(batch) > 1:
            return [result for item in batch for result in attempt(function, [item])]
        return [Fault(f"internal fault: {type(e).__name__}: {' '.join(str(e).split())[:300]}")]
    return results


def attempt_pickled(call: bytes) -> list[bytes | Fault] | Fault:
    """`attempt` of a pickled (function, batch); every result is pickled by itself.

    Pickling happens in here, so that what cannot be sent between processes is a fault too; one fault for the whole
    call where the call itself cannot be unpickled.
    """
    return attempt(_run_pickled, [call])[0]


def _run_pickled(calls: Sequence[bytes]) -> list[list[bytes | Fault]]:
    function, batch = pickle.loads(calls[0])  # noqa: S301 - written by the parent process

    def pickled(items: Sequence[Any]) -> list[bytes]:
        return [pickle.dumps(result) for result in function(items)]

    return [attempt(pickled, batch)]
