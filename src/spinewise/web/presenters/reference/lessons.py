"""The lesson that belongs to an intervention."""

from spinewise.knowledge import KnowledgeBase
from spinewise.knowledge.records import Intervention
from spinewise.web.presenters.reference.sections import Ref


def lesson_of(item: Intervention, base: KnowledgeBase) -> Ref | None:
    """The lesson to read, for an education item."""
    lesson = base.lessons.get(item.lesson)
    return Ref("lesson", lesson.id, lesson.asks) if lesson else None
