"""Running the per-article work: in this process or over local processes."""
