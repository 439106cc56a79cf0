"""Lessons: the list and the form."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.views import EditPage, HistoryPage, ListPage, NewUnderPage
from portfolio.filters.lessons import LessonFilter
from portfolio.forms.lessons import LessonForm
from portfolio.models import Lesson, Product
from portfolio.tables.lessons import LessonTable


class LessonList(ListPage):
    permission = "portfolio.view_product"
    model = Lesson
    table_class = LessonTable
    filterset_class = LessonFilter
    title = _("Lessons")
    empty_text = _("No lesson yet. One is written down on its product's page, under Decisions and lessons.")

    def get_queryset(self) -> Any:
        return super().get_queryset().select_related("product")


class LessonNew(NewUnderPage):
    permission = "portfolio.change_product"
    model = Lesson
    form_class = LessonForm
    parent_model, parent_field, parent_url_name = Product, "product", "portfolio:product_logs"
    title_new = _("Write down a lesson")
    saved_message = _("The lesson has been written down.")

    def get_initial(self) -> dict[str, Any]:
        return super().get_initial() | {"learnt_on": timezone.localdate(), "phase": self.object.product.phase}


class LessonEdit(EditPage):
    permission = "portfolio.change_product"
    model = Lesson
    form_class = LessonForm
    title_edit = _("Change the lesson")

    def get_success_url(self) -> str:
        return reverse("portfolio:product_logs", args=[self.object.product_id])

    def get_cancel_url(self) -> str:
        return self.get_success_url()


class LessonHistory(HistoryPage):
    permission = "portfolio.view_product"
    model = Lesson

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = super().get_context_data(**kwargs)
        return found | {"detail_url": reverse("portfolio:product_logs", args=[found["object"].product_id])}
