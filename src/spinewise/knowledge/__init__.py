"""The knowledge base: typed records, the condition language, facts, checks and descriptions."""

from spinewise.knowledge.base import KINDS, KINDS_TO_COME, KnowledgeBase
from spinewise.knowledge.compiled import FALSE, TRUE, UNKNOWN, Node, Truths
from spinewise.knowledge.completion import complete, harmless, open_parents, read_closed
from spinewise.knowledge.conditions import NOT_APPLICABLE, Condition, IsOneOf, IsYes, Leaf, Value
from spinewise.knowledge.doses import Dose, DoseRule, dose_at, level_within, usual_dose, usual_level
from spinewise.knowledge.errors import BadInput, BadKnowledge, Problem, SpinewiseError
from spinewise.knowledge.facts import UNSURE, contradictions, findings_from_facts, findings_from_file, read_value
from spinewise.knowledge.findings import NOTHING_HURTS, Findings
from spinewise.knowledge.function import FunctionLevel, function_level
from spinewise.knowledge.loader import CONTENT, load_knowledge, load_with_problems
from spinewise.knowledge.reach import reached_by
from spinewise.knowledge.scales import Disposition
from spinewise.knowledge.truth import Truth
from spinewise.knowledge.yaml_reading import read_yaml_file

__all__ = [
    "CONTENT",
    "FALSE",
    "KINDS",
    "KINDS_TO_COME",
    "NOTHING_HURTS",
    "NOT_APPLICABLE",
    "TRUE",
    "UNKNOWN",
    "UNSURE",
    "BadInput",
    "BadKnowledge",
    "Condition",
    "Disposition",
    "Dose",
    "DoseRule",
    "Findings",
    "FunctionLevel",
    "IsOneOf",
    "IsYes",
    "KnowledgeBase",
    "Leaf",
    "Node",
    "Problem",
    "SpinewiseError",
    "Truth",
    "Truths",
    "Value",
    "complete",
    "contradictions",
    "dose_at",
    "findings_from_facts",
    "findings_from_file",
    "function_level",
    "harmless",
    "level_within",
    "load_knowledge",
    "load_with_problems",
    "open_parents",
    "reached_by",
    "read_closed",
    "read_value",
    "read_yaml_file",
    "usual_dose",
    "usual_level",
]
