"""The rule language: model, loading with line numbers, compiling, the Python decorator."""
