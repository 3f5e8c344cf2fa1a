"""What is kept of an article, as compressed JSON and back; what does not read back as it should counts as absent."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import NamedTuple

from pydantic import ConfigDict, TypeAdapter, ValidationError

from consistency.article import Published
from consistency.facts import Extraction

MOST = 64_000_000
"""Bytes of JSON; more than that is no extraction of ours."""


class Kept(NamedTuple):
    """What extraction adds to an article: when it was published, as far as its own words tell, and what it yields."""

    published: Published
    extraction: Extraction


@lru_cache(maxsize=1)
def _adapter() -> TypeAdapter[Kept]:
    """Bounds of quantities may be infinite, which JSON proper cannot say."""
    adapter: TypeAdapter[Kept] = TypeAdapter(Kept, config=ConfigDict(ser_json_inf_nan="constants"))
    return adapter


def encoded(kept: Kept) -> bytes:
    """The value as bytes that `decoded` reads."""
    return zlib.compress(_adapter().dump_json(kept), 1)


def decoded(data: bytes) -> Kept | None:
    """The value in these bytes; None where they are damaged, or were written by something else."""
    unpacking = zlib.decompressobj()
    try:
        text = unpacking.decompress(data, MOST)
        return _adapter().validate_json(text) if unpacking.eof else None
    except (zlib.error, ValidationError, RecursionError):
        return None
