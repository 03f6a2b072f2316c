"""A week as a page to print."""

from spinewise.interop.pdf.week import week_content, week_pdf, write_week

__all__ = ["week_content", "week_pdf", "write_week"]
