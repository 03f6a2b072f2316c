"""Words for sources: what kind they are, and how far somebody has checked them."""

from django.utils.translation import gettext_lazy as _

from spinewise.knowledge.records import Source

KIND_HEADINGS = {
    "guideline": _("Guidelines"),
    "systematic-review": _("Systematic reviews"),
    "trial": _("Trials"),
    "cohort": _("Studies that followed people over time"),
    "cross-sectional": _("Studies at one point in time"),
    "case-series": _("Case series"),
    "laboratory": _("Laboratory studies"),
    "official-page": _("Official pages"),
    "instrument": _("Questionnaires and scales"),
    "consensus": _("Agreements of experts"),
    "book": _("Books"),
    "review": _("Reviews"),
    "other": _("Other"),
}
KIND_WORDS = {
    "guideline": _("Guideline"),
    "systematic-review": _("Systematic review"),
    "trial": _("Trial"),
    "cohort": _("Study that followed people over time"),
    "cross-sectional": _("Study at one point in time"),
    "case-series": _("Case series"),
    "laboratory": _("Laboratory study"),
    "official-page": _("Official page"),
    "instrument": _("Questionnaire or scale"),
    "consensus": _("Agreement of experts"),
    "book": _("Book"),
    "review": _("Review"),
    "other": _("Other"),
}
CHECKED_WORDS = {
    "full-abstract": _("We read the summary."),
    "excerpt": _("We read a part."),
    "bibliographic-only": _("We only checked that it exists."),
    "from-memory": _("Nobody has looked this up yet."),
}


def address_of(source: Source) -> str:
    """Where a source can be read, or an empty text."""
    return source.url or (f"https://doi.org/{source.doi}" if source.doi else "")
