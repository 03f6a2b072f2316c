"""The web application: settings, views, presenters, templates, server."""
