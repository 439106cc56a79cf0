"""Which messages the code and the templates say.

For `manage.py messages` alone: it needs Babel, which only developers have.
"""

import io
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from babel.messages.extract import extract
from django.apps import apps
from django.utils.translation.template import templatize

from kit.catalogues import Message

SINGULAR, PLURAL = (1,), (1, 2)
IN_CONTEXT, PLURAL_IN_CONTEXT = ((1, "c"), 2), ((1, "c"), 2, 3)
KEYWORDS = {
    **dict.fromkeys(["_", "gettext", "gettext_lazy", "gettext_noop"], SINGULAR),
    **dict.fromkeys(["ngettext", "ngettext_lazy"], PLURAL),
    **dict.fromkeys(["pgettext", "pgettext_lazy"], IN_CONTEXT),
    **dict.fromkeys(["npgettext", "npgettext_lazy"], PLURAL_IN_CONTEXT),
}
# Where a folder's messages are kept when its name is not the part's: allauth names its pages itself, say.
ELSEWHERE = {"funding/engine": "engine", "templates/account": "accounts", "config": "base"}


def part_of(path: str, rooms: set[str]) -> str:
    """The part of the catalogue that the messages of this file belong to."""
    for folder, part in ELSEWHERE.items():
        if path.startswith(f"{folder}/"):
            return part
    words = path.split("/")
    room = words[1] if words[0] == "templates" else words[0]
    return room if room in rooms else "base"


def sources(root: Path) -> Iterator[tuple[str, Path]]:
    """Every file of ours that may hold messages, with the part it belongs to."""
    rooms = {config.label for config in apps.get_app_configs() if Path(config.path).parent == root}
    folders = [root / name for name in sorted({*rooms, "config", "templates"})]
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(root).as_posix()
            if path.suffix in (".py", ".html", ".txt") and "/migrations/" not in name and path.is_file():
                yield part_of(name, rooms), path


def messages_in(path: Path) -> Iterator[Message]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        if "gettext" not in text:
            return
    elif "trans" in text or "_(" in text:
        # What Django leaves of a template is Python enough to be read as such, but for its indentation.
        text = "\n".join(line.lstrip() for line in templatize(text, origin=str(path)).splitlines())
    else:
        return
    for _line, said, _comments, context in extract("python", io.BytesIO(text.encode()), keywords=KEYWORDS):
        words = (said, "") if isinstance(said, str) else said
        if words[0]:
            yield Message(words[0], words[1], context or "")


def extracted(root: Path) -> dict[Message, dict[str, list[str]]]:
    """Every message, with the parts that say it and in which of their files."""
    found: dict[Message, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for part, path in sources(root):
        for message in messages_in(path):
            found[message][part].append(path.relative_to(root).as_posix())
    return found
