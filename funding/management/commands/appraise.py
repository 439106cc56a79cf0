"""`manage.py appraise CASE.json`: one case from a file, its result as JSON. Needs no database."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand

from funding.engine import CaseError, Fault, appraise, draw, read_case, sensitivity

BAD_CASE = 2


class Command(BaseCommand):
    help = "Appraise one case: what a product costs and delivers under each way of funding its team."
    # Nothing of the site is needed, and its checks would be most of the time taken.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("case", metavar="CASE.json", help="the case file")
        parser.add_argument("--months", action="store_true", help="give every month of every option")
        parser.add_argument("--sensitivity", action="store_true", help="give what the answer turns on")
        parser.add_argument("--output", metavar="RESULT.json", help="write the result here and not on standard output")

    def handle(self, *args: object, **options: object) -> None:
        faults = run(
            str(options["case"]),
            months=bool(options["months"]),
            sensitive=bool(options["sensitivity"]),
            output=options["output"],
        )
        for fault in faults:
            sys.stderr.write(f"{fault}\n")
        if faults:
            sys.exit(BAD_CASE)


def run(case_path: str, *, months: bool, sensitive: bool, output: object = None) -> tuple[Fault, ...]:
    """Appraise the file and write its result. The faults that prevented it, if any: then nothing is written."""
    try:
        found = reckoned(Path(case_path).read_bytes(), months=months, sensitive=sensitive)
    except OSError as error:
        return (Fault(case_path, "unreadable", {"reason": error.strerror or str(error)}),)
    except CaseError as error:
        return error.faults
    text = json.dumps(found, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
    try:
        if output is None:
            print_whole(text)
        else:
            write_whole(Path(str(output)), text.encode())
    except OSError as error:
        place = "standard output" if output is None else str(output)
        return (Fault(place, "unwritable", {"reason": error.strerror or str(error)}),)
    return ()


def reckoned(case_file: bytes, *, months: bool, sensitive: bool) -> dict[str, object]:
    """The result file: with `uncertainty` where the case has one, and with `sensitivity` where it is asked for."""
    case = read_case(case_file)
    found = appraise(case).as_json(months)
    if case.uncertainty is not None:
        found["uncertainty"] = draw(case).as_json()
    if sensitive:
        found["sensitivity"] = sensitivity(case).as_json()
    return found


def print_whole(text: str) -> None:
    """JSON is UTF-8, whatever the terminal's own encoding is."""
    letters = getattr(sys.stdout, "buffer", None)
    if letters is None:  # not a terminal, file or pipe, but text that a program gathers
        sys.stdout.write(text)
        return
    sys.stdout.flush()
    letters.write(text.encode())
    letters.flush()


def write_whole(path: Path, content: bytes) -> None:
    """Write the file in one step: a reader finds the old one or the new one, never half.

    A link is followed, and what is no file, as a pipe or a device, is written to and stays what it is.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    path = path.resolve()
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink()
        raise
