"""`manage.py audit_workbook CASE.json OUT.xlsx`: a case file as a workbook of live formulas. Needs no database."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand
from django.utils import timezone, translation

from funding.documents.workbook import About, audit_workbook
from funding.inputs import CaseError, Fault
from funding.management.commands.appraise import BAD_CASE, write_whole
from funding.queries.case_files import comparison_of_file
from kit.bilingual import LANGUAGES


class Command(BaseCommand):
    help = "Write one case as an .xlsx workbook in which every figure is a live formula."
    # Nothing of the site is needed, and its checks would be most of the time taken.
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("case", metavar="CASE.json", help="the case file")
        parser.add_argument("output", metavar="OUT.xlsx", help="where to write the workbook")
        parser.add_argument("--language", choices=LANGUAGES, default="en", help="the language of its words")

    def handle(self, *args: object, **options: object) -> None:
        faults = run(str(options["case"]), output=str(options["output"]), language=str(options["language"]))
        for fault in faults:
            sys.stderr.write(f"{fault}\n")
        if faults:
            sys.exit(BAD_CASE)


def run(case_path: str, *, output: str, language: str) -> tuple[Fault, ...]:
    """Write the workbook of a case file. The faults that prevented it, if any: then nothing is written."""
    try:
        comparison = comparison_of_file(Path(case_path).read_bytes())
    except OSError as error:
        return (Fault(case_path, "unreadable", {"reason": error.strerror or str(error)}),)
    except CaseError as error:
        return error.faults
    with translation.override(language):
        content = audit_workbook(comparison, About(made_at=timezone.now()))
    try:
        write_whole(Path(output), content)
    except OSError as error:
        return (Fault(output, "unwritable", {"reason": error.strerror or str(error)}),)
    return ()
