"""Contraindications and precautions: the last word on every intervention for a person."""

from spinewise.safety.safety import Clearance, Ground, Verdict, clear, clear_one

__all__ = ["Clearance", "Ground", "Verdict", "clear", "clear_one"]
