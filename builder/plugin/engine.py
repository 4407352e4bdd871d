"""The template engine, set up for our templates: it escapes all that it prints, and is quick at it.

Jinja makes an object of each value that it escapes, which says that it is safe, then joins them
all: a fifth of the time of a page. Plain text serves as well. What it keeps of a page (a macro, a
block), it says to be safe itself.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Environment, nodes
    from jinja2.compiler import Frame

_REMEMBERED = 4_096
"""Calls of `once` that are kept, of a kilobyte each: a fiche stands in half a dozen lists."""


def set_up(env: Environment) -> None:
    """Have templates escape by default, and give them `once(macro, …)`, which calls a macro.

    For the same arguments it is called one time only: what it prints must depend on nothing else.
    """
    env.autoescape = True
    env.code_generator_class = PlainOutput
    env.globals["once"] = lru_cache(_REMEMBERED, typed=True)(_call)


def escape_text(value: object) -> str:
    """Escape a value, as Jinja does, unless it says that it is safe."""
    if type(value) is str:
        return (
            value.replace("&", "&amp;")
            .replace(">", "&gt;")
            .replace("<", "&lt;")
            .replace("'", "&#39;")
            .replace('"', "&#34;")
        )
    return value if type(value) is Markup else escape(value)


class PlainOutput(CodeGenerator):
    """Compiles templates that print plain text, wherever Jinja knows that it must escape."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 (Jinja's)
        """Write a template, and where it finds what escapes."""
        self.writeline(f"from {__name__} import {escape_text.__name__}")
        super().visit_Template(node, frame)

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write(f"{escape_text.__name__}(")
        else:
            super()._output_child_pre(node, frame, finalize)


def _call(macro: Callable[..., str], *given: Any) -> str:
    return macro(*given)
