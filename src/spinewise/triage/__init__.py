"""Red flags: how soon somebody should be seen, with reasons and with what is still unknown."""

from spinewise.triage.clearing import since_clearance
from spinewise.triage.nets import safety_nets
from spinewise.triage.over_time import Checked, Cleared, Corrected, Event, Fallen, Occasion, Standing, standing_disposition
from spinewise.triage.triage import (
    Because,
    DangerLevel,
    Reason,
    Triage,
    Undecided,
    danger_levels,
    disposition_of,
    open_levels,
    triage,
    undecided,
)

__all__ = [
    "Because",
    "Checked",
    "Cleared",
    "Corrected",
    "DangerLevel",
    "Event",
    "Fallen",
    "Occasion",
    "Reason",
    "Standing",
    "Triage",
    "Undecided",
    "danger_levels",
    "disposition_of",
    "open_levels",
    "safety_nets",
    "since_clearance",
    "standing_disposition",
    "triage",
    "undecided",
]
