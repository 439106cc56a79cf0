"""The administration site."""

from django.contrib.admin.apps import AdminConfig


class CynnalAdmin(AdminConfig):
    """Django's own site; what each role may do there is decided by `accounts.roles`, as everywhere else."""
