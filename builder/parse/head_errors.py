"""What is wrong with the fences of a sheet, in the words of an animator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.parse.head import HeadError, HeadFault

if TYPE_CHECKING:
    from builder.source import SourceFile

_ALONE = "ainsi : `+++`, sans rien d’autre"

_REASONS = {
    HeadFault.MISSING: ("", "écrivez la tête entre deux lignes `+++`, tout en haut du fichier"),
    HeadFault.LATE: (
        " : autre chose est écrit avant",
        "effacez ce qui est avant la ligne `+++`, ou placez-le après la tête",
    ),
    HeadFault.ALMOST: ("", f"écrivez la première ligne {_ALONE}"),
    HeadFault.YAML: (
        " : cette fiche a une tête YAML",
        'remplacez les deux lignes `---` par `+++`, et écrivez chaque clé ainsi : `clé = "valeur"`',
    ),
}


def explain_head_error(error: HeadError, source: SourceFile) -> dict[str, str]:
    """Turn a fault of the fences into the `detail` and `cure` of rules FP011 and FP012."""
    if error.fault is not HeadFault.UNCLOSED:
        detail, cure = _REASONS[error.fault]
        return {"detail": detail, "cure": cure}
    if error.almost is None:
        return {"cure": "ajoutez une ligne `+++`, seule, après la dernière ligne de la tête"}
    line = source.position(error.almost.start).line
    return {"cure": f"écrivez la ligne {line} {_ALONE}"}
