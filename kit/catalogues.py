"""The Welsh of every part of the house: `locale/<part>/cy/LC_MESSAGES/django.po`, compiled without gettext.

English is the language that messages are written in, so it needs no catalogue. What Django and the other packages say
and have no Welsh for is in the part called "django".
"""

import os
from dataclasses import dataclass
from pathlib import Path

import polib

# The second is for the scripts of the administration site.
FOREIGN = ("django", "djangojs")
# The lower first: a message said in two parts is kept in the lower, which the upper one leans on anyway.
PARTS = ("kit", "accounts", "portfolio", "squads", "engine", "funding", "reporting", "interchange", "base", *FOREIGN)
# Django's own rule for Welsh: one, two, most numbers, and eight and eleven.
PLURAL_FORMS = "nplurals=4; plural=(n==1) ? 0 : (n==2) ? 1 : (n != 8 && n != 11) ? 2 : 3;"
HEADER = {
    "Language": "cy",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": PLURAL_FORMS,
}


@dataclass(frozen=True, order=True)
class Message:
    """What is said in English, its plural where it has one, and the context that tells it from its homonyms."""

    text: str
    plural: str = ""
    context: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.text


def key(entry: polib.POEntry) -> tuple[str, str]:
    return entry.msgctxt or "", entry.msgid


def path_of(locale: Path, part: str) -> Path:
    folder, name = ("django", "djangojs.po") if part == "djangojs" else (part, "django.po")
    return locale / folder / "cy" / "LC_MESSAGES" / name


def read(locale: Path) -> dict[str, polib.POFile]:
    """Every part's catalogue, by the part's name."""
    paths = {part: path_of(locale, part) for part in PARTS}
    return {part: polib.pofile(str(path), wrapwidth=120) for part, path in paths.items() if path.exists()}


def blank() -> polib.POFile:
    catalogue = polib.POFile(wrapwidth=120)
    catalogue.metadata = dict(HEADER)
    return catalogue


def add(catalogue: polib.POFile, message: Message) -> polib.POEntry:
    """A message that waits for its Welsh."""
    entry = polib.POEntry(msgid=message.text, msgctxt=message.context or None)
    if message.plural:
        entry.msgid_plural = message.plural
        entry.msgstr_plural = dict.fromkeys(range(4), "")
    catalogue.append(entry)
    return entry


def write(locale: Path, part: str, catalogue: polib.POFile) -> bool:
    """Saves a part in the order of the alphabet, so that two people's additions seldom meet. True if it differed."""
    catalogue.sort(key=lambda entry: (entry.obsolete, entry.msgid.casefold(), entry.msgid, entry.msgctxt or ""))
    path = path_of(locale, part)
    text = str(catalogue).rstrip() + "\n"
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return True


def compile_stale(locale: Path) -> int:
    """Makes the .mo of every .po that has changed since its own was made; how many that were."""
    made = 0
    for source in locale.glob("*/cy/LC_MESSAGES/*.po"):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        # Under another name first: a server that starts at this moment must not read half a catalogue.
        unfinished = target.with_suffix(f".mo.{os.getpid()}")
        polib.pofile(str(source)).save_as_mofile(str(unfinished))
        unfinished.replace(target)
        made += 1
    return made
