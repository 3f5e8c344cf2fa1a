"""Worker processes that outlive the death of any of them: rebuilt, and what was in flight is tried again alone."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from typing import Any, Generic, TypeVar

from consistency.run.attempt import Fault, attempt, attempt_pickled

T = TypeVar("T")
R = TypeVar("R")
_Outcome = list[bytes | Fault] | Fault
_Waiting = deque[tuple[Sequence[T], "Future[_Outcome] | None"]]

IN_FLIGHT = 2
"""Batches that are under way or wait for each worker; more would only hold more articles in memory."""


DEATHS = 2
"""How often a process may die on an item, alone in flight, before the item is given up."""


class Workers(Generic[T, R]):
    """Runs a function over batches in processes, with results in order.

    When a process dies nobody can tell on which batch, so every batch in flight is run again by itself; a batch that
    kills again is split, and an item that kills a process by itself is a Fault. `started` turns false where this
    machine cannot run worker processes at all; everything then runs in this one.
    """

    def __init__(self, function: Callable[[Sequence[T]], Iterable[R]], workers: int) -> None:
        self._function = function
        self._workers = workers
        self.started = False
        self._start()

    def map(self, batches: Iterable[Sequence[T]]) -> Iterator[list[R | Fault]]:
        """The results of each batch, in the order of the batches; at most two a worker are in flight."""
        waiting: _Waiting[T] = deque()
        try:
            for batch in batches:
                waiting.append((batch, self._submit(batch)))
                if len(waiting) >= IN_FLIGHT * self._workers:
                    yield from self._collect(waiting)
            while waiting:
                yield from self._collect(waiting)
        finally:
            self._stop()

    def _start(self) -> None:
        """Starts the processes, and proves with a first task that they can be started."""
        try:
            self._pool = ProcessPoolExecutor(self._workers, mp_context=get_context("spawn"), initializer=_begin_worker)
            self._pool.submit(os.getpid).result()
            self.started = True
        except (BrokenProcessPool, OSError, ImportError, NotImplementedError):
            self.started = False

    def _stop(self) -> None:
        if self.started:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, batch: Sequence[T]) -> Future[_Outcome] | None:
        """The batch on its way; None where it has to be run by itself."""
        try:
            return self._pool.submit(attempt_pickled, self._call(batch)) if self.started and batch else None
        except BrokenProcessPool:
            return None

    def _call(self, batch: Sequence[T]) -> bytes:
        return pickle.dumps((self._function, list(batch)))

    def _collect(self, waiting: _Waiting[T]) -> Iterator[list[R | Fault]]:
        """The results of the batch that waited longest; of all that wait, where a process has died."""
        batch, future = waiting.popleft()
        try:
            if future is not None:
                yield _unpickled(batch, future.result())
                return
        except BrokenProcessPool:
            self._stop()
            self._start()
            yield self._alone(batch)
            yield from self._after_death(waiting)
            return
        yield self._alone(batch)

    def _after_death(self, waiting: _Waiting[T]) -> Iterator[list[R | Fault]]:
        while waiting:
            batch, future = waiting.popleft()
            done = future is not None and future.done() and not future.cancelled() and future.exception() is None
            yield _unpickled(batch, future.result()) if future is not None and done else self._alone(batch)

    def _alone(self, batch: Sequence[T]) -> list[R | Fault]:
        """The results of a batch with nothing else in flight, so that a death is certainly its own."""
        if not batch:
            return []
        for _ in range(DEATHS if len(batch) == 1 else 1):
            if not self.started:
                return attempt(self._function, batch)
            try:
                return _unpickled(batch, self._pool.submit(attempt_pickled, self._call(batch)).result())
            except BrokenProcessPool:
                self._stop()
                self._start()
        if len(batch) > 1:
            return [result for item in batch for result in self._alone([item])]
        return [Fault("internal fault: the process that worked on it died, twice")] * len(batch)


def _unpickled(batch: Sequence[Any], outcome: _Outcome) -> list[Any]:
    if isinstance(outcome, Fault):
        return [outcome] * len(batch)
    return [x if isinstance(x, Fault) else pickle.loads(x) for x in outcome]  # noqa: S301 - from our own worker


def _begin_worker() -> None:
    """Ctrl-C ends a worker at once and silently, and one whose parent was killed does not stay behind."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
