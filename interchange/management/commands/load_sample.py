"""`manage.py load_sample`: the sample portfolio, and with `--size large` the bulk that speed is measured on."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError
from django.utils import timezone

from interchange.sample.large import load_large
from interchange.sample.load import load_sample
from interchange.sample.writing import Loading


class Command(BaseCommand):
    help = "Loads the sample portfolio: sourced where the evidence states it, marked as made up where it does not."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--size",
            choices=["small", "large"],
            default="small",
            help="large adds made-up records up to 1,000 products, 300 squads and 2,500 posts, for measuring",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            self.tell("The sample portfolio", load_sample(on=timezone.localdate()))
            if options["size"] == "large":
                self.tell("The large sample", load_large())
        except IntegrityError as clash:
            raise CommandError(
                "Records that are already here clash with the sample, so nothing was loaded. "
                f"Load it into an empty database. The database said: {clash}"
            ) from clash

    def tell(self, what: str, loading: Loading | None) -> None:
        if loading is None:
            self.stdout.write(f"{what} is already loaded: nothing was changed.")
            return
        self.stdout.write(f"{what} is loaded.")
        for name, count in loading.counts.items():
            self.stdout.write(f"  {name}: {count:,}")
