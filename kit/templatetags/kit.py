"""Filters and tags of every template: how figures are written, bilingual texts, marks, and parts of forms.

A builtin of the template engine: no `{% load kit %}` is needed.
"""

import datetime
from typing import Any

from django import forms, template
from django.forms.utils import flatatt
from django.template.defaultfilters import stringfilter
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kit import bilingual as pairs
from kit import formats, lists, marks

register = template.Library()

register.filter("money", formats.money)
register.filter("headline_money", formats.headline_money)
register.filter("fte", formats.fte)
register.filter("ratio", formats.ratio)
register.filter("weeks", formats.weeks)
register.filter("months", formats.months)
register.filter("days", formats.days)
register.filter("measure", formats.measure)
register.filter("long_date", formats.date)
register.filter("month_year", formats.month)
register.filter("date_and_time", formats.date_and_time)
register.filter("financial_year", formats.financial_year)


@register.filter
def money_pence(value: formats.Figure | None) -> str:
    return formats.money(value, pence=True)


@register.filter
def number(value: formats.Figure | None, places: int = 0) -> str:
    return formats.number(value, places)


@register.filter
def percent(value: formats.Figure | None, places: int | None = None) -> str:
    return formats.percent(value, places)


@register.filter
def iso(value: datetime.date) -> str:
    """For `<time datetime>`."""
    return value.isoformat()


@register.filter
def evidence_mark(value: str) -> SafeString:
    """The tag that says how well a fact is known."""
    return format_html('<strong class="evidence evidence--{}">{}</strong>', value or "none", formats.evidence(value))


@register.simple_tag(name="bilingual")
def bilingual_text(record: Any, name: str) -> str | SafeString:
    """A text of a pair; where only the other language has it, marked as that language and as not yet translated."""
    found = pairs.reading(record, name)
    if found.translated:
        return found.text
    return format_html(
        '<span lang="{}">{}</span> <span class="untranslated">({})</span>',
        found.language,
        found.text,
        _("not yet translated"),
    )


@register.simple_tag
def withheld() -> SafeString:
    return format_html('<span class="withheld">{}</span>', formats.withheld())


@register.simple_tag(name="mark")
def drawn_mark(value: str, words: Any = "") -> SafeString | str:
    """A swatch and its words: permanent solid, contractor striped, vacant a gap; the words carry the meaning."""
    found = marks.mark_of(value)
    said = words or marks.WORDS.get(found, value)
    if not found:
        return str(said)
    return format_html('<span class="mark"><span class="mark-{}" aria-hidden="true"></span> {}</span>', found, said)


@register.simple_tag(name="rag")
def rag_mark(value: str | None, words: Any = "") -> SafeString:
    """A rating as a word in a shape, then a colour: `{% rag rating %}`; none given is "pending", never green."""
    found = marks.rating_of(value or "")
    said = words or marks.RATINGS[found]
    return format_html('<strong class="rag rag--{}">{}</strong>', found, capital(str(said)))


@register.simple_tag(takes_context=True)
def query(context: template.Context, **changes: Any) -> str:
    """This page's query with some of it changed; None takes a part out: `{% query page=2 download=None %}`."""
    parameters = context["request"].GET.copy()
    for name, value in changes.items():
        if value is None or value == "":
            parameters.pop(name, None)
        else:
            parameters[name] = value
    return f"?{parameters.urlencode()}"


@register.simple_tag(takes_context=True)
def list_url(context: template.Context, view_name: str) -> str:
    """A list's address with the search, sort and page it was left with."""
    return lists.address(context.get("request"), view_name)


@register.simple_tag
def url_if_there(view_name: str, *arguments: Any) -> str:
    """The address of a page, or "" where no such page is installed."""
    try:
        return reverse(view_name, args=arguments)
    except NoReverseMatch:
        return ""


KINDS: list[tuple[type[forms.Widget], str]] = [
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.ClearableFileInput, "file"),
    (forms.FileInput, "file"),
]
CLASSES = {
    "checkbox": "govuk-checkboxes__input",
    "select": "govuk-select",
    "textarea": "govuk-textarea",
    "file": "govuk-file-upload",
    "input": "govuk-input",
}


@register.filter
def widget_kind(field: forms.BoundField) -> str:
    return next((kind for of, kind in KINDS if isinstance(field.field.widget, of)), "input")


@register.filter
def described_by(field: forms.BoundField) -> str:
    """The ids of what says more about a field: its hint, its error, its unit."""
    parts = [
        (bool(field.help_text), "helptext"),
        (bool(field.errors), "error"),
        (bool(getattr(field.field, "suffix", "")), "unit"),
    ]
    return " ".join(f"{field.auto_id}_{part}" for there, part in parts if there)


@register.filter
def error_target(field: forms.BoundField) -> str:
    """The id an error in the summary leads to: the first choice of a set, else the box."""
    subwidgets = field.subwidgets if widget_kind(field) in ("radios", "checkboxes") else []
    return str(subwidgets[0].id_for_label if subwidgets else field.id_for_label or field.auto_id)


@register.filter
def govuk_widget(field: forms.BoundField) -> SafeString:
    """The widget with GOV.UK's classes and what describes it."""
    kind = widget_kind(field)
    attrs = dict(field.field.widget.attrs)
    classes = [CLASSES.get(kind, "govuk-input"), *str(attrs.get("class", "")).split()]
    if field.errors:
        classes.append(f"{CLASSES.get(kind, 'govuk-input')}--error")
    attrs["class"] = " ".join(dict.fromkeys(classes))
    if described := described_by(field):
        attrs["aria-describedby"] = described
    if field.name.endswith(tuple(f"_{language}" for language in pairs.LANGUAGES)):
        # One of a pair: whatever language the page is in, this box holds its own.
        attrs["lang"] = field.name[-2:]
    return field.as_widget(attrs=attrs)


@register.filter
def options(groups: list[tuple[Any, list[dict[str, Any]], int]]) -> SafeString:
    """The inside of a select, from the groups of its widget's context.

    A list of a thousand products is most of what its form costs where a template writes each of them.
    """
    lines = []
    for name, choices, _index in groups:
        within = format_html_join("\n  ", '<option value="{}"{}>{}</option>', map(_option, choices))
        lines.append(format_html('<optgroup label="{}">\n  {}\n  </optgroup>', name, within) if name else within)
    return SafeString("\n  ".join(lines))


def _option(choice: dict[str, Any]) -> tuple[str, str, Any]:
    return str(choice["value"]), flatatt(choice["attrs"]) if choice["attrs"] else "", choice["label"]


@register.simple_tag(takes_context=True)
def error_summary(context: template.Context, form: Any) -> SafeString | str:
    """The summary at the top of the page; the form then leaves out its own."""
    if not getattr(form, "is_bound", False) or not form.errors:
        return ""
    form.summary_is_shown = True
    found = context.template.engine.get_template("django/forms/govuk/_summary.html")  # type: ignore[union-attr]
    return found.render(context.new({"form": form}))


@register.filter
@stringfilter
def capital(text: str) -> str:
    """With a capital letter at the beginning, and the rest left as it is."""
    return text[:1].upper() + text[1:]


@register.filter
def as_list(value: Any) -> list[Any]:
    """One sentence or several, as several."""
    return [value] if isinstance(value, str) else list(value or [])
