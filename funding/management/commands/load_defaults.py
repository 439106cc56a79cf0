"""`manage.py load_defaults`: the roles, rates and assumptions that come with Cynnal, each with its source."""

from typing import Any

from django.core.management.base import BaseCommand

from funding.actions.defaults import load_defaults


class Command(BaseCommand):
    help = "Adds the shipped roles, rates and assumptions, and corrects those of an earlier release. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        for name, loaded in load_defaults().items():
            self.stdout.write(f"{name}: {loaded.added} added, {loaded.corrected} corrected")
