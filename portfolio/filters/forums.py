"""What the list of boards and groups can be narrowed by."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kit.filters import ListFilter
from portfolio.models import Forum, Organisation


class ForumFilter(ListFilter):
    search_pairs = ["name"]
    stopped = django_filters.ChoiceFilter(
        label=_("Does it meet"),
        choices=[("no", _("has stopped meeting")), ("yes", _("meets"))],
        method="that_meet",
    )
    member = django_filters.ModelChoiceFilter(
        queryset=Organisation.objects.filter(forum_memberships__isnull=False).distinct(),
        label=_("Has as a member"),
        method="with_member",
    )

    class Meta:
        model = Forum
        fields = ["kind", "stopped", "member"]

    def that_meet(self, rows: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        return rows.filter(stopped=value == "no")

    def with_member(self, rows: QuerySet[Any], name: str, member: Organisation) -> QuerySet[Any]:
        # Apart from the count of members, which a join would change.
        return rows.filter(pk__in=member.forum_memberships.values("forum"))
