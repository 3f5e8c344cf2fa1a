"""`python -m consistency` and the `consistency` command."""

import sys

OLDEST, TOO_NEW = (3, 11), (3, 14)


def main() -> None:
    """Run the command line; on a Python that is not supported, say so and end with 2."""
    if not OLDEST <= sys.version_info[:2] < TOO_NEW:
        running = ".".join(map(str, sys.version_info[:2]))
        sys.stderr.write(f"consistency: error: needs Python 3.11, 3.12 or 3.13; this is Python {running}\n")
        raise SystemExit(2)
    from consistency.cli import app

    app(prog_name="consistency")


if __name__ == "__main__":
    main()
