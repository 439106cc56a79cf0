"""Work in the background. One machine needs no broker: the word that there is work is passed in a folder."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
app = Celery("cynnal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
