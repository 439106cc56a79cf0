"""Lessons: the list and the form."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.views import EditPage, ListPage, NewUnderPage
from portfolio.filters.lessons import LessonFilter
from portfolio.forms.lessons import LessonForm
from portfolio.models import Lesson, Product
from portfolio.tables.lessons import LessonTable
from portfolio.views.logs import ProductLogs
from portfolio.views.tab import Happened, RowHistory, UnderTab


class LessonList(ListPage):
    permission = "portfolio.view_product"
    template_name = "portfolio/list.html"
    model = Lesson
    table_class = LessonTable
    filterset_class = LessonFilter
    title = _("Lessons")
    empty_text = _("No lesson yet. One is written down on its product's page, under Decisions and lessons.")

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("product")


class LessonNew(Happened, UnderTab, NewUnderPage):
    happened = ("learnt_on",)
    permission = "portfolio.change_product"
    template_name = "portfolio/row_edit.html"
    part = ProductLogs.title
    model = Lesson
    form_class = LessonForm
    parent_model, parent_field, parent_url_name = Product, "product", "portfolio:product_logs"
    title_new = _("Write down a lesson")
    saved_message = _("The lesson has been written down.")

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"learnt_on": timezone.localdate(), "phase": self.object.product.phase}


class LessonEdit(Happened, UnderTab, EditPage):
    happened = ("learnt_on",)
    permission = "portfolio.change_product"
    template_name = "portfolio/row_edit.html"
    part = ProductLogs.title
    model = Lesson
    form_class = LessonForm
    title_edit = _("Change the lesson")
    saved_message = _("The lesson has been saved.")

    def get_success_url(self) -> str:
        return reverse("portfolio:product_logs", args=[self.object.product_id])

    def get_cancel_url(self) -> str:
        return self.get_success_url()


class LessonHistory(RowHistory):
    model = Lesson
    part, part_url_name = ProductLogs.title, "portfolio:product_logs"
