"""The pages that tell animators what each message means: one for each rule, and their list.

They are made from the manuals of the rules: `fiches explain` prints the same texts.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from builder.diagnostics import RULES, Severity
from builder.diagnostics.manual import FOLDER, WEIGHTS, grouped, manual_address, read_manual
from builder.pages.making import GUIDE, HOME
from builder.pages.records import DiagnosticsView, Page, RuleView, Slot, filled
from builder.render.fragments import Fragments
from builder.render.typography import typeset
from builder.render.views import LinkView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.diagnostics import Rule
    from builder.pages.making import Making

MESSAGES = LinkView(FOLDER, "Messages")


def guide_pages(making: Making) -> Iterator[Slot]:
    """Place the list of the rules, then the page of each."""
    yield filled(_list(making))
    for rule in RULES.values():
        make = partial(_page, rule, making)
        yield Slot(manual_address(rule), "regle.html", make, is_noindex=True)


def _list(making: Making) -> Page:
    groups = tuple(
        (typeset(name), tuple(map(_link, rules))) for name, rules in grouped(RULES.values()).items()
    )
    crumbs = (HOME, GUIDE, MESSAGES)
    return Page(
        address=FOLDER,
        template="diagnostics.html",
        title="Les messages et leur correction",
        description="Ce que la vérification d’une fiche peut dire, pourquoi, et la correction.",
        view=DiagnosticsView(groups),
        crumbs=crumbs,
        structured=(making.breadcrumb(crumbs),),
        tab=GUIDE.address,
    )


def _link(rule: type[Rule]) -> LinkView:
    words = f"{rule.code} · {typeset(read_manual(rule).title)}"
    if rule.severity is not Severity.ERREUR:
        words += f" ({rule.severity.value})"
    return LinkView(manual_address(rule), words, rule.severity.value)


def _page(rule: type[Rule], making: Making) -> Page:
    manual = read_manual(rule)
    title = typeset(manual.title)
    address = manual_address(rule)
    inline = Fragments("../../../", making.viewer.uploads).inline
    crumbs = (HOME, GUIDE, MESSAGES, LinkView(address, rule.code))
    return Page(
        address=address,
        template="regle.html",
        title=f"{rule.code}\u00a0: {title[0].lower()}{title[1:]}",
        description=f"Message {rule.code}\u00a0: ce qui est vérifié, pourquoi, et la correction.",
        view=RuleView(
            code=rule.code,
            severity=rule.severity.value,
            weight=typeset(WEIGHTS[rule.severity]),
            title=title,
            message=typeset(rule.message.format_map(_Dots())),
            checks=inline(manual.checks),
            why=inline(manual.why),
            example=inline(manual.example),
            cure=inline(manual.cure),
        ),
        crumbs=crumbs,
        structured=(making.breadcrumb(crumbs),),
        tab=GUIDE.address,
        is_noindex=True,
    )


class _Dots(dict[str, str]):
    """Stands for what a message says of one sheet."""

    def __missing__(self, key: str) -> str:
        return "…"
