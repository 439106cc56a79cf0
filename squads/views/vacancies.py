"""Posts that nobody fills, the oldest first, and the stages of their recruitment."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kit.views import ListPage
from squads.charts.stages import stages_chart
from squads.filters.vacancies import VacancyFilter
from squads.models import Post
from squads.queries.vacancies import hiring_of, vacancies, vacancies_finding, vacancies_of
from squads.tables.vacancies import VacancyTable


class VacancyList(ListPage):
    permission = "squads.view_squad"
    model = Post
    table_class = VacancyTable
    filterset_class = VacancyFilter
    title = _("Empty posts")
    empty_text = _("No post is empty: somebody is in each of those that are planned.")
    template_name = "squads/vacancies.html"

    def get_queryset(self) -> Any:
        return vacancies(super().get_queryset(), on=timezone.localdate()).select_related("squad", "role")

    def finding(self, rows: Any) -> Any:
        chosen = Post.objects.filter(pk__in=rows.order_by().values("pk")) if self.is_narrowed else self._every()
        self.found = vacancies_of(chosen, on=timezone.localdate())
        return vacancies_finding(self.found)

    def get_context(self) -> dict[str, Any]:
        if getattr(self.request, "htmx", False):
            return {}
        on, every = timezone.localdate(), self._every()
        found = vacancies_of(every, on=on) if self.is_narrowed else self.found
        return {"chart": stages_chart(found) if found.posts else None, "hiring": hiring_of(every, on=on)}

    def _every(self) -> Any:
        return Post.objects.visible_to(self.request.user)

    @property
    def is_narrowed(self) -> bool:
        return any(self.request.GET.get(name) for name in VacancyFilter.base_filters)
