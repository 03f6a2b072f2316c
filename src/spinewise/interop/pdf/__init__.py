"""Pages to print: a week, and a letter to the doctor."""

from spinewise.interop.pdf.letter import FIRST_TOLD, Letter, letter_content, letter_pdf, write_letter
from spinewise.interop.pdf.sheet import SheetItem, shared_stops, sheet_content, sheet_pdf
from spinewise.interop.pdf.week import week_content, week_pdf, write_week

__all__ = [
    "FIRST_TOLD",
    "Letter",
    "SheetItem",
    "letter_content",
    "letter_pdf",
    "shared_stops",
    "sheet_content",
    "sheet_pdf",
    "week_content",
    "week_pdf",
    "write_letter",
    "write_week",
]
