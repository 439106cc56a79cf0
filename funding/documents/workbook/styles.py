"""How cells look. What a colour says is also said in words on the Guide, and every input cell has a border."""

from __future__ import annotations

from typing import Any

from funding.documents.workbook.kinds import number_format

# Style -> what it adds. An input is unlocked; nothing else is.
LOOKS: dict[str, dict[str, Any]] = {
    "": {},
    "title": {"bold": True, "font_size": 16},
    "subtitle": {"font_size": 11, "font_color": "#505A5F"},
    "heading": {"bold": True, "font_size": 12, "bottom": 1},
    "column": {"bold": True, "text_wrap": True, "bottom": 1},
    "head": {"bold": True, "bg_color": "#F3F2F1"},
    "unit": {"font_color": "#505A5F"},
    "note": {"text_wrap": True},
    "input": {"locked": False, "bg_color": "#FFF7BF", "font_color": "#0B0C0C", "border": 1},
    "brought": {"font_color": "#00703C"},
    "supplied": {"font_color": "#505A5F", "italic": True},
    "static": {"font_color": "#505A5F", "italic": True},
    "total": {"bold": True},
    "key": {"font_color": "#505A5F"},
    "strong": {"bold": True},
    "left": {"bold": True, "align": "left"},
    # On the Guide: how an input looks, in a cell that is none.
    "key_input": {"bg_color": "#FFF7BF", "font_color": "#0B0C0C", "border": 1},
}


WRAPPED = frozenset(style for style, look in LOOKS.items() if look.get("text_wrap"))


class Styles:
    """Each look with each number format is made once."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.made: dict[tuple[str, str], Any] = {}

    def of(self, style: str, kind: str = "label", written: str = "") -> Any:
        """`written` is a number format of its own, instead of the kind's."""
        pattern = written or number_format(kind)
        if (style, pattern) not in self.made:
            self.made[style, pattern] = self.book.add_format({"valign": "top", **LOOKS[style], "num_format": pattern})
        return self.made[style, pattern]
