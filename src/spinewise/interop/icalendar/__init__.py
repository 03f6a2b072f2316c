"""A week as a calendar file (RFC 5545)."""

from spinewise.interop.icalendar.calendar import calendar_of, write_calendar
from spinewise.interop.icalendar.feed import Look, feed_of_weeks

__all__ = ["Look", "calendar_of", "feed_of_weeks", "write_calendar"]
