"""Emergency numbers by country. 112 works from mobile phones in most of the world and is the answer when we do not know."""

from dataclasses import dataclass

DEFAULT_NUMBER = "112"


@dataclass(frozen=True, slots=True)
class Country:
    """A country with its number for an ambulance."""

    code: str
    name: str
    number: str


COUNTRIES = (
    Country("AU", "Australia", "000"),
    Country("AT", "Austria", "112"),
    Country("BE", "Belgium", "112"),
    Country("CA", "Canada", "911"),
    Country("DK", "Denmark", "112"),
    Country("FI", "Finland", "112"),
    Country("FR", "France", "112"),
    Country("DE", "Germany", "112"),
    Country("IN", "India", "112"),
    Country("IE", "Ireland", "112"),
    Country("IT", "Italy", "112"),
    Country("JP", "Japan", "119"),
    Country("NL", "Netherlands", "112"),
    Country("NZ", "New Zealand", "111"),
    Country("NO", "Norway", "113"),
    Country("PL", "Poland", "112"),
    Country("PT", "Portugal", "112"),
    Country("ES", "Spain", "112"),
    Country("SE", "Sweden", "112"),
    Country("CH", "Switzerland", "144"),
    Country("GB", "United Kingdom", "999"),
    Country("US", "United States", "911"),
)
CODES = frozenset(country.code for country in COUNTRIES)


def emergency_number(country: str) -> str:
    """The number to call, by two-letter code; the general one for a country that is not listed."""
    return next((one.number for one in COUNTRIES if one.code == country), DEFAULT_NUMBER)
