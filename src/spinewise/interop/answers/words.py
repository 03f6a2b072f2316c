"""Values as JSON."""

from spinewise.knowledge import Value

Json = dict[str, "Json"] | list["Json"] | str | float | bool | None


def json_value(value: Value | None) -> Json:
    """A value of a finding as JSON: lists sorted, whole numbers without a fraction."""
    if isinstance(value, frozenset):
        options: list[Json] = [*sorted(value)]
        return options
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
