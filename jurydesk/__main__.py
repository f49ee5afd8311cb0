"""The program's entrance."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the window or a command; return the exit code."""
    from jurydesk.bootstrap import main as run  # noqa: PLC0415 -- slow import

    return run()


if __name__ == "__main__":
    sys.exit(main())
