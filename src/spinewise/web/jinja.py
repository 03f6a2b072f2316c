"""The template environment: escaping, translation, addresses."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation
from jinja2 import Environment, StrictUndefined

from spinewise.records.people import StoredPerson


def environment(**options: Any) -> Environment:
    """The environment that all templates share."""
    env = Environment(  # noqa: S701 - the settings switch autoescape on, and a test sees to it
        **{**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True},
        extensions=["jinja2.ext.i18n"],
    )
    env.policies["ext.i18n.trimmed"] = True
    env.install_gettext_translations(translation, newstyle=True)  # type: ignore[attr-defined]
    env.globals.update(static=hashed_static, url=_url, link=_link)
    return env


def _url(name: str, *args: Any) -> str:
    return reverse(name, args=args)


def _link(person: StoredPerson | None, name: str, *args: Any) -> str:
    """The address of a page that exists for anybody and for one person."""
    return _url(f"{name}-for", person.id, *args) if person else _url(name, *args)


@cache
def hashed_static(name: str) -> str:
    """The address of a static file, with a hash of its content so that it can be kept for long.

    Raises:
        FileNotFoundError: when there is no such file.
    """
    found = finders.find(name)
    if not isinstance(found, str):
        raise FileNotFoundError(f"no static file {name}")
    digest = hashlib.blake2b(Path(found).read_bytes(), digest_size=6).hexdigest()
    return f"{static(name)}?v={digest}"
