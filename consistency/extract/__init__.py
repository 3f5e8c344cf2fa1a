"""Extraction: from an article to statements, times and facts, one phenomenon a file."""
