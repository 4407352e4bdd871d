"""What is stopped is told; what is refused is rendered all the same, to know that it is safe."""

from __future__ import annotations

import html5lib
import pytest

from builder.render.fragments import Fragments
from builder.render.uploads import Uploads
from builder.validate.links import is_safe_link, is_web_address
from tests.attacks.audit import ADDRESS, faults
from tests.attacks.sheets import everywhere, rich_fiche, toml
from tests.attacks.strings import ATTACKS, STRINGS
from tests.sheets import NO_UPLOADS, blocs_text, fiche_text, read_fiche, read_temoin, temoin_text

_MORE = [f"/uploads/../{text}" for text in ATTACKS["javascript addresses"]]


@pytest.mark.parametrize("text", STRINGS, ids=ascii)
def test_a_refused_text_is_safe_all_the_same(text: str) -> None:
    """The sanitiser counts on no rule; browsers with scripts and without read alike."""
    fragments = Fragments("../../", Uploads(NO_UPLOADS))
    page = f'<div class="fp-corps">{fragments.section(everywhere(text)).html}</div>'
    told = read_fiche(rich_fiche(text)).diagnostics

    for runs_scripts in (False, True):
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        assert list(faults(parser.parse(page, scripting=runs_scripts))) == []
    assert all(found.place.source.path.name == "essai.md" for found in told)


@pytest.mark.parametrize("text", [*STRINGS, *_MORE], ids=ascii)
def test_a_link_is_safe_or_told(text: str) -> None:
    """In the key of a bloc and in that of a witness (FP308)."""
    bloc = f'template = "pour-aller-plus-loin"\nparts = [{toml({"text": "a", "link": text})}]'
    told = read_fiche(blocs_text(bloc))
    link = text.strip()
    temoin = read_temoin(temoin_text(website=toml(text))).sheet

    if link and not is_safe_link(link):
        assert told.codes.count("FP308") == 1
    if is_safe_link(link):
        assert ADDRESS.fullmatch(link)
    assert temoin is not None
    assert not (website := getattr(temoin, "website", "")) or is_web_address(website)


@pytest.mark.parametrize("text", STRINGS, ids=ascii)
def test_a_closed_list_takes_no_attack(text: str) -> None:
    """The fiche is refused, and the author told."""
    told = read_fiche(fiche_text(maturity=toml(text)))

    assert told.sheet is None
    assert told.codes


@pytest.mark.parametrize("text", STRINGS, ids=ascii)
def test_structured_data_and_translations_take_no_attack(text: str) -> None:
    """What is no JSON, and no https address, is told and left out (FP306, FP307)."""
    told = read_fiche(fiche_text(schemajson=toml(text), hreflangs=f"[{toml(text)}]"))

    assert {"FP306", "FP307"} <= set(told.codes)
