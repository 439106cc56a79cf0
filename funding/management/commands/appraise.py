"""`manage.py appraise CASE.json`: one case from a file, its result as JSON. Needs no database and no compiler."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from django.core.management.base import BaseCommand

from funding.engine import CaseError, Fault, Result, appraise, read_case

BAD_CASE = 2


class Command(BaseCommand):
    help = "Appraise one case: what a product costs and delivers under each way of funding its team."
    # Nothing of the site is needed, and its checks would be most of the time taken.
    requires_system_checks: Sequence[str] = []

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
    if output is None:
        sys.stdout.write(text)
        return ()
    try:
        write_whole(Path(str(output)), text)
    except OSError as error:
        return (Fault(str(output), "unwritable", {"reason": error.strerror or str(error)}),)
    return ()


def as_text(result: Result, *, months: bool) -> str:
    return json.dumps(result.as_json(months), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def write_whole(path: Path, text: str) -> None:
    """Write the file in one step: a reader finds the old one or the new one, never half."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
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
