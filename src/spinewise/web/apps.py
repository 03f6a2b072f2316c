"""The Django application of the web pages."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, templates and static files."""

    name = "spinewise.web"
    label = "web"
