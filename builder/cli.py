"""The command `fiches`, for those who write sheets: everything it says is French."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from builder import __version__
from builder.diagnostics import RULES, has_errors
from builder.diagnostics.text import render
from builder.errors import BuilderError
from builder.french_click import FrenchCommand, FrenchGroup
from builder.library import Reading, sheet_files
from builder.normalise import make_slug
from builder.progress import ProgressBar
from builder.publication import check_content
from builder.render.french import plural
from builder.template import new_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


_CONFIG_FILE = click.option(
    "--config-file",
    "-f",
    default="mkdocs.yml",
    type=click.Path(path_type=Path),
    help="Réglages du site.",
)


@click.group("fiches", cls=FrenchGroup)
@click.version_option(
    __version__, "--version", message="fiches %(version)s", help="Affiche la version."
)
def fiches() -> None:
    """Vérifie, prévisualise et publie des fiches pratiques RSE."""


@fiches.command(cls=FrenchCommand)
@click.argument("paths", nargs=-1, metavar="[FICHIERS]", type=click.Path(path_type=Path))
@click.option(
    "--content", default="content", type=click.Path(path_type=Path), help="Dossier du contenu."
)
def check(paths: tuple[Path, ...], content: Path) -> None:
    """Vérifie les fiches et dit tout ce qu’il y a à corriger.

    Sans FICHIERS, vérifie tout le contenu. Avec, ne montre que ce qui concerne ces fichiers ou
    ces dossiers. Le code de sortie vaut 0 s’il n’y a pas d’erreur, 1 s’il y en a, 2 si la commande
    est mal employée.
    """
    for path in paths:
        if not path.exists():
            raise click.UsageError(f"« {path} » n’existe pas")
    gc.disable()  # frozen records make no cycles: walking them again and again took a sixth of it
    root = Path.cwd()
    files = sheet_files(content)
    bar = ProgressBar("Vérification", len(files))
    try:
        reading = Reading(content.resolve(), root, on_sheet=bar.advance)
        found = _or_stop(lambda: check_content(reading))
    finally:
        bar.close()
    wanted = [path.resolve() for path in paths]
    told = [
        diagnostic
        for diagnostic in found
        if not wanted or _is_below(root / diagnostic.place.source.path, wanted)
    ]
    if told:
        click.echo(render(told))
    else:
        click.echo(
            f"Aucune remarque ({plural(len(files), 'fichier vérifié', 'fichiers vérifiés')})"
        )
    sys.exit(1 if has_errors(told) else 0)


@fiches.command(cls=FrenchCommand)
@click.option("--strict", is_flag=True, help="Un avertissement arrête aussi la publication.")
@click.option("--site-dir", "-d", type=click.Path(path_type=Path), help="Dossier du site produit.")
@_CONFIG_FILE
def build(*, strict: bool, site_dir: Path | None, config_file: Path) -> None:
    """Construit le site, prêt à publier, dans le dossier « site »."""
    from builder.plugin import commands  # noqa: PLC0415 (mkdocs is slow to import)

    _or_stop(lambda: commands.build(config_file, site_dir, strict=strict))


@fiches.command(cls=FrenchCommand)
@click.option(
    "--address", "-a", default="127.0.0.1:8000", metavar="HÔTE:PORT", help="Adresse de l’aperçu."
)
@_CONFIG_FILE
def serve(address: str, config_file: Path) -> None:
    """Montre le site, brouillons compris, et le recharge à chaque changement."""
    from builder.plugin import commands  # noqa: PLC0415

    click.echo(f"Aperçu : http://{address}/ (Ctrl+C pour arrêter)")
    _or_stop(lambda: commands.serve(config_file, address))


@fiches.command(cls=FrenchCommand)
@click.argument("title", metavar="TITRE")
@click.option("--company", default="", help="L’entreprise témoin.")
@click.option(
    "--content", default="content", type=click.Path(path_type=Path), help="Dossier du contenu."
)
def new(title: str, company: str, content: Path) -> None:
    """Crée une fiche prête à remplir.

    N’écrase jamais un fichier.
    """
    slug = make_slug(title)
    if not slug:
        raise click.UsageError(f"aucun nom de fichier ne peut être fait de « {title} »")
    file = content / "fiches" / f"{slug}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as sheet:
            sheet.write(new_sheet(title, company))
    except FileExistsError:
        raise click.ClickException(f"« {file} » existe déjà : rien n’a été changé") from None
    click.echo(f"Fiche créée : {file}")
    click.echo("Remplissez-la, puis lancez « fiches check ».")


@fiches.command(cls=FrenchCommand)
@click.argument("code", metavar="CODE")
def explain(code: str) -> None:
    """Explique un code de diagnostic, par exemple FP203."""
    rule = RULES.get(code.strip().upper())
    if rule is None:
        listed = ", ".join(RULES)
        raise click.UsageError(f"code inconnu : « {code} ». Codes connus : {listed}")
    click.echo(f"{rule.code} · {rule.name} · {rule.severity.value}\n\n{_as_text(rule.manual())}")


def main() -> NoReturn:
    """Run the command line (the entry point of the package)."""
    fiches.run()


def _or_stop(action: Callable[[], T]) -> T:
    """Run, and turn an exception of ours into a message without a traceback."""
    try:
        return action()
    except BuilderError as error:
        raise click.ClickException(str(error)) from error


def _is_below(file: Path, folders: list[Path]) -> bool:
    return any(file == folder or folder in file.parents for folder in folders)


def _as_text(manual: str) -> str:
    """Take the marks of emphasis off a manual, for a terminal."""
    return manual.replace("**", "")


if __name__ == "__main__":
    main()
