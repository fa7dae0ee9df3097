"""The command line: one parser, one function a command; what a command needs is imported when it runs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from dragoman.errors import DragomanError, WrongUse

__all__ = ["DONE", "FAILED", "WRONG", "build_parser", "main"]

DONE, FAILED, WRONG = 0, 1, 2

_ABOUT = "Reads news reports and keeps the record: who did what to whom, when, where and according to whom."
_CODES = "exit codes: 0 done, 1 some input failed (each is named with its reason), 2 wrong use"


class _Versions(argparse.Action):
    """Prints the versions that stand on every record."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from dragoman import flow

        for name, version in flow.versions().items():
            print(f"{'dragoman' if name == 'program' else name} {version}")
        parser.exit()


def _read(options: argparse.Namespace) -> int:
    from dragoman.show.reading import read

    return read(
        options.source,
        published=options.published,
        as_json=options.json,
        explained=options.explain,
        petrarch=options.petrarch_dictionaries,
    )


def _score(options: argparse.Namespace) -> int:
    from dragoman.show.scoring import score

    return score(
        options.task, options.file, predictions=options.predictions, petrarch=options.petrarch_dictionaries
    )


Run = Callable[[argparse.Namespace], int]
Commands = argparse._SubParsersAction  # the only name that argparse has for it


def _command(
    commands: Commands[argparse.ArgumentParser], name: str, what: str, run: Run
) -> argparse.ArgumentParser:
    told = f"{what[0].upper()}{what[1:]}."
    made = commands.add_parser(name, help=what, description=told, allow_abbrev=False)
    made.set_defaults(run=run)
    return made


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = argparse.ArgumentParser(prog="dragoman", description=_ABOUT, epilog=_CODES, allow_abbrev=False)
    told = "print the versions of program, coder, ontology, catalogue and model"
    parser.add_argument("--version", action=_Versions, nargs=0, help=told)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    read = _command(commands, "read", "code reports without keeping them, and show what was found", _read)
    read.add_argument("source", nargs="+", metavar="SOURCE", help="a file, a folder, or - for standard input")
    told = "the publication day, as 2025-10-28; wins over what a file says of itself"
    read.add_argument("--published", metavar="DATE", help=told)
    read.add_argument("--json", action="store_true", help="print one record a line as JSON")
    told = "tell what decided each field of one record; the beginning of its id is enough"
    read.add_argument("--explain", metavar="ID", help=told)
    _take_dictionaries(read)

    score = _command(commands, "score", "measure against gold", _score)
    score.add_argument("task", metavar="TASK", help="what is measured, such as record")
    score.add_argument("file", metavar="FILE", help="the gold: JSON, JSONL or JSONL.gz in the task's form")
    told = "write what was predicted, one line per item"
    score.add_argument("--predictions", metavar="OUT.jsonl", help=told)
    _take_dictionaries(score)
    return parser


def _take_dictionaries(command: argparse.ArgumentParser) -> None:
    told = "a folder of dictionaries in the PETRARCH form: *.actors.txt, *.agents.txt, *.verbs.txt, *.discards.txt"
    command.add_argument("--petrarch-dictionaries", metavar="DIR", help=told)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    try:
        options = build_parser().parse_args(arguments)
    except SystemExit as left:
        return int(left.code or 0)
    from dragoman.show.talk import say, use_utf8

    use_utf8()
    run: Run = options.run
    try:
        code = run(options)
        sys.stdout.flush()
    except WrongUse as error:
        say(str(error))
        return WRONG
    except DragomanError as error:
        say(str(error))
        return FAILED
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        say("stopped")
        return 130
    return code
