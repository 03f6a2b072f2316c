"""Two exercises side by side, and pairs of ways to do the same thing."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from spinewise.web.knowledge import knowledge
from spinewise.web.presenters.compare import choices, side_view
from spinewise.web.presenters.positions import pair_view
from spinewise.web.views.common import page
from spinewise.web.views.reader import reader_of

LONGEST_ID = 80


@require_safe
def compare(request: HttpRequest, person: UUID | None = None) -> HttpResponse:
    """The exercises ``?a=`` and ``?b=``; without them a form to choose. A name that is not there counts as not chosen."""
    reader = reader_of(person)
    names = {key: request.GET.get(key, "")[:LONGEST_ID] for key in ("a", "b")}
    found = [side_view(name, knowledge(), reader.account) for name in names.values()]
    sides = [side for side in found if side is not None]
    pairs = [pair_view(one, knowledge()) for one in knowledge().contrasts.values()]
    return page(
        request,
        "compare",
        reader.person,
        sides=sides if len(sides) == len(names) else [],
        chosen=names,
        choices=choices(knowledge()),
        pairs=pairs,
        section="library",
    )
