"""Views: read the request, ask the rooms, hand records to presenters. Nothing is decided here."""
