"""What runs in the child process: a script that asks durable-rules, block by block, and may crash.

Run by its path and with nothing of the package imported, so that it starts in a twentieth of a second. Lines in: the
rule definitions as [[definition, ...], ...], then for every block the number of a chunk and the facts, each on a line.
Lines out, one a block: [[rule, [number of the fact in the block, ...]], ...], or a string that says what went wrong.
"""

from __future__ import annotations

import contextlib
import copy
import json
import os
import sys
from typing import Any

import durable_rules_engine
from durable import engine

CAP = 1000
MEMORY = 2 << 30
"""Bytes: a block that needs more ends the process, and costs that block only."""


class Session:
    """A session without a Host (each would start two threads that never end), which is always freed."""

    def __init__(self, definitions: list[dict[str, Any]]) -> None:
        self.found: list[tuple[int, dict[str, Any]]] = []
        self.error: BaseException | None = None
        rules = {f"r{i}": self._rule(i, d) for i, d in enumerate(definitions)}
        # fires first: a state that is deleted before any action ran crashes
        rules["boot"] = {"all": [{"m": {"$boot": 1}}], "cap": 1, "run": lambda _: None}
        self.rules = engine.Ruleset("rules", None, rules)
        self._say(self.rules.assert_fact, {"id": "$boot", "$boot": 1})

    def _rule(self, number: int, definition: dict[str, Any]) -> dict[str, Any]:
        def collect(closure: Any) -> None:
            # an exception in here would be swallowed by the engine
            try:
                matches = [closure._m] if closure._m is not None else [m._d for m in closure.m]
                self.found.extend((number, m) for m in matches)
            except BaseException as e:
                self.error = e
                raise

        return {**copy.deepcopy(definition), "cap": CAP, "run": collect}

    def _say(self, how: Any, what: Any) -> None:
        errors: list[BaseException] = []
        self.rules.do_actions(how(what), lambda error, _: errors.append(error) if error else None)
        for error in (*errors, self.error):
            if error:
                raise error

    def match(self, facts: list[dict[str, Any]]) -> list[tuple[int, dict[str, Any]]]:
        """All matches among the facts, of which there must be at least one: an empty batch crashes."""
        # said when some fact is wanted by no rule, which is no fault
        with contextlib.suppress(engine.MessageNotHandledException):
            self._say(self.rules.assert_facts, facts)
        # the exception above skips actions that wait: this fact fires them
        self._say(self.rules.assert_fact, {"id": "$flush", "$boot": 1})
        return self.found

    def close(self) -> None:
        """Frees what C holds; nothing else does."""
        self.rules.delete_state(None)
        durable_rules_engine.delete_ruleset(self.rules._handle)
        self.rules._handle = 0


def answer(definitions: list[dict[str, Any]], facts: list[dict[str, Any]]) -> list[Any]:
    """The matches as [rule, [number, ...]], the numbers in the order of the rule's patterns."""
    session = Session(definitions)
    try:
        return [[rule, [m[f"p{i}"]["id"] for i in range(len(m))]] for rule, m in session.match(facts)]
    finally:
        session.close()


def limit() -> None:
    """Bounds memory and leaves no core file behind, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or hard > MEMORY:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY if soft in (-1, hard) or soft > MEMORY else soft, hard))


def main() -> None:
    """Answers until there are no more lines. What the C library may print goes nowhere near the answers."""
    out = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    limit()
    chunks = json.loads(sys.stdin.readline())
    while chunk := sys.stdin.readline():
        facts = sys.stdin.readline()
        try:
            said: object = answer(chunks[int(chunk)], json.loads(facts))
        except Exception as e:  # noqa: BLE001 - the parent reports it and asks the other engine
            said = f"{type(e).__name__}: {e}"
        out.write(json.dumps(said) + "\n")
        out.flush()


if __name__ == "__main__":
    main()
