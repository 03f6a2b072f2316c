"""The JSON documents that the commands print, with the keys that others rely on."""

from spinewise.interop.answers.assessment import assessment_document, interview_document
from spinewise.interop.answers.plan import plan_document
from spinewise.interop.answers.words import json_value

__all__ = ["assessment_document", "interview_document", "json_value", "plan_document"]
