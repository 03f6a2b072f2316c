"""Things to do: the list and the pages of the interventions, for anybody or for one person."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from spinewise.knowledge import Disposition, Findings
from spinewise.knowledge.records import Intervention
from spinewise.planning import Plan, Why, why_not
from spinewise.records.plans import week_of
from spinewise.records.search import Query, search
from spinewise.web.account import Account
from spinewise.web.knowledge import knowledge
from spinewise.web.presenters.intervention import intervention_view
from spinewise.web.presenters.ladder import Standing
from spinewise.web.presenters.library import Filters, filter_options, shelves
from spinewise.web.presenters.reference.kinds import kind_text
from spinewise.web.presenters.refusal import refusal_view
from spinewise.web.presenters.words import sources
from spinewise.web.views.common import page, today
from spinewise.web.views.reader import Reader, reader_of
from spinewise.web.weeks import doses_now, plan_for, wishes_for

LONGEST_SEARCH = 80
FILTERS = ("family", "complaint", "position", "equipment")
KIND = "intervention"


def things(request: HttpRequest, person: UUID | None) -> HttpResponse:
    """All interventions, searched and filtered."""
    reader = reader_of(person)
    filters = _filters(request)
    found = shelves(filters, knowledge(), reader.account.interventions if reader.account else None, _found(filters))
    return page(
        request,
        "things",
        reader.person,
        text=kind_text(KIND),
        shelves=found,
        count=sum(len(shelf.rows) for shelf in found),
        open_shelves=filters != Filters(),
        filters=filters,
        options=filter_options(knowledge()),
        shelf=KIND,
        section="library",
        own_search=True,
    )


def _filters(request: HttpRequest) -> Filters:
    text = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    return Filters(text, **{key: request.GET.get(key, "")[:LONGEST_SEARCH] for key in FILTERS})


def _found(filters: Filters) -> tuple[str, ...] | None:
    if not filters.text:
        return None
    found = search(Query(filters.text, KIND), knowledge(), len(knowledge().interventions))
    return tuple(hit.id for hit in found.hits)


def intervention(request: HttpRequest, record: Intervention, person: UUID | None) -> HttpResponse:
    """One intervention with everything that is known of it, and what it means for this person."""
    reader = reader_of(person)
    account = reader.account
    clearance = account.interventions[record.id] if account else None
    findings = account.findings if account else Findings()
    view = intervention_view(record, knowledge(), clearance, findings, _standing(record, reader))
    reason = _why_not(record, reader, account) if account and _may_tell(reader, account) else None
    return page(
        request,
        "intervention",
        reader.person,
        view=view,
        why_not=reason,
        why_sources=sources(reason.sources, knowledge()) if reason else (),
        section="library",
    )


def _may_tell(reader: Reader, account: Account) -> bool:
    """May the page say how it stands with the week?"""
    return account.finished and (reader.looked or account.disposition >= Disposition.SAME_DAY)


def _standing(record: Intervention, reader: Reader) -> Standing | None:
    """The dose of this person now, where the thing may be offered to them at all."""
    account = reader.account
    if reader.person is None or account is None or not _may_tell(reader, account):
        return None
    if account.disposition >= Disposition.SAME_DAY or not account.interventions[record.id].offered:
        return None
    stored = week_of(reader.person.id, today())
    planned = doses_now(stored, account, knowledge())[record.id]
    begun = any(one.intervention == record.id for one in stored.happened)
    return Standing(planned, begun, account.interventions)


def _why_not(record: Intervention, reader: Reader, account: Account) -> Why | None:
    """Why it stands in this person's week, or does not."""
    if reader.person is None:
        return None
    stored = week_of(reader.person.id, today())
    plan = plan_for(stored, account, knowledge())
    if not isinstance(plan, Plan):
        return Why(refusal_view(plan, account, knowledge()).says, (), plan.sources)
    wishes = wishes_for(stored, account, knowledge())
    return why_not(record.id, plan, account.cautious, knowledge(), disposition=account.disposition, wishes=wishes)
