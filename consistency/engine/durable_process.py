"""The child process that durable-rules runs in: its crash is an answer of None here, and a new child afterwards."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Timer

from consistency.engine.durable_form import Definition

TIMEOUT = 30.0
"""Seconds that one block may take before its process is ended."""

_SCRIPT = Path(__file__).with_name("durable_child.py")

Watch = Callable[[int, int], None]
"""Called with the process id and the count of blocks asked before, as each block is about to be sent."""


class Child:
    """Answers blocks one after another; started when first asked, and again after each crash."""

    def __init__(self, chunks: Sequence[Sequence[Definition]], watch: Watch | None = None) -> None:
        self._chunks = json.dumps(chunks) + "\n"
        self._watch = watch
        self._asked = 0
        self._process: subprocess.Popen[str] | None = None

    def ask(self, chunk: int, facts: list[dict[str, int]]) -> list[tuple[int, list[int]]] | None:
        """The matches of a chunk's rules as (rule, numbers in the block); None if the process failed or died."""
        line = None
        try:
            process = self._process or self._start()
            if self._watch:
                self._watch(process.pid, self._asked)
            self._asked += 1
            line = self._exchange(process, f"{chunk}\n{json.dumps(facts)}\n")
        except OSError:
            pass
        said = json.loads(line) if line and line.endswith("\n") else None
        if not isinstance(said, list):
            self.close()
            return None
        return [(rule, numbers) for rule, numbers in said]

    def close(self) -> None:
        """Ends the process, if there is one."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.communicate()

    def _start(self) -> subprocess.Popen[str]:
        # -P: a folder of articles that happens to be the working directory is no place to import from
        command = [sys.executable, "-P", str(_SCRIPT)]
        self._process = subprocess.Popen(  # noqa: S603 - our own script, on our own interpreter
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
        )
        self._write(self._process, self._chunks)
        return self._process

    def _exchange(self, process: subprocess.Popen[str], text: str) -> str:
        timer = Timer(TIMEOUT, process.kill)
        timer.start()
        try:
            self._write(process, text)
            return process.stdout.readline() if process.stdout else ""
        finally:
            timer.cancel()

    def _write(self, process: subprocess.Popen[str], text: str) -> None:
        if process.stdin:
            process.stdin.write(text)
            process.stdin.flush()
