"""The administration site's pages of roles, squads and posts."""

from squads.admin import posts, squads

__all__ = ["posts", "squads"]
