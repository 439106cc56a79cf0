"""What a catalogue lacks: the questions that `manage.py messages --check` puts to it."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import polib

from kit.catalogues import FOREIGN, PARTS, PLURAL_FORMS, Message, key

PLACEHOLDER = re.compile(r"%\(\w+\)[-+# 0-9.]*[a-zA-Z]|(?<!%)%[sdifr]|\{\w*(?:[!:][^{}]*)?\}")


def placeholders(text: str) -> Counter[str]:
    """What is filled in: by name any number of times, by position as often as it stands there."""
    found = Counter(PLACEHOLDER.findall(text))
    return Counter({name: 1 if re.search(r"\w{2,}", name) else count for name, count in found.items()})


def sayings(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def faults_in(entry: polib.POEntry, same_in_both: set[str]) -> Iterator[str]:
    """What is wrong with one entry, were it never used."""
    said = sayings(entry)
    if entry.obsolete:
        yield "is obsolete"
        return
    if "fuzzy" in entry.flags:
        yield "is fuzzy"
    if not all(said) or (entry.msgid_plural and len(said) != 4):
        yield "is not translated" if not entry.msgid_plural else "lacks one of its four forms"
        return
    wanted = placeholders(entry.msgid_plural or entry.msgid)
    for number, text in enumerate(said):
        found = placeholders(text)
        # "One product" and "two products" may be said without their figure.
        if found != wanted and not (entry.msgid_plural and number < 2 and found <= wanted):
            yield f"has {describe(wanted)} to fill in, and its Welsh {describe(found)}"
            break
    letters = re.sub(r"[\W\d_]", "", PLACEHOLDER.sub("", entry.msgid))
    if letters and entry.msgid in said and entry.msgid not in same_in_both:
        yield "is the same in Welsh (if it is meant to be, name it in locale/same_in_both.txt)"


def describe(found: Counter[str]) -> str:
    return " ".join(sorted(found.elements())) or "nothing"


def faults(
    catalogues: Mapping[str, polib.POFile], said: Mapping[Message, Mapping[str, list[str]]], same_in_both: set[str]
) -> Iterator[str]:
    """One line a fault, the part first."""
    kept: dict[tuple[str, str], tuple[str, polib.POEntry]] = {}
    used = {message.key for message in said}
    for part, catalogue in catalogues.items():
        if catalogue.metadata.get("Plural-Forms") != PLURAL_FORMS:
            yield f"{part}: the header's Plural-Forms is not Django's for Welsh"
        for entry in catalogue:
            for fault in faults_in(entry, same_in_both):
                yield f"{part}: {entry.msgid!r} {fault}"
            if entry.obsolete:
                continue
            if part not in FOREIGN and key(entry) not in used:
                yield f"{part}: {entry.msgid!r} is said nowhere any more (messages --prune takes it out)"
            other, first = kept.setdefault(key(entry), (part, entry))
            if first is not entry and sayings(first) != sayings(entry):
                yield f"{part}: {entry.msgid!r} has other Welsh in {other}"
    for message, parts in sorted(said.items()):
        part = min(parts, key=PARTS.index)
        if message.key not in kept:
            yield f"{part}: {message.text!r} is in no catalogue ({parts[part][0]})"
        elif message.plural and not kept[message.key][1].msgid_plural:
            yield f"{part}: {message.text!r} is said with a plural and kept without one"
