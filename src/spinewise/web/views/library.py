"""The library, for anybody or for one person."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from spinewise.knowledge import Findings
from spinewise.knowledge.records import Intervention
from spinewise.planning import Plan, Why, why_not
from spinewise.records.interviews import latest_interview
from spinewise.records.people import StoredPerson
from spinewise.records.plans import week_of
from spinewise.web.account import Account, account_of
from spinewise.web.knowledge import knowledge
from spinewise.web.presenters.intervention import intervention_view
from spinewise.web.presenters.library import (
    CLAIM_VERDICTS,
    Filters,
    claim_rows,
    condition_rows,
    filter_options,
    shelves,
)
from spinewise.web.presenters.refusal import refusal_view
from spinewise.web.presenters.words import sources
from spinewise.web.views.common import page, person_or_404, today
from spinewise.web.weeks import plan_for, wishes_for

LONGEST_SEARCH = 80
FILTERS = ("family", "complaint", "position", "equipment")


def _who(person: UUID | None) -> tuple[StoredPerson | None, Account | None]:
    """The person with their account, once they have answered anything."""
    if person is None:
        return None, None
    who = person_or_404(person)
    interview = latest_interview(person, knowledge()).interview
    return who, account_of(interview, knowledge()) if interview.answered else None


def _filters(request: HttpRequest) -> Filters:
    text = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    return Filters(text, **{key: request.GET.get(key, "")[:LONGEST_SEARCH] for key in FILTERS})


@require_safe
def library(request: HttpRequest, person: UUID | None = None) -> HttpResponse:
    """All interventions, searched and filtered."""
    who, account = _who(person)
    filters = _filters(request)
    found = shelves(filters, knowledge(), dict(account.interventions) if account else None)
    return page(
        request,
        "library",
        who,
        shelves=found,
        count=sum(len(shelf.rows) for shelf in found),
        open_shelves=filters != Filters(),
        filters=filters,
        options=filter_options(knowledge()),
        shelf="do",
        section="library",
    )


@require_safe
def intervention(request: HttpRequest, item: str, person: UUID | None = None) -> HttpResponse:
    """One intervention with everything that is known of it, and what it means for this person."""
    who, account = _who(person)
    record = knowledge().interventions.get(item)
    if record is None:
        raise Http404
    clearance = account.interventions[item] if account else None
    view = intervention_view(record, knowledge(), clearance, account.findings if account else Findings())
    reason = _why_not(record, who, account) if who and account and account.finished else None
    return page(
        request,
        "intervention",
        who,
        view=view,
        why_not=reason,
        why_sources=sources(reason.sources, knowledge()) if reason else (),
        section="library",
    )


def _why_not(record: Intervention, who: StoredPerson, account: Account) -> Why:
    """Why it stands in this person's week, or does not."""
    stored = week_of(who.id, today())
    plan = plan_for(stored, account, knowledge())
    if not isinstance(plan, Plan):
        return Why(refusal_view(plan, account, knowledge()).says, (), plan.sources)
    wishes = wishes_for(stored, account, knowledge())
    return why_not(record.id, plan, account.cautious, knowledge(), disposition=account.disposition, wishes=wishes)


@require_safe
def claims(request: HttpRequest, person: UUID | None = None) -> HttpResponse:
    """What people say about backs."""
    who, _account = _who(person)
    filters = _filters(request)
    rows = claim_rows(filters, knowledge())
    return page(request, "claims", who, rows=rows, filters=filters, shelf="claims", section="library")


@require_safe
def claim(request: HttpRequest, item: str, person: UUID | None = None) -> HttpResponse:
    """One claim with its verdict."""
    who, _account = _who(person)
    record = knowledge().claims.get(item)
    if record is None:
        raise Http404
    found = sources(record.sources, knowledge())
    return page(request, "claim", who, claim=record, verdict=CLAIM_VERDICTS[record.verdict], sources=found, section="library")


@require_safe
def conditions(request: HttpRequest, person: UUID | None = None) -> HttpResponse:
    """What may be behind back trouble."""
    who, _account = _who(person)
    filters = _filters(request)
    rows = condition_rows(filters, knowledge())
    return page(request, "conditions", who, rows=rows, filters=filters, shelf="conditions", section="library")


@require_safe
def condition(request: HttpRequest, item: str, person: UUID | None = None) -> HttpResponse:
    """One condition in plain words."""
    who, _account = _who(person)
    record = knowledge().conditions.get(item)
    if record is None:
        raise Http404
    return page(request, "condition", who, condition=record, sources=sources(record.sources, knowledge()), section="library")
