"""Formats that others read and write: one folder for each."""
