"""What workers do. Each task may be sent twice, or be killed at any point: see `funding.models.jobs`."""

from funding.tasks.drawing import close, resume, work

__all__ = ["close", "resume", "work"]
