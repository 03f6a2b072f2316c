"""People of the knowledge base that is really served, put straight into the record."""

from collections.abc import Mapping

from spinewise.assessment import interview_from_facts
from spinewise.intake import Interview
from spinewise.knowledge import Findings, KnowledgeBase, Value, load_knowledge
from spinewise.records.audit import Audit
from spinewise.records.interviews import latest_interview, store_interview
from tests.web.visitor import Visitor

ORDINARY: Mapping[str, Value] = {
    "age": 64.0,
    "sex": "female",
    "complaint": "pain",
    "regions": frozenset({"low-back"}),
    "onset": "gradual",
    "duration_days": 10.0,
    "pain_nrs": 4.0,
    "minutes_per_day": 20.0,
}


def real_base() -> KnowledgeBase:
    """The knowledge base that is served."""
    return load_knowledge()


def told(visitor: Visitor, changes: Mapping[str, Value] | None = None) -> Interview:
    """A finished check of an ordinary backache, but for ``changes``; what is not said is not there."""
    base = real_base()
    facts = Findings().with_values({**ORDINARY, **(changes or {})})
    interview, _assessment = interview_from_facts(facts, base, closed=True)
    return keep(visitor, interview)


def volunteered(visitor: Visitor, values: Mapping[str, Value]) -> Interview:
    """A finished check of an ordinary backache, with more that was told unasked."""
    return keep(visitor, told(visitor).volunteer(values, real_base()))


def keep(visitor: Visitor, interview: Interview) -> Interview:
    """Store a conversation as it is."""
    assert visitor.person is not None
    store_interview(visitor.person, latest_interview(visitor.person, real_base()), interview, audit=Audit("test"))
    return interview


def kept(visitor: Visitor) -> Findings:
    """What is stored."""
    assert visitor.person is not None
    return latest_interview(visitor.person, real_base()).interview.findings
