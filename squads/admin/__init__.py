"""The administration site's pages of roles, squads and posts."""

from squads.admin import conversions, posts, squads

__all__ = ["conversions", "posts", "squads"]
