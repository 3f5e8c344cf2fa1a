"""Running per-article work: on this machine, in one process or several."""
