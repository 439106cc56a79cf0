"""Who does the work: full-time equivalents and dates, never pounds."""

from squads.models.conversions import Conversion, HandoverItem
from squads.models.posts import Post, PostStateChange
from squads.models.roles import Employment, Role
from squads.models.squads import ONE_DAY, Assignment, Squad

__all__ = [
    "ONE_DAY",
    "Assignment",
    "Conversion",
    "Employment",
    "HandoverItem",
    "Post",
    "PostStateChange",
    "Role",
    "Squad",
]
