"""Opening and decoding files that may be anything: pipes, devices, binaries, wrong encodings, files without end."""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path
from typing import BinaryIO

_BYTES_A_CHAR = 4
_OTHER_ENCODINGS = ((codecs.BOM_UTF32_LE, "UTF-32"), (codecs.BOM_UTF32_BE, "UTF-32"),
                    (codecs.BOM_UTF16_LE, "UTF-16"), (codecs.BOM_UTF16_BE, "UTF-16"))  # fmt: skip


class UnreadableError(Exception):
    """A file's content cannot be had; the message says why. Stays inside the readers, which make it a Problem."""


def open_regular(path: Path) -> BinaryIO:
    """The file opened for reading; raises OSError, or UnreadableError for what is not a regular file.

    Opened without blocking and looked at afterwards, so that a pipe without a writer cannot hang the run.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise UnreadableError("not a regular file")
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def read_text(stream: BinaryIO, max_chars: int) -> str:
    """All of the stream as text; raises UnreadableError where it is too large, binary or not UTF-8."""
    limit = max_chars * _BYTES_A_CHAR + len(codecs.BOM_UTF8)
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise UnreadableError(f"too large: more than {limit:,} bytes, at most {max_chars:,} characters are checked")
    return decode(data)


def decode(data: bytes) -> str:
    """The bytes as UTF-8 without a leading byte order mark, line ends untouched; raises UnreadableError."""
    for mark, name in _OTHER_ENCODINGS:
        if data.startswith(mark):
            raise UnreadableError(f"not UTF-8: it begins with the mark of {name}")
    if b"\0" in data:
        raise UnreadableError("not text: it holds binary data")
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as e:
        at = e.start + (len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0)
        line = data.count(b"\n", 0, at) + 1
        raise UnreadableError(f"not UTF-8: byte {at} (0x{data[at]:02x}, line {line}) does not fit") from None
