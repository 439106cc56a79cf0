"""The list of jobs."""

from typing import Any

import django_tables2 as tables
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from funding.models import Job
from kit import formats
from kit.tables import ChoiceColumn, Table, TextColumn


class KindColumn(ChoiceColumn):
    def render(self, value: Any, record: Any) -> Any:  # type: ignore[override]
        address = reverse("funding:job", args=[record.pk])
        return format_html('<a class="govuk-link" href="{}">{}</a>', address, super().render(value))


class AboutColumn(TextColumn):
    """The appraisal that is drawn; a portfolio's job is about them all."""

    def render(self, value: Any, record: Any) -> str:
        return "" if record.kind == Job.Kind.PORTFOLIO else str(value)

    def value(self, value: Any, record: Any) -> str:
        return self.render(value, record)


class MomentColumn(tables.Column):
    def render(self, value: Any) -> str:
        return formats.date_and_time(value)

    def value(self, value: Any) -> Any:
        return value


class ProgressColumn(tables.Column):
    """Draws done and of how many; the download has the share alone."""

    def render(self, value: int, record: Any) -> str:
        return progress_words(value, record.all_draws)

    def value(self, value: int, record: Any) -> float | None:
        return value / record.all_draws if record.all_draws else None


def progress_words(done: int, draws: int) -> str:
    return _("%(done)s of %(draws)s draws") % {"done": formats.number(done), "draws": formats.number(draws)}


class JobTable(Table):
    kind = KindColumn(verbose_name=gettext_lazy("What"))
    about = AboutColumn(verbose_name=gettext_lazy("Appraisal"), empty_values=(None,))
    state = ChoiceColumn(verbose_name=gettext_lazy("State"))
    done_draws = ProgressColumn(verbose_name=gettext_lazy("Progress"), orderable=False)
    asked_by = tables.Column(verbose_name=gettext_lazy("Asked for by"), orderable=False)
    asked_at = MomentColumn(verbose_name=gettext_lazy("Asked for"))
    ended_at = MomentColumn(verbose_name=gettext_lazy("Ended"))

    class Meta(Table.Meta):
        model = Job
        fields = ("kind", "about", "state", "done_draws", "asked_by", "asked_at", "ended_at")
        order_by = "-asked_at"
