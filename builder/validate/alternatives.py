"""The words that stand for a picture."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote

_FILE_NAME = re.compile(
    r"""
      .*[^\s.]\.(?:avif|bmp|gif|heic|jpe?g|png|svg|tiff?|webp)
    | (?:img|dsc[fn]?|pxl|mvimg|gopr|dji|wp|scan|photo|image|picture|capture|screenshot)
      [-_ ]?\d+ (?:[-_ .]*(?:wa)?\d+)*
    | p\d{6,}
    | \d{6,} (?:[-_]\d+)*
    | (?:capture[ ]d.[ée]cran|screenshot|whatsapp[ ]image)[-_ ]+\d{4}\b.*
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""A name with its suffix, or one that a camera, a telephone or a computer gives."""


def is_file_name(alt: str, src: str) -> bool:
    """Tell whether the text of a picture is the name of a file, and says nothing of the picture.

    The file may well have the words of the text for its name (`bacs-de-tri.jpg`, « Bacs de tri »).
    """
    if _FILE_NAME.fullmatch(alt):
        return True
    stem = PurePosixPath(unquote(src)).stem
    return alt == stem and ("_" in alt or ("-" in alt and alt == alt.lower()))
