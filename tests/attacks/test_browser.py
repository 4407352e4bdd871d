"""In a real browser: whatever stands in the sheets, nothing runs and nothing leaves."""

from __future__ import annotations

import csv
import io
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from builder.headers import EMBEDDED_POLICY, HEADERS, POLICY
from builder.render.fragments import Fragments
from builder.render.uploads import Uploads
from tests.attacks.sheets import PICTURES, everywhere
from tests.attacks.site import picture
from tests.attacks.strings import ATTACKS, STRINGS
from tests.attacks.watch import provoke, watch
from tests.browser.server import StaticServer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from playwright.sync_api import Page

    from tests.attacks.watch import Drive
    from tests.site_checks.site import BuiltSite

pytestmark = pytest.mark.browser

_KEPT = {"Cache-Control": "max-age=600"}
_LIVE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<p onwheel=alert(1)>a</p>",
    "<details ontoggle=alert(1)>a</details>",
    "<a href=javascript:alert(1)>a</a>",
    "<svg><a xlink:href=javascript:alert(1)><text y=20>a</text></a></svg>",
    "<img src=//evil.test/x.png>",
    "<link rel=stylesheet href=//evil.test/x.css>",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<form action=//evil.test/><button>a</button></form>",
    "<b onclick='location=\"//evil.test/\"'>a</b>",
    "<meta http-equiv=refresh content='0;url=//evil.test/'>",
)
"""Attacks that succeed where nothing stops them."""
_SUCCESSES = ("runs", "asks", "window", "goes", "reaches")


def _visit(
    folder: Path,
    addresses: Iterable[str],
    drive: Drive = provoke,
    headers: Mapping[str, str] | None = None,
) -> list[str]:
    with StaticServer(folder, headers={**_KEPT, **(headers or {})}) as server:
        return watch([server.url + address for address in addresses], drive)


def _page(folder: Path, *bodies: str, head: str = "") -> Iterator[str]:
    """Write each body as a page of its own; give its address."""
    for number, body in enumerate(bodies):
        name = f"{number}.html"
        icon = "<link rel=icon href=data:,>"
        page = f"<!doctype html><meta charset=utf-8>{head}{icon}<title>a</title><main>{body}</main>"
        (folder / name).write_text(page, encoding="utf-8")
        yield name


@pytest.fixture(scope="module")
def told(attacked: BuiltSite, unguarded: Path) -> dict[str, list[str]]:
    """Open every page as it is published, and every page without its policy, side by side.

    But those of the guide, which show nothing of a sheet: there is one for each message.
    """
    folders = {"as published": attacked.folder, "without the policy": unguarded}
    names = [name for name in attacked.pages if not name.startswith("contribuer/")]
    pages = [attacked.address(name).removeprefix("/") for name in names]
    with ThreadPoolExecutor(len(folders)) as threads:
        visits = {name: threads.submit(_visit, folder, pages) for name, folder in folders.items()}
        return {name: visit.result() for name, visit in visits.items()}


@pytest.mark.parametrize("how", ["as published", "without the policy"])
def test_nothing_runs_and_nothing_leaves(told: dict[str, list[str]], how: str) -> None:
    """Every page, everything done to everything in it; the policy has nothing to stop."""
    assert not told[how], "\n".join(told[how][:20])


def test_the_watch_sees_what_succeeds(tmp_path: Path) -> None:
    """Or else its silence would prove nothing."""
    told = _visit(tmp_path, _page(tmp_path, *_LIVE))

    assert [
        attack
        for number, attack in enumerate(_LIVE)
        if not any(f"/{number}.html: {what}" in line for line in told for what in _SUCCESSES)
    ] == []


def test_the_policy_alone_stops_all_but_a_change_of_page(tmp_path: Path) -> None:
    """A second wall: were an attack to reach a page as it is, it could neither run nor ask.

    No policy forbids a page to send its reader elsewhere by `<meta>`.
    """
    bodies = [*_LIVE, *(text for texts in ATTACKS.values() for text in texts[:2])]
    stopped = [body for body in bodies if "http-equiv=refresh" not in body]
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'

    told = _visit(tmp_path, _page(tmp_path, *stopped, head=meta))

    assert told
    assert [line for line in told if any(f"html: {what}" in line for what in _SUCCESSES)] == []


