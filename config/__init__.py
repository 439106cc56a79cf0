"""Settings, addresses and the doors. The tasks of every room are bound to this one Celery app."""

from config.celery import app as celery_app

__all__ = ["celery_app"]
