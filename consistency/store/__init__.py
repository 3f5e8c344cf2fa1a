"""The extraction cache: what an article yielded, kept by its content until anything that could change it does."""

from consistency.store.cache import Cache, open_cache

__all__ = ["Cache", "open_cache"]
