"""FP309: a drawing that is a program, a web page, or calls for something elsewhere."""

from pathlib import Path

import pytest

from builder.checking import check_content
from builder.diagnostics import Diagnostic
from tests.sheets import fiche_text, read_content, shown

OPEN = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:h="http://www.w3.org/1999/xhtml"'
)

DOCTYPE = (
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"'
    ' "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
)


def _told(folder: Path, drawing: str | bytes, body: str = "") -> list[Diagnostic]:
    files = {"uploads/plan.svg": drawing, "fiches/tri.md": fiche_text(body)}
    told = check_content(read_content(folder, files))
    return [found for found in told if found.code in {"FP301", "FP303", "FP309", "FP310"}]


@pytest.mark.parametrize(
    "inside",
    [
        "><path d='M0 0h1'/></svg>",
        " style='fill:url(#a)'><style>.b{fill:url( \"#c\" )}</style><use xlink:href='#d'/></svg>",
        "><image href='data:image/png;base64,AAAA'/></svg>",
        "><a href='https://exemple.fr/'><text>Lire</text></a></svg>",
        "><style>@font-face{src:url(data:font/woff2;base64,AA)}</style></svg>",
        "><metadata><n:on xmlns:n='urn:x' onclick='y' href='https://exemple.fr'/></metadata></svg>",
        "><text>onclick, javascript:, &lt;script></text></svg>",
        "><animate attributeName='opacity' to='1'/></svg>",
    ],
)
@pytest.mark.parametrize(
    "before",
    [
        "",
        "\ufeff",
        f'<?xml version="1.0"?>{DOCTYPE}<?xpacket begin="x"?>',
    ],
    ids=["bare", "mark", "doctype"],
)
def test_a_drawing_is_not_told(tmp_path: Path, before: str, inside: str) -> None:
    """With what drawing programs write around it."""
    assert _told(tmp_path, before + OPEN + inside) == []


def test_a_program_is_shown_in_the_drawing(tmp_path: Path) -> None:
    """Whether a sheet cites it or not, once."""
    drawing = f"{OPEN}>\r\n<g/>é <g onclick='x()'/>\n</svg>"
    expected = (
        "erreur[FP309] ce dessin SVG n’est pas publié : il contient un programme (`onclick`)\n"
        " --> content/uploads/plan.svg:2:8\n"
        "  |\n"
        "2 | <g/>é <g onclick='x()'/>\n"
        "  |       ^^^^^^^^^^^^^^^^^^\n"
        "  = aide : enregistrez-le en « SVG simple » dans votre logiciel de dessin, "
        "ou exportez-le en PNG"
    )

    assert shown(_told(tmp_path / "a", drawing)) == expected.replace(":2:8", ":2:7")
    assert len(_told(tmp_path / "b", drawing, "![Plan](/uploads/plan.svg)")) == 1


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        (" onload='x'></svg>", "un programme"),
        ("><script>x</script></svg>", "un programme"),
        ("><g><set attributeName='xlink:href' to='x'/></g></svg>", "un programme"),
        ("><a xlink:href=' java&#10;script:x'/></svg>", "un programme"),
        ("><a href='data:text/html,x'/></svg>", "un programme"),
        ("><foreignObject/></svg>", "une page web"),
        ("><h:iframe/></svg>", "une page web"),
        ("><m:mi xmlns:m='http://www.w3.org/1998/Math/MathML' onfocus='x'/></svg>", "une page web"),
        ("><image href='https://exemple.fr/x.png'/></svg>", "autre site"),
        ("><image href='photo.png'/></svg>", "autre fichier"),
        ("><use href='//exemple.fr/x.svg#a'/></svg>", "autre site"),
        ("><g style='fill:u\\72l(http://exemple.fr)'/></svg>", "autre site"),
        ("><g fill='url(&quot;//exemple.fr/x&quot;)'/></svg>", "autre site"),
        ("><style><![CDATA[@import 'x.css';]]></style></svg>", "autre fichier"),
        (" xml:base='https://exemple.fr/'/>", "autre site"),
        ("><g></svg>", "mal formé"),
        ("/>texte", "mal formé"),
    ],
)
def test_each_thing_that_is_no_drawing_is_one_error(
    tmp_path: Path, inside: str, reason: str
) -> None:
    """Publication stops."""
    [told] = _told(tmp_path, OPEN + inside)

    assert (told.code, told.is_error) == ("FP309", True)
    assert reason in told.message


@pytest.mark.parametrize(
    "drawing",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"<html><body/></html>",
        b"<svg><path/></svg>",
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        b'<?xml-stylesheet href="a.css"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<?xml version="1.0" encoding="latin-1"?><svg xmlns="http://www.w3.org/2000/svg">\xe9<g>',
        b'<?xml version="1.0" encoding="x"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    ],
)
def test_what_is_no_svg_is_one_error(tmp_path: Path, drawing: bytes) -> None:
    """It cannot be checked, so it is not published."""
    assert [found.code for found in _told(tmp_path, drawing)] == ["FP309"]


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    """A few lines that stand for a billion."""
    lines = "".join(f"<!ENTITY l{n} '{f'&l{n - 1};' * 10}'>" for n in range(1, 12))
    [told] = _told(tmp_path, f"<!DOCTYPE svg [<!ENTITY l0 'x'>{lines}]>{OPEN}>&l11;</svg>")

    assert "abréviations" in told.message
