"""A week as a calendar file (RFC 5545)."""

from spinewise.interop.icalendar.calendar import calendar_of, write_calendar

__all__ = ["calendar_of", "write_calendar"]
