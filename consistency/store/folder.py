"""Where the cache lies: where the user says, or where programs keep such things on this system."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

VARIABLE = "CONSISTENCY_CACHE"
"""Names a folder for the cache, or is "off"."""


def cache_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path | None:
    """The folder of the cache; None where the user wants none, or has no home."""
    said = environment.get(VARIABLE, "")
    if said:
        return None if said.lower() == "off" else Path(said)
    return _of_system(environment, platform)


def _of_system(environment: Mapping[str, str], platform: str) -> Path | None:
    if platform == "win32":
        local = environment.get("LOCALAPPDATA", "")
        return Path(local) / "consistency" / "cache" if local else None
    home = environment.get("HOME", "")
    if platform == "darwin":
        return Path(home) / "Library" / "Caches" / "consistency" if home else None
    general = environment.get("XDG_CACHE_HOME", "")
    if general and Path(general).is_absolute():  # the specification: others are to be ignored
        return Path(general) / "consistency"
    return Path(home) / ".cache" / "consistency" if home else None
