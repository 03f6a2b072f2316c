"""Red flags: how soon somebody should be seen, with reasons and with what is still unknown."""

from spinewise.triage.triage import Because, Reason, Triage, Undecided, open_levels, triage, undecided

__all__ = ["Because", "Reason", "Triage", "Undecided", "open_levels", "triage", "undecided"]
