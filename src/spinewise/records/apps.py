"""The Django application of the records."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """People, interviews, plans, audit trail."""

    name = "spinewise.records"
    label = "records"
    default_auto_field = "django.db.models.BigAutoField"
