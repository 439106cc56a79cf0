"""`manage.py appraise CASE.json`: one case from a file, its result as JSON. Needs no database and no compiler."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand

from funding.engine import Case, CaseError, Fault, Result, appraise, read_case

BAD_CASE = 2


class Command(BaseCommand):
    help = "Appraise one case: what a product costs and delivers under each way of funding its team."
    # Nothing of the site is needed, and its checks would be most of the time taken.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("case", metavar="CASE.json", help="the case file")
        parser.add_argument("--months", action="store_true", help="give every month of every option")
        parser.add_argument("--output", metavar="RESULT.json", help="write the result here and not on standard output")

    def handle(self, *args: object, **options: object) -> None:
        faults = run(str(options["case"]), months=bool(options["months"]), output=options["output"])
        for fault in faults:
            sys.stderr.write(f"{fault}\n")
        if faults:
            sys.exit(BAD_CASE)


def run(case_path: str, *, months: bool, output: object = None) -> tuple[Fault, ...]:
    """Appraise the file and write its result. The faults that prevented it, if any: then nothing is written."""
    try:
        result = appraise(read_case(Path(case_path).read_bytes()))
    except OSError as error:
        return (Fault(case_path, "unreadable", {"reason": error.strerror or str(error)}),)
    except CaseError as error:
        return error.faults
    text = as_text(result, months=months)
    try:
        if output is None:
            print_whole(text)
        else:
            write_whole(Path(str(output)), text)
    except OSError as error:
        place = "standard output" if output is None else str(output)
        return (Fault(place, "unwritable", {"reason": error.strerror or str(error)}),)
    if note := left_out(result.case):
        sys.stderr.write(f"{note}\n")
    return ()


def as_text(result: Result, *, months: bool) -> str:
    return json.dumps(result.as_json(months), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def left_out(case: Case) -> str:
    """What the case asks for that its result has not, in words; nothing where it has all."""
    if case.uncertainty is None:
        return ""
    return "uncertainty: is read and checked, but not drawn yet: the result is that of the case's own values alone"


def print_whole(text: str) -> None:
    """JSON is UTF-8, whatever the terminal's own encoding is."""
    letters = getattr(sys.stdout, "buffer", None)
    if letters is None:  # not a terminal, file or pipe, but text that a program gathers
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    letters.write(text.encode())
    letters.flush()


def write_whole(path: Path, text: str) -> None:
    """Write the file in one step: a reader finds the old one or the new one, never half.

    A link is followed, and what is no file, as a pipe or a device, is written to and stays what it is.
    """
    if path.exists() and not path.is_file():
        path.write_text(text, encoding="utf-8")
        return
    path = path.resolve()
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink()
        raise
