"""The same settings, made quick and quiet for the tests."""

# First: it says in the environment, which the settings read, where the tests' own database is.
import tests.private_servers  # noqa: F401

# isort: split
from config.settings import *

SECRET_KEY = "tests only"
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Static files are found where they are written; a server that is started in the middle of the tests gathers its own.
STATIC_ROOT = None  # type: ignore[assignment]
