"""Sheets that are too much of something: long, deep, or slow to read for a careless parser."""

from __future__ import annotations

from tests.sheets import blocs_text, fiche_text, temoin_text

_MILLION = 1_000_000


def _body(text: str) -> bytes:
    return fiche_text(f"## Objectifs\n\n{text}\n").encode()


def _bloc(richtext: str) -> str:
    return (
        'template = "bloc-personalise"\n[blocs.content]\ntitle = "Objectifs"\n'
        f"titlelevel = \"2\"\nrichtext = '''\n{richtext}\n'''"
    )


def heavy_fiches() -> dict[str, bytes]:
    """Return name → fiche: each must be refused or done, and soon."""
    return {
        "10 MB of text": _body("mot " * (10 * _MILLION // 4)),
        "2 MB of text": _body("mot " * (_MILLION // 2 - 200)),
        "10 000 blocs": blocs_text(*[_bloc("Un texte.")] * 10_000).encode(),
        "10 000 headings": _body("### Titre\n\nTexte.\n\n" * 10_000),
        "20 000 pictures": _body("![a](/uploads/x.png)\n\n" * 20_000),
        "20 000 links": _body("[a](https://exemple.fr/x) " * 20_000),
        "20 000 dead links": _body("[a](/fiches/x/) " * 20_000),
        "10 000 refused links": _body("[a](javascript:x) " * 10_000),
        "10 000 definitions": _body("".join(f"[x{n}]: /u\n" for n in range(10_000)) + "\n[x1]"),
        "a table of 20 000 lines": _body("| a | b |\n|---|---|\n" + "| c | d |\n" * 20_000),
        "opened brackets": _body("[" * 500_000),
        "opened pictures": _body("![" * 300_000),
        "opened parentheses": _body("[a](" * 200_000),
        "emphasis marks": _body("*a_ " * 200_000),
        "stars": _body("*" * 500_000),
        "backticks": _body("".join("`" * n for n in range(1, 900))),
        "quotations in quotations": _body(">" * 500_000),
        "lists in lists": _body("\n".join("  " * n + "- a" for n in range(900))),
        "lists on one line": _body("- " * 100_000),
        "elements in elements": _body("<b>" * 150_000),
        "comments never closed": _body("<!-- " * 150_000),
        "entities": _body("&amp" * 300_000),
        "angle brackets": _body("<" * 500_000),
        "one line": _body("a" * (2 * _MILLION - 1000)),
        "line ends": _body("\n" * _MILLION),
        "carriage returns": _body("\r" * _MILLION),
        "TOML lists in lists": fiche_text(sector="[" * 500 + "]" * 500).encode(),
        "TOML lists never closed": fiche_text(sector="[" * 100_000).encode(),
        "a key of many parts": fiche_text(**{"a" + ".a" * 20_000: "1"}).encode(),
        "20 000 keys": fiche_text(**{f"cle{n}": "1" for n in range(20_000)}).encode(),
        "quotes": fiche_text(title='"' * 100_001).encode(),
        "escapes": fiche_text(description='"' + "\\u00e9" * 100_000 + '"').encode(),
        "a list of 100 000": fiche_text(sector="[" + '"Industrie",' * 100_000 + "]").encode(),
        "a number of many digits": fiche_text(odd="[" + "9" * 100_000 + "]").encode(),
        "zero bytes": b"\0" * _MILLION,
        "a sheet in UTF-16": fiche_text().encode("utf-16"),
        "random bytes": bytes(range(256)) * 4000,
        "e-mail-like": _body("a" * 100_000 + "@"),
        "dots and at signs": _body("a.b@" * 100_000),
        "digits": _body("0 1 2 3 4 5 6 7 8 9 " * 50_000),
        "prices": _body("12 € " * 100_000),
        "two years ago": _body("il y a deux ans " * 50_000),
        "bold paragraphs": _body("**Gras**\n\n" * 20_000),
    }


def heavy_temoins() -> dict[str, bytes]:
    """Return name → witness: each must be refused or done, and soon."""
    years = ", ".join(f'"{year}" = 1' for year in range(20_000))
    one = '{nom = "Eau", unite = "m³", valeurs = {"2013" = 12}}'
    return {
        "20 000 years": temoin_text(
            indicateurs=f'[{{nom = "Eau", unite = "m³", valeurs = {{{years}}}}}]'
        ).encode(),
        "5 000 indicators": temoin_text(indicateurs=f"[{', '.join([one] * 5000)}]").encode(),
        "5 000 quotations": temoin_text(
            citations="[" + '{texte = "a", auteur = "b"},' * 5000 + "]"
        ).encode(),
    }
