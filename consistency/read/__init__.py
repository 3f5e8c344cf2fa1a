"""Readers: from files to articles, one format a file."""
