"""The command ``dragoman``, also as ``python -m dragoman``."""

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from dragoman.show.cli import main as run

    sys.exit(run())


if __name__ == "__main__":
    main()
