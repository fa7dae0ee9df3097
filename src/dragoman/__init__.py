"""dragoman reads news reports and keeps the record of who did what to whom.

>>> import dragoman
>>> dragoman.__version__.count(".")
2
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.errors import BadInput, DragomanError
    from dragoman.model import EventMention, Report
    from dragoman.show.python import Record, read

__all__ = ["BadInput", "DragomanError", "EventMention", "Record", "Report", "__version__", "read"]

_HOMES = {
    "BadInput": "dragoman.errors",
    "DragomanError": "dragoman.errors",
    "EventMention": "dragoman.model",
    "Record": "dragoman.show.python",
    "Report": "dragoman.model",
    "read": "dragoman.show.python",
}


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for, so that importing dragoman stays light."""
    if name == "__version__":
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("dragoman")
        except PackageNotFoundError:  # run from a checkout that is not installed
            return "0.1.0"
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
