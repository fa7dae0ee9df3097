"""dragoman reads news reports and keeps the record of who did what to whom.

>>> import dragoman
>>> dragoman.__version__.count(".")
2
"""

from __future__ import annotations

import sys
from types import ModuleType
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
}


class _Room(ModuleType):
    """The room ``read``, which can be called: the call that reads a text bears the same name."""

    def __call__(self, text: str, **known: Any) -> Record:
        from dragoman.show.python import read

        return read(text, **known)


class _Package(ModuleType):
    """The package itself; it makes the room callable at the moment when Python binds it here."""

    def __setattr__(self, name: str, value: object) -> None:
        if name == "read" and isinstance(value, ModuleType):
            value.__class__ = _Room
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for, so that importing dragoman stays light."""
    if name == "__version__":
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("dragoman")
        except PackageNotFoundError:  # run from a checkout that is not installed
            return "0.1.0"
    from importlib import import_module

    if name == "read":
        return import_module("dragoman.read")
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
