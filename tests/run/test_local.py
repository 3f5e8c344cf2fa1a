"""Runs over real processes: faults and deaths cost their own item and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from consistency.errors import Problem
from consistency.run.local import BATCH_SIZE, run


def double(numbers: Sequence[int]) -> Iterable[int]:
    return [2 * n for n in numbers]


def no_thirteen(numbers: Sequence[int]) -> Iterable[int]:
    for n in numbers:
        if n == 13:
            raise ValueError("unlucky\nnumber")
        yield n


def one_too_few(numbers: Sequence[int]) -> Iterable[int]:
    return list(numbers)[1:] if 13 in numbers else numbers


def unsendable(numbers: Sequence[int]) -> Iterable[object]:
    return [(i for i in range(3)) if n == 13 else n for n in numbers]


def deep(numbers: Sequence[int]) -> Iterable[int]:
    def down(n: int) -> int:
        return down(n + 1)

    return [down(0) if n == 13 else n for n in numbers]


def die_on_thirteen(numbers: Sequence[int]) -> Iterable[int]:
    for n in numbers:
        if n == 13:
            os.kill(os.getpid(), signal.SIGKILL)
        yield n


def where(numbers: Sequence[int]) -> Iterable[int]:
    return [os.getpid() for _ in numbers]


def batches_seen(numbers: Sequence[int]) -> Iterable[tuple[int, ...]]:
    return [tuple(numbers)] * len(numbers)


def name(n: int) -> str:
    return f"article-{n}"


BOTH = pytest.mark.parametrize("workers", [1, 2])


@BOTH
def test_results_in_the_order_of_the_items(workers: int) -> None:
    assert list(run(double, range(100), name=name, workers=workers, batch=3)) == [2 * n for n in range(100)]


@BOTH
def test_nothing_to_do(workers: int) -> None:
    assert list(run(double, [], name=name, workers=workers)) == []


@BOTH
def test_problems_are_handed_through_in_their_place(workers: int) -> None:
    bad = Problem("error", "x.txt", "no such file")
    assert list(run(double, [bad, 1, bad, 2, bad], name=name, workers=workers, batch=2)) == [bad, 2, bad, 4, bad]


@BOTH
@pytest.mark.parametrize(
    ("function", "message"),
    [
        (no_thirteen, "internal fault: ValueError: unlucky number"),
        (one_too_few, "internal fault: ValueError: 0 results for 1 items"),
        (deep, "internal fault: RecursionError: maximum recursion depth exceeded"),
    ],
)
def test_a_fault_costs_its_own_item_only(workers: int, function: object, message: str) -> None:
    results = list(run(function, range(10, 20), name=name, workers=workers, batch=4))  # type: ignore[arg-type]
    assert results == [10, 11, 12, Problem("error", "article-13", message), 14, 15, 16, 17, 18, 19]


def test_a_result_that_cannot_be_sent_costs_its_own_item_only() -> None:
    results = list(run(unsendable, range(10, 20), name=name, workers=2, batch=4))
    assert [r for r in results if not isinstance(r, Problem)] == [10, 11, 12, 14, 15, 16, 17, 18, 19]
    assert [r.path for r in results if isinstance(r, Problem)] == ["article-13"]


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_worker_that_is_killed_costs_the_item_that_killed_it_only() -> None:
    results = list(run(die_on_thirteen, range(60), name=name, workers=2, batch=8))
    dead = Problem("error", "article-13", "internal fault: the process that worked on it died, twice")
    assert results == [dead if n == 13 else n for n in range(60)]


def test_work_is_done_in_other_processes() -> None:
    assert os.getpid() not in set(run(where, range(10), name=name, workers=2, batch=1))
    assert set(run(where, range(10), name=name, workers=1)) == {os.getpid()}


@BOTH
def test_items_are_read_as_they_are_needed(workers: int) -> None:
    read: list[int] = []

    def items() -> Iterable[int]:
        for n in range(1_000):
            read.append(n)
            yield n

    results = run(double, items(), name=name, workers=workers, batch=4)
    assert next(results) == 0  # type: ignore[call-overload]
    assert len(read) <= 4 * (2 * workers + 2)
    results.close()  # type: ignore[attr-defined]


def test_batches_are_the_same_whatever_the_number_of_workers() -> None:
    one, two = (list(run(batches_seen, range(50), name=name, workers=w, batch=7)) for w in (1, 2))
    assert one == two


def test_large_items_make_small_batches() -> None:
    seen = run(batches_seen, [1, 2, BATCH_SIZE, 3, 4], name=name, size=lambda n: n)
    assert list(dict.fromkeys(seen)) == [(1, 2), (BATCH_SIZE,), (3, 4)]


def test_where_processes_cannot_start_one_does_all_the_work(tmp_path: Path) -> None:
    """A script without the guard that spawned processes need: each of them dies at once."""
    script = tmp_path / "script.py"
    script.write_text(
        "from consistency.run.local import run\n"
        "def double(numbers): return [2 * n for n in numbers]\n"
        "for result in run(double, range(3), name=str, workers=2, batch=1): print(result)\n"
    )
    done = subprocess.run([sys.executable, script], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines() == [
        "0",
        "2",
        "4",
        "notice: worker processes could not be started; one process did all the work",
    ]
