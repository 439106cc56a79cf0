"""The list of posts that nobody fills."""

import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from kit import formats
from kit.columns import FigureColumn
from kit.tables import (
    BilingualLinkColumn,
    ChoiceColumn,
    DateColumn,
    EvidenceColumn,
    FTEColumn,
    Table,
)
from squads.models import Post


class DaysColumn(FigureColumn):
    """A span of time in whole days. `if_none`: what to say where there is none to count."""

    def __init__(self, *, if_none: Any = None, **options: Any) -> None:
        super().__init__(**options)
        self.if_none = if_none

    def write(self, value: datetime.timedelta | None) -> str:
        if value is None and self.if_none is not None:
            return str(self.if_none)
        return formats.number(None if value is None else value.days)

    def value(self, value: Any, table: Any) -> Any:
        return None if value is None else value.days


class VacancyTable(Table):
    role = BilingualLinkColumn("squads:post", accessor="role__name", verbose_name=_("Role"))
    squad = BilingualLinkColumn("squads:squad", key="squad_id", accessor="squad__name", verbose_name=_("Squad"))
    vacant_for = DaysColumn(verbose_name=_("Days empty"), if_none="–")
    vacant_since = DateColumn(verbose_name=_("Empty since"), if_none=_("not wanted yet"))
    state = ChoiceColumn(verbose_name=_("Stage"))
    in_state = DaysColumn(verbose_name=_("Days at this stage"))
    state_since = DateColumn(verbose_name=_("At this stage since"))
    planned_from = DateColumn(verbose_name=_("Planned from"))
    fte = FTEColumn(verbose_name=_("FTE"), total=True)
    employment = ChoiceColumn(verbose_name=_("Employment"))
    evidence = EvidenceColumn()

    class Meta(Table.Meta):
        model = Post
        fields = (
            "role",
            "squad",
            "vacant_for",
            "vacant_since",
            "state",
            "in_state",
            "state_since",
            "planned_from",
            "fte",
            "employment",
            "evidence",
        )
        order_by = "-vacant_for"
