"""The knowledge base: typed records, the condition language, facts, checks and descriptions."""

from spinewise.knowledge.base import KINDS, KINDS_TO_COME, KnowledgeBase
from spinewise.knowledge.completion import applies, complete, read_closed
from spinewise.knowledge.conditions import NOT_APPLICABLE, Condition, Leaf, Value
from spinewise.knowledge.errors import BadInput, BadKnowledge, Problem, SpinewiseError
from spinewise.knowledge.facts import UNSURE, contradictions, findings_from_facts, findings_from_file, read_value
from spinewise.knowledge.findings import Findings
from spinewise.knowledge.loader import CONTENT, load_knowledge, load_with_problems
from spinewise.knowledge.scales import Disposition

__all__ = [
    "CONTENT",
    "KINDS",
    "KINDS_TO_COME",
    "NOT_APPLICABLE",
    "UNSURE",
    "BadInput",
    "BadKnowledge",
    "Condition",
    "Disposition",
    "Findings",
    "KnowledgeBase",
    "Leaf",
    "Problem",
    "SpinewiseError",
    "Value",
    "applies",
    "complete",
    "contradictions",
    "findings_from_facts",
    "findings_from_file",
    "load_knowledge",
    "load_with_problems",
    "read_closed",
    "read_value",
]
