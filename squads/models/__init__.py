"""Who does the work: full-time equivalents and dates, never pounds."""

from squads.models.conversions import Conversion, HandoverItem
from squads.models.posts import Post, PostStateChange
from squads.models.roles import Employment, Role
from squads.models.squads import ONE_DAY, Assignment, Squad
from squads.models.wanted import WANTED, WANTED_BY_KEY, WantedRole

__all__ = [
    "ONE_DAY",
    "WANTED",
    "WANTED_BY_KEY",
    "Assignment",
    "Conversion",
    "Employment",
    "HandoverItem",
    "Post",
    "PostStateChange",
    "Role",
    "Squad",
    "WantedRole",
]
