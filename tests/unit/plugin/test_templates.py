"""A template that asks MkDocs for something is left to it; others are told by their text."""

from __future__ import annotations

import jinja2
import pytest

from builder.plugin.templates import read_templates

_FRAME = "{# The page of pages. #}<title>{{ doc.title }}</title>{% include 'pied.html' %}"


def _read(**templates: str) -> dict[str, str] | None:
    files = {f"{name}.html": text for name, text in templates.items()}
    return read_templates(jinja2.Environment(loader=jinja2.DictLoader(files)), ["fiche.html"])  # noqa: S701


def _text(**templates: str) -> str:
    found = _read(**templates)
    assert found is not None
    return found["fiche.html"]


def test_words_of_ours_and_plain_text_ask_for_nothing() -> None:
    """Nor do a comment, a string, an attribute."""
    assert _read(
        fiche='{% extends "cadre.html" %}{{ view.page }} « pages » {{ "nav" }} {{ site.url }}',
        cadre=_FRAME,
        pied='{% from "carte.html" import carte %}{{ carte(view.card) }}',
        carte="{% macro carte(card) %}{{ card.title }}{% endmacro %}",
    )


@pytest.mark.parametrize("part", ["fiche", "pied"])
@pytest.mark.parametrize(
    "text",
    [
        "{{ page.title }}",
        "{% for item in nav %}{{ item }}{% endfor %}",
        "{{ 'a }}' ~ pages|length }}",
        "{{ base_url }}",
        "{{ 'index.html'|url }}",
        "{{ build_date_utc.year }}",
        "{% trans %}Bonjour{% endtrans %}",
    ],
)
def test_a_template_that_needs_mkdocs_is_left_to_it(part: str, text: str) -> None:
    """Wherever it is asked: in the template of a page, or in one that it includes."""
    parts = {"fiche": '{% include "pied.html" %}', "pied": "", part: text}
    parts["fiche"] = f"{parts['fiche']}{{% include 'pied.html' %}}"

    assert _read(**parts) is None


@pytest.mark.parametrize(
    "text",
    [
        "{% include view.template %}",
        "{% include 'a' ~ '.html' %}",
        "{% include ['a.html', 'b.html'] %}",
        "{% extends 'a.html' if view else 'b.html' %}",
        "{% include 'absent.html' %}",
        "{% if %}{{ '",
    ],
)
def test_a_template_that_cannot_be_told_is_left_to_mkdocs(text: str) -> None:
    """One that names another in the course of its work, or is at fault."""
    assert _read(fiche=text, a="", b="") is None


def test_the_text_changes_with_any_part() -> None:
    """Those that a part includes in its turn, too, and their names."""
    frame = '{% extends "cadre.html" %}'

    texts = {
        _text(fiche=frame, cadre=_FRAME, pied="Pied"),
        _text(fiche=frame, cadre=_FRAME, pied="Autre"),
        _text(fiche=frame, cadre=_FRAME + " ", pied="Pied"),
        _text(fiche=frame + " ", cadre=_FRAME, pied="Pied"),
    }

    assert len(texts) == 4


def test_a_template_that_another_page_uses_changes_nothing() -> None:
    """Only what a page is made of."""
    assert _text(fiche="un", autre="deux") == _text(fiche="un", autre="trois")
