"""`manage.py prepare`: everything between installed packages and a server that can start, in one process."""

import hashlib
import io
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from kit.catalogues import compile_stale


class Command(BaseCommand):
    help = "Compiles messages and model, migrates the database and gathers the static files, where that is not done."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--sample", action="store_true", help="load the sample portfolio too, and say its sign-ins")

    def handle(self, *args: Any, **options: Any) -> None:
        self.say("Messages", lambda: compile_stale(Path(settings.BASE_DIR) / "locale"))
        self.say("Database", lambda: call_command("migrate", verbosity=0, interactive=False))
        self.say("Static files", gather)
        self.say("Lifetime model", lambda: call_command("warm_engine"))
        if options["sample"]:
            self.say("Sample portfolio", lambda: call_command("load_sample", stdout=io.StringIO()))
            self.stdout.write("")
            call_command("sign_ins", stdout=self.stdout)

    def say(self, what: str, do: Callable[[], object]) -> None:
        self.stdout.write(f"{what} …", ending=" ")
        self.stdout.flush()
        began = time.monotonic()
        do()
        self.stdout.write(f"{time.monotonic() - began:.1f} s")


def gather() -> None:
    """Collects the static files, which takes some seconds for their compressed copies, unless none has changed."""
    found = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list(["CVS", ".*", "*~"]):
            path = Path(storage.path(name))
            found.update(f"{name}\0{path.stat().st_size}\0{path.stat().st_mtime_ns}\n".encode())
    stamp = Path(settings.STATIC_ROOT) / ".gathered"
    if stamp.exists() and stamp.read_text() == found.hexdigest():
        return
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(found.hexdigest())
