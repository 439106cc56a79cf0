"""`manage.py sign_ins`: who can sign in to a demonstration, and with what."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.actions import make_demonstration_people
from accounts.queries import DEMONSTRATION_PASSWORD, DEMONSTRATION_PEOPLE


class Command(BaseCommand):
    help = "Makes the demonstration's people, one for each role, and prints how they sign in."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--make", action="store_true", help="make them although DEMONSTRATION is off")

    def handle(self, *args: Any, **options: Any) -> None:
        if not (settings.DEMONSTRATION or options["make"]):
            raise CommandError("This is not a demonstration. Set DEMONSTRATION=on, or give --make, to make the people.")
        make_demonstration_people(anyway=options["make"])
        self.stdout.write(f"Demonstration sign-ins, all made up. The password is {DEMONSTRATION_PASSWORD}")
        for person in DEMONSTRATION_PEOPLE:
            self.stdout.write(f"  {person.email:<28}{person.name:<18}{person.role.value.replace('_', ' ')}")
