"""Where the cache lies."""

from pathlib import Path

import pytest

from consistency.store.folder import cache_folder

HOME = {"HOME": "/home/ida"}


@pytest.mark.parametrize(
    ("environment", "platform", "folder"),
    [
        (HOME, "linux", "/home/ida/.cache/consistency"),
        ({**HOME, "XDG_CACHE_HOME": "/var/tmp/ida"}, "linux", "/var/tmp/ida/consistency"),
        ({**HOME, "XDG_CACHE_HOME": "relative"}, "linux", "/home/ida/.cache/consistency"),
        (HOME, "darwin", "/home/ida/Library/Caches/consistency"),
        ({"LOCALAPPDATA": "/c/ida"}, "win32", "/c/ida/consistency/cache"),
        ({**HOME, "CONSISTENCY_CACHE": "here"}, "linux", "here"),
        ({**HOME, "CONSISTENCY_CACHE": "off"}, "linux", None),
        ({}, "linux", None),
        ({}, "win32", None),
    ],
)
def test_folder(environment: dict[str, str], platform: str, folder: str | None) -> None:
    assert cache_folder(environment, platform) == (Path(folder) if folder else None)
