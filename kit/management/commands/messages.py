"""`manage.py messages`: the Welsh catalogues brought up to date with what the pages say, or checked against it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from kit import catalogues
from kit.catalogues import FOREIGN, Message, key
from kit.message_faults import faults

Said = Mapping[Message, Mapping[str, list[str]]]


class Command(BaseCommand):
    help = "Adds the messages that no catalogue has, and compiles. With --check it lists faults and changes nothing."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("parts", nargs="*", help="only these parts are written to; all, if none is named")
        parser.add_argument("--check", action="store_true", help="list what is missing or wrong, and fail if any is")
        parser.add_argument("--prune", action="store_true", help="take out what is said nowhere any more")
        parser.add_argument("--compile", action="store_true", help="compile, and nothing else")

    def handle(self, *args: Any, **options: Any) -> None:
        root = Path(settings.BASE_DIR)
        locale = root / "locale"
        catalogues.compile_stale(locale)
        if not options["compile"]:
            # Only here: Babel is on no machine that serves the app.
            from kit.extraction import extracted

            said = extracted(root)
            if options["check"]:
                self.check_all(locale, said, set(options["parts"]))
            else:
                self.update(locale, said, set(options["parts"]), options["prune"])
        catalogues.compile_stale(locale)

    def update(self, locale: Path, said: Said, only: set[str], prune: bool) -> None:
        kept = catalogues.read(locale)
        have = {key(entry): entry for catalogue in kept.values() for entry in catalogue if not entry.obsolete}
        for message, parts in sorted(said.items()):
            part = min(parts, key=catalogues.PARTS.index)
            entry = have.get(message.key)
            if entry is None and (not only or part in only):
                have[message.key] = catalogues.add(kept.setdefault(part, catalogues.blank()), message)
            elif entry is not None and message.plural and not entry.msgid_plural:
                entry.msgid_plural, entry.msgstr = message.plural, ""
                entry.msgstr_plural = dict.fromkeys(range(4), "")
        used = {message.key for message in said}
        for part, catalogue in kept.items():
            if only and part not in only:
                continue
            unused = [
                entry for entry in catalogue if part not in FOREIGN and (entry.obsolete or key(entry) not in used)
            ]
            for entry in unused if prune else []:
                catalogue.remove(entry)
            if catalogues.write(locale, part, catalogue):
                self.stdout.write(f"locale/{part}: written")
            self.tell(part, catalogue, unused, prune)

    def tell(self, part: str, catalogue: polib.POFile, unused: list[polib.POEntry], pruned: bool) -> None:
        untranslated = len(catalogue.untranslated_entries())
        if untranslated:
            self.stdout.write(f"locale/{part}: {untranslated} without Welsh")
        if unused:
            said = "taken out" if pruned else "said nowhere (--prune takes them out)"
            self.stdout.write(f"locale/{part}: {len(unused)} {said}")

    def check_all(self, locale: Path, said: Said, only: set[str]) -> None:
        kept = catalogues.read(locale)
        same = (locale / "same_in_both.txt").read_text(encoding="utf-8").splitlines()
        found = [line for line in faults(kept, said, set(same)) if not only or line.split(":")[0] in only]
        for line in found:
            self.stderr.write(line)
        if found:
            self.stderr.write(f"{len(found)} faults in the Welsh catalogues.")
            raise SystemExit(1)
        entries = sum(len(catalogue) for catalogue in kept.values())
        self.stdout.write(f"{entries} messages in {len(kept)} parts, all with their Welsh.")
