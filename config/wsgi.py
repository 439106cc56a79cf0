"""The door a web server comes in by."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
# What starting up has made stays for good: a collection that walks it again would hold up whoever is waiting.
gc.collect()
gc.freeze()
