"""What every test may ask for. The database is the business of private_servers."""

from tests.private_servers import django_db_modify_db_settings, pytest_report_header, pytest_unconfigure

__all__ = ["django_db_modify_db_settings", "pytest_report_header", "pytest_unconfigure"]
