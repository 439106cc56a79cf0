"""Who is there, by month, by squad and by post."""

from squads.queries.months import GONE, PRESENT, SOON, MonthlyFTE, fte_by_month, months_from
from squads.queries.posts import goes_on, post_finding
from squads.queries.squads import (
    PostRow,
    Staffing,
    Work,
    posts_in_words,
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
    "PostRow",
    "Staffing",
    "Work",
    "fte_by_month",
    "goes_on",
    "months_from",
    "post_finding",
    "posts_in_words",
    "posts_of",
    "squad_finding",
    "squads_finding",
    "squads_with_fte",
    "staffing",
    "work_of",
]
