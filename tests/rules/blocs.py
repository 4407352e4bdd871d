"""Blocs as the CMS wrote them, for the rules that look into them."""


def text_bloc(richtext: str) -> str:
    """Write a section whose rich text stands on line 13 of the first bloc's fiche."""
    return f"""\
template = "bloc-personalise"
[blocs.content]
title = "Méthode"
richtext = "{richtext}"
"""


def medium_bloc(template: str, medium: str) -> str:
    """Write a section with one medium, its keys from line 16 of the first bloc's fiche."""
    return f"""\
template = "bloc-personalise"
[blocs.content]
title = "Méthode"
[blocs.media]
[[blocs.media.media]]
template = "{template}"
{medium}
"""


def picture_bloc(src: str, alt: str = "Deux bacs de tri") -> str:
    """Write a section with one picture: its address is on line 16, its text on line 17."""
    return medium_bloc("image", f'image = "{src}"\nalt = "{alt}"')
