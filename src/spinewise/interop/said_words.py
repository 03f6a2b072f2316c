"""Answers in plain English, for the formats that leave the machine."""

from spinewise.knowledge import KnowledgeBase, Value

_DURATION = "duration_days"
_UNITS = ((730.0, 365.25, "year"), (61.0, 30.4375, "month"), (14.0, 7.0, "week"), (1.0, 1.0, "day"))


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def said_words(finding: str, value: Value | None, base: KnowledgeBase) -> str:
    """A value as a person would say it; ``None`` is "not sure"."""
    if value is None:
        return "not sure"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, frozenset):
        options = [option for option in base.findings[finding].option_values if option in value]
        return ", ".join(base.option_name(finding, option) for option in options) or "none of these"
    if isinstance(value, str):
        return base.option_name(finding, value) if value in base.findings[finding].option_values else "does not apply"
    return _time(value) if finding == _DURATION else _amount(finding, value, base)


def _time(days: float) -> str:
    for least, length, name in _UNITS:
        if days >= least:
            number = round(days / length)
            return f"{number} {name}{'' if number == 1 else 's'}"
    return "less than a day"


def _amount(finding: str, value: float, base: KnowledgeBase) -> str:
    unit = base.unit_of(finding)
    if unit in ("points", "score"):
        return f"{value:g} of {base.findings[finding].max or 10:g}"
    return f"{value:g} {unit[:-1] if value == 1 and unit.endswith('s') else unit}".strip()
