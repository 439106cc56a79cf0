"""Who is there, by month, by squad and by post."""

from squads.queries.months import GONE, PRESENT, SOON, MonthlyFTE, fte_by_month, months_from
from squads.queries.posts import latest_states, post_finding
from squads.queries.squads import (
    Staffing,
    Work,
    posts_of,
    squad_finding,
    squads_finding,
    squads_with_fte,
    staffing,
    work_of,
)

__all__ = [
    "GONE",
    "PRESENT",
    "SOON",
    "MonthlyFTE",
    "Staffing",
    "Work",
    "fte_by_month",
    "latest_states",
    "months_from",
    "post_finding",
    "posts_of",
    "squad_finding",
    "squads_finding",
    "squads_with_fte",
    "staffing",
    "work_of",
]
