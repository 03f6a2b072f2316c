"""The knowledge base that this installation serves."""

from django.conf import settings

from spinewise.knowledge import KnowledgeBase, load_knowledge


def knowledge() -> KnowledgeBase:
    """The knowledge base; read once per process."""
    return load_knowledge(settings.SPINEWISE_CONTENT)