def test_texts_that_are_refused_are_safe_too(tmp_path: Path) -> None:
    """The sanitiser counts neither on the rules nor on the policy."""
    uploads = tmp_path / "uploads"
    uploads.mkdir()
    for name in PICTURES:
        (uploads / name).write_bytes(picture())
    fragments = Fragments("/", Uploads(uploads))
    html = "".join(fragments.section(everywhere(text)).html for text in STRINGS)

    assert html.count("<img ") > len(STRINGS) / 10
    assert _visit(tmp_path, _page(tmp_path, html)) == []


def test_searching_for_an_attack_finds_it_and_runs_nothing(unguarded: Path) -> None:
    """Questions, excerpts, chips, names of companies, spellings to try: all is text."""
    questions = [texts[0][:80] for texts in list(ATTACKS.values())[::2]]
    addresses = [f"fiches/?q={quote(question)}" for question in [*questions, "alert script"]]
    marked: list[int] = []

    def search(page: Page) -> None:
        page.wait_for_function("!document.documentElement.classList.contains('fp-attente')")
        page.evaluate("document.querySelectorAll('[data-fp-suite]').forEach((all) => all.click())")
        provoke(page)
        marked.append(page.locator(".fp-carte mark").count())

    assert _visit(unguarded, addresses, search) == []
    assert sum(map(bool, marked)) > len(marked) / 2


def test_comparing_attacks_runs_nothing(unguarded: Path, attacked: BuiltSite) -> None:
    """The table of kept fiches, and what stands in its address."""
    slugs = [address.split("/")[2] for address in attacked.addresses("fiches")]
    shared = [".".join(slugs), *(quote(texts[0]) for texts in ATTACKS.values())]

    assert _visit(unguarded, [f"selection/?f={slugs}" for slugs in shared]) == []


def test_a_plan_of_action_holds_no_formula(unguarded: Path, attacked: BuiltSite) -> None:
    """The table that a reader takes away is written by the browser."""
    slugs = ".".join(address.split("/")[2] for address in attacked.addresses("fiches"))
    rows: list[list[str]] = []

    def take(page: Page) -> None:
        with page.expect_download() as waiting:
            page.get_by_role("button", name="Télécharger").click()
        text = waiting.value.path().read_text(encoding="utf-8-sig")
        rows.extend(csv.reader(io.StringIO(text, newline=""), delimiter=";"))

    told = _visit(unguarded, [f"selection/?f={slugs}"], take)

    assert [line for line in told if "download blob:" not in line] == []
    assert {len(row) for row in rows} == {10}
    starts = {cell.lstrip("\u200b \t")[:1] for row in rows for cell in row}
    assert not starts & set("=+-@\uff1d")


@pytest.mark.parametrize(("policy", "is_shown"), [(POLICY, False), (EMBEDDED_POLICY, True)])
@pytest.mark.parametrize("joins", [False, True])
def test_only_a_page_made_for_it_stands_in_a_partner_s_page(
    tmp_path: Path, policy: str, *, is_shown: bool, joins: bool
) -> None:
    """Whether the host joins the header of the page with that of the site, or replaces it."""
    policies = {"Content-Security-Policy": f"{POLICY}, {policy}" if joins else policy}
    [name] = _page(tmp_path, "<h1>Fiche</h1>")
    partner = tmp_path / "partner"
    partner.mkdir()
    shown: list[int] = []

    def look(page: Page) -> None:
        shown.extend(frame.get_by_text("Fiche").count() for frame in page.frames[1:])

    with StaticServer(tmp_path, headers={**HEADERS, **policies}) as server:
        frame = f"<iframe src={server.url}{name}></iframe>"
        with StaticServer(partner) as host:
            watch([host.url + next(_page(partner, frame))], look)

    assert bool(sum(shown)) is is_shown
