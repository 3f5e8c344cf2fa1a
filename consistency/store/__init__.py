"""Stores: the extraction cache and the fact store."""
