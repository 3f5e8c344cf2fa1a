"""Per-article work on this machine: in this process or in several, always in order, and never ended by one article."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from consistency.errors import Problem
from consistency.run.attempt import Fault, attempt
from consistency.run.workers import Workers

T = TypeVar("T")
R = TypeVar("R")

BATCH = 16
"""Articles a batch: the same whatever the number of workers, so that it cannot change what is found."""
BATCH_SIZE = 200_000
"""Most that the sizes of a batch's items may add up to (characters, for articles), unless it is a single item."""


@dataclass(frozen=True, slots=True)
class Ready(Generic[R]):
    """A result that is there already and keeps its place among the others."""

    result: R


def run(
    function: Callable[[Sequence[T]], Iterable[R]],
    items: Iterable[T | Problem | Ready[R]],
    *,
    name: Callable[[T], str],
    line: Callable[[T], int | None] = lambda _: None,
    size: Callable[[T], int] = lambda _: 0,
    workers: int = 1,
    batch: int = BATCH,
) -> Iterator[R | Problem]:
    """One result an item, in the order of the items; Problems and what is ready are handed through in their place.

    `function` gets a batch of items and gives one result each. An item that it fails on, or that kills the process it
    runs in, becomes a Problem at the path `name(item)` and its `line(item)`. `size(item)` keeps batches of large items
    small. With several workers, function, items and results must be picklable and the function pure, because a batch
    may be run again.
    """
    batches = _batches(items, batch, size)

    def problem(item: T, fault: Fault) -> Problem:
        return Problem("error", name(item), fault.message, line(item))

    if workers <= 1:
        for mixed in batches:
            yield from _in_place(mixed, attempt(function, _items(mixed)), problem)
        return
    pool: Workers[T, R] = Workers(function, workers)
    kept: deque[list[T | Problem | Ready[R]]] = deque()
    for results in pool.map(_remembered(batches, kept)):
        yield from _in_place(kept.popleft(), results, problem)
    if not pool.started:
        yield Problem("notice", "", "worker processes could not be started; one process did all the work")


def _batches(
    items: Iterable[T | Problem | Ready[R]], most: int, size: Callable[[T], int]
) -> Iterator[list[T | Problem | Ready[R]]]:
    batch: list[T | Problem | Ready[R]] = []
    total = 0
    for item in items:
        weight = 0 if isinstance(item, Problem | Ready) else size(item)
        if batch and (len(batch) >= most or total + weight > BATCH_SIZE):
            yield batch
            batch, total = [], 0
        batch.append(item)
        total += weight
    if batch:
        yield batch


def _items(mixed: Sequence[T | Problem | Ready[R]]) -> list[T]:
    return [x for x in mixed if not isinstance(x, Problem | Ready)]


def _remembered(
    batches: Iterable[list[T | Problem | Ready[R]]], kept: deque[list[T | Problem | Ready[R]]]
) -> Iterator[list[T]]:
    for mixed in batches:
        kept.append(mixed)
        yield _items(mixed)


def _in_place(
    mixed: Sequence[T | Problem | Ready[R]], results: Sequence[R | Fault], problem: Callable[[T, Fault], Problem]
) -> Iterator[R | Problem]:
    """The results with the batch's Problems and what was ready where they stood, and faults as Problems."""
    waiting = iter(results)
    for item in mixed:
        if isinstance(item, Problem):
            yield item
        elif isinstance(item, Ready):
            yield item.result
        else:
            result = next(waiting)
            yield problem(item, result) if isinstance(result, Fault) else result
