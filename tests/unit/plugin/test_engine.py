"""Our templates print what Jinja prints by itself, and nothing that a browser would run."""

from __future__ import annotations

from functools import lru_cache

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from builder.plugin.engine import set_up

_TEMPLATES = {
    "layout.html": "<title>{{ text }}</title>{% block body %}{{ text }}{% endblock %}",
    "macro.html": "{% macro one(text, more='') %}<b>{{ text }}</b>{{ more }}{% endmacro %}",
    "call.html": "{% macro two(text) %}<b>{{ text }}</b>{{ caller() }}{% endmacro %}",
    "part.html": "<i>{{ text }}</i>",
}
_BODIES = [
    "{{ text }}{{ text|safe }}{{ number }}{{ safe }}{{ absent }}{{ safe ~ text }}{{ '<' ~ text }}",
    "{% from 'macro.html' import one %}{{ one(text) }}{{ one(text, one(text))|upper }}",
    "{% set kept %}<u>{{ text }}</u>{% endset %}{{ kept }}{{ kept ~ text }}",
    "{% filter upper %}<u>{{ text }}</u>{% endfilter %}",
    "{% from 'call.html' import two %}{% call two(text) %}{{ text }}{% endcall %}",
    "{% include 'part.html' %}{{ [text, safe]|join(text) }}",
    "{% extends 'layout.html' %}{% block body %}{{ super() }}{{ text }}{% endblock %}",
    "{% for each in [text, safe] recursive %}{{ each }}{% endfor %}{{ text|replace('a', safe) }}",
    "{% autoescape false %}{{ text }}{% endautoescape %}",
    "{% autoescape number %}{{ text }}{% endautoescape %}",
]


@lru_cache
def _template(body: str, *, is_ours: bool) -> jinja2.Template:
    env = jinja2.Environment(loader=jinja2.DictLoader(_TEMPLATES), autoescape=True)
    if is_ours:
        set_up(env)
    return env.from_string(body)


@pytest.mark.parametrize("body", _BODIES)
@given(st.text(st.sampled_from("a<>&'\" é") | st.characters(), max_size=9))
def test_templates_print_what_they_would_without_us(body: str, text: str) -> None:
    """Whatever the text, and wherever it stands."""
    given = {"text": text, "safe": Markup("<p>{}</p>").format(text), "number": 1}
    ours, jinjas = _template(body, is_ours=True), _template(body, is_ours=False)

    assert ours.render(given) == jinjas.render(given)


def test_what_is_printed_once_serves_again_for_the_same_alone() -> None:
    """A text that says that it is safe is another than the same text that does not."""
    env = jinja2.Environment(loader=jinja2.DictLoader(_TEMPLATES))  # noqa: S701 (set up below)
    set_up(env)
    body = "{% from 'macro.html' import one %}{{ once(one, text) }}{{ once(one, text) }}"
    page = env.from_string(body)

    assert page.render(text=Markup("<p>")) == "<b><p></b>" * 2
    assert page.render(text="<p>") == "<b>&lt;p&gt;</b>" * 2
    assert page.render(text="a") == "<b>a</b>" * 2
