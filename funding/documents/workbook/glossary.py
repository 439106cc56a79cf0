"""Every word of the model in both languages, side by side."""

from __future__ import annotations

from django.utils import translation
from django.utils.translation import gettext as _

from funding import vocabulary
from funding.documents.workbook.grid import Sheet
from funding.vocabulary.terms import Words

WORD_CY, WORD_EN, MEANING_CY, MEANING_EN = range(4)


def glossary_sheet(name: str) -> Sheet:
    sheet = Sheet(name, title=_("Glossary"))
    sheet.widths = {WORD_CY: 44, WORD_EN: 44, MEANING_CY: 80, MEANING_EN: 80}
    sheet.line = 4
    for column, words in (
        (WORD_CY, "Cymraeg"),
        (WORD_EN, "English"),
        (MEANING_CY, "Ystyr"),
        (MEANING_EN, "Meaning"),
    ):
        sheet.put(column, words, "column")
    sheet.frozen = (4, 0)
    sheet.line = 5
    said: set[str] = set()
    for word, meaning in _entries():
        english = _in("en", word)
        if english in said:
            continue
        said.add(english)
        sheet.put(WORD_CY, _in("cy", word), "note")
        sheet.put(WORD_EN, english, "note")
        sheet.put(MEANING_CY, _in("cy", meaning), "note")
        sheet.put(MEANING_EN, _in("en", meaning), "note")
        sheet.line += 1
    return sheet


def _entries() -> list[tuple[Words, Words]]:
    models = [(one.name, one.description) for one in vocabulary.FUNDING_MODELS.values()]
    inputs = [(vocabulary.label(path), vocabulary.help_text(path)) for path in vocabulary.paths()]
    figures: list[tuple[Words, Words]] = [(one.label, one.help) for one in vocabulary.FIGURES.values()]
    categories: list[tuple[Words, Words]] = [(words, "") for words in vocabulary.CATEGORIES.values()]
    return [*models, *figures, *categories, *inputs]


def _in(language: str, words: Words) -> str:
    with translation.override(language):
        return str(words)
