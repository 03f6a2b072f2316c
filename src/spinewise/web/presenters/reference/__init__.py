"""The reference: every item that people read, on a list and on a page of its own."""
