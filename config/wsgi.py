"""The door a web server comes in by."""

import gc
import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
# Every page's module is read now, not while somebody waits for the first of them.
get_resolver().url_patterns  # noqa: B018 (being asked is what reads them)
# What starting up has made stays for good: a collection that walks it again would hold up whoever is waiting.
gc.collect()
gc.freeze()
# A form with a thousand products to choose from makes more than Python's 700 things between collections, and so would
# have all the templates walked as well every ninth time it is asked for.
gc.set_threshold(10_000)
