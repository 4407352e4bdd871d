"""The command `fiches`, for those who write sheets: everything it says is French."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from builder import __version__
from builder.cache.checked import Checked, Said
from builder.cache.folder import project_digests, sheet_store
from builder.cache.unchanged import Asked, Inputs, find_built
from builder.diagnostics import RULES, has_errors, stopping
from builder.diagnostics.formats import FORMATS
from builder.diagnostics.manual import grouped, read_manual
from builder.diagnostics.text import colours_asked, count, printable, render
from builder.errors import BuilderError
from builder.french_click import FrenchCommand, FrenchGroup
from builder.normalise import make_slug
from builder.progress import ProgressBar
from builder.reading import Reading, sheet_files
from builder.render.french import plural
from builder.stopwatch import Stage, StoppedWatch, Stopwatch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from builder.cache.digests import Digests
    from builder.coverage import Coverage
    from builder.diagnostics import Diagnostic
    from builder.repair import Repairs

T = TypeVar("T")


_TEXT = "text"
_CONFIG_FILE = click.option(
    "--config-file",
    "-f",
    default="mkdocs.yml",
    metavar="FICHIER",
    type=click.Path(path_type=Path),
    help="Réglages du site.",
)
_CONTENT = click.option(
    "--content",
    default="content",
    metavar="DOSSIER",
    type=click.Path(path_type=Path),
    help="Dossier du contenu.",
)
_NO_CACHE = click.option(
    "--no-cache", is_flag=True, help="Refait tout, même ce qui n’a pas changé."
)
_VERBOSE = click.option(
    "--verbose", "-v", is_flag=True, help="Dit aussi d’où une panne vient dans le programme."
)


@click.group("fiches", cls=FrenchGroup)
@click.version_option(
    __version__, "--version", message="fiches %(version)s", help="Affiche la version."
)
@click.pass_context
def fiches(context: click.Context) -> None:
    """Vérifie, prévisualise et publie des fiches pratiques RSE."""
    context.color = colours_asked(os.environ)


@fiches.command(cls=FrenchCommand)
@click.argument("paths", nargs=-1, metavar="[FICHIERS]", type=click.Path(path_type=Path))
@_CONTENT
@click.option(
    "--format",
    "format_name",
    type=click.Choice([_TEXT, *FORMATS]),
    default=_TEXT,
    metavar="FORMAT",
    help=f"{_TEXT} pour une personne ; {', '.join(FORMATS)} pour un programme.",
)
@click.option("--strict", is_flag=True, help="Un avertissement compte comme une erreur.")
@click.option("--fix", is_flag=True, help="Répare ce qui peut l’être sans risque.")
@_NO_CACHE
@_CONFIG_FILE
def check(  # noqa: PLR0913 (one parameter an option)
    paths: tuple[Path, ...],
    *,
    content: Path,
    format_name: str,
    strict: bool,
    fix: bool,
    no_cache: bool,
    config_file: Path,
) -> None:
    """Vérifie les fiches et dit tout ce qu’il y a à corriger.

    Sans FICHIERS, vérifie tout le contenu. Avec, ne montre (et ne répare) que ce qui concerne ces
    fichiers ou ces dossiers. Le code de sortie vaut 0 si rien n’arrête la publication, 1 si une
    erreur l’arrête (avec --strict, un avertissement aussi), 2 si la commande est mal employée. Ce
    qui est dit d’un brouillon n’arrête rien.
    """
    for path in paths:
        if not path.exists():
            raise click.UsageError(f"« {path} » n’existe pas")
    gc.disable()  # frozen records make no cycles: walking them again and again took a sixth of it
    is_wanted = partial(_is_about, [path.resolve() for path in paths])
    cache = None if no_cache or not config_file.is_file() else config_file
    digests = project_digests(cache)
    options = [format_name, str(strict), *map(str, paths)]
    checked = Checked(config_file, content.resolve(), options, digests)
    said, closing = checked.recall() if cache and not fix else None, ""
    if said is None:
        done = _check(content, is_wanted, cache, digests, is_fixing=fix)
        told = tuple(filter(is_wanted, done.remaining))
        if fix:
            _tell_repairs(done, is_aside=format_name != _TEXT)
        said = _say(told, content, config_file, format_name, is_strict=strict, is_fixed=fix)
        if fix:
            closing = _closing_words(done, told)
        elif cache:
            checked.keep(said)
    digests.keep()
    click.echo(said.text if format_name == _TEXT else said.text.encode(), nl=said.is_line)
    if closing:
        click.echo(closing, err=format_name != _TEXT)
    sys.exit(said.code)


@fiches.command(cls=FrenchCommand)
@click.option("--strict", is_flag=True, help="Un avertissement arrête aussi la publication.")
@click.option("--site-dir", "-d", type=click.Path(path_type=Path), help="Dossier du site produit.")
@_NO_CACHE
@click.option("--timings", is_flag=True, help="Dit à la fin le temps de chaque étape.")
@_CONFIG_FILE
@_VERBOSE
def build(  # noqa: PLR0913 (one parameter an option)
    *,
    strict: bool,
    site_dir: Path | None,
    no_cache: bool,
    timings: bool,
    config_file: Path,
    verbose: bool,
) -> None:
    """Construit le site, prêt à publier, dans le dossier « site »."""
    gc.disable()  # the process ends with the build: there is nothing to make room for
    stopwatch = Stopwatch() if timings else StoppedWatch()
    stopwatch.turn_to(Stage.START)
    inputs = Inputs(Asked(config_file, str(site_dir or ""), strict, is_cached=not no_cache))
    built = None if no_cache else find_built(inputs)
    if built is not None:
        inputs.digests.keep()
        for line in built.told:
            click.echo(line, err=True)
        click.echo(f"Rien n’a changé : le site dans {built.site} est à jour")
        return
    from builder.plugin import commands  # noqa: PLC0415 (mkdocs is slow to import)

    _or_stop(lambda: commands.build(inputs, stopwatch, verbose=verbose))


@fiches.command(cls=FrenchCommand)
@click.option(
    "--address", "-a", default="127.0.0.1:8000", metavar="HÔTE:PORT", help="Adresse de l’aperçu."
)
@_CONFIG_FILE
@_VERBOSE
def serve(address: str, config_file: Path, *, verbose: bool) -> None:
    """Montre le site, brouillons compris, et le recharge à chaque changement."""
    from builder.plugin import commands  # noqa: PLC0415

    click.echo(f"Aperçu : http://{address}/ (Ctrl+C pour arrêter)")
    _or_stop(lambda: commands.serve(config_file, address, verbose=verbose))


@fiches.command(cls=FrenchCommand)
@click.argument("title", metavar="TITRE")
@click.option("--company", default="", help="L’entreprise témoin.")
@_CONTENT
def new(title: str, company: str, content: Path) -> None:
    """Crée une fiche prête à remplir.

    N’écrase jamais un fichier.
    """
    from builder.template import new_sheet  # noqa: PLC0415 (no other command needs it)

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
@_CONTENT
@click.option(
    "--format",
    "format_name",
    type=click.Choice([_TEXT, "json"]),
    default=_TEXT,
    metavar="FORMAT",
    help=f"{_TEXT} pour une personne ; json pour un programme.",
)
def report(content: Path, format_name: str) -> None:
    """Dit ce que couvre la bibliothèque, et quoi écrire ou revoir d’abord.

    Compte les fiches publiées par nature et par maturité, puis énumère ce qui manque. Le code de
    sortie vaut 0 quoi qu’il manque.
    """
    from builder.report import as_json, as_text  # noqa: PLC0415 (a check needs none of that)

    coverage = _coverage(content)
    if format_name == _TEXT:
        click.echo(as_text(coverage))
    else:
        click.echo(as_json(coverage).encode())


@fiches.command(cls=FrenchCommand)
@click.argument("code", metavar="[CODE]", required=False)
def explain(code: str | None) -> None:
    """Explique un code de diagnostic, par exemple FP203 ; sans code, les énumère tous."""
    if code is None:
        click.echo(_list_rules())
        return
    rule = RULES.get(code.strip().upper())
    if rule is None:
        raise click.UsageError(f"code inconnu : « {code} » ; {_near_code(code)}")
    click.echo(f"{rule.code} · {rule.name} · {rule.severity.value}\n\n{_as_text(rule.manual())}")


def main() -> NoReturn:
    """Run the command line (the entry point of the package)."""
    try:
        fiches.run()
    except SystemExit as end:
        _leave(end.code)
        raise


def _leave(code: object) -> None:
    """Leave at once: to free a million records one by one takes longer than to read them.

    Where something cannot be told to the end, Python leaves as it does, and says so.
    """
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else bool(code))


def _or_stop(action: Callable[[], T]) -> T:
    """Run, and turn an exception of ours into a message without a traceback."""
    try:
        return action()
    except BuilderError as error:
        raise click.ClickException(str(error)) from error


def _check(
    content: Path,
    is_wanted: Callable[[Diagnostic], bool],
    cache: Path | None,
    digests: Digests,
    *,
    is_fixing: bool,
) -> Repairs:
    from builder.checking import check_content  # noqa: PLC0415 (a build may have nothing to do)
    from builder.repair import Repairs, repair  # noqa: PLC0415

    bar = ProgressBar("Vérification", len(sheet_files(content)))
    store = sheet_store(cache) if cache else None
    reading = Reading(content.resolve(), Path.cwd(), on_sheet=bar.advance, digests=digests)
    try:
        if is_fixing:
            return _or_stop(lambda: repair(reading, is_wanted))
        return Repairs(_or_stop(lambda: check_content(reading, store)))
    finally:
        bar.close()
        if store is not None:
            store.close()


def _coverage(content: Path) -> Coverage:
    """Read everything, drafts too: they are told apart."""
    from builder.coverage import make_coverage  # noqa: PLC0415
    from builder.publication import make_publication  # noqa: PLC0415

    bar = ProgressBar("Lecture", len(sheet_files(content)))
    reading = Reading(content.resolve(), Path.cwd(), with_drafts=True, on_sheet=bar.advance)
    try:
        publication = _or_stop(lambda: make_publication(reading))
    finally:
        bar.close()
    if not publication.catalogue.vocabulary.facets:
        text = "les vocabulaires ne peuvent pas être lus ; `fiches check` dit pourquoi"
        raise click.ClickException(text)
    return make_coverage(publication.catalogue, publication.diagnostics)


def _is_about(wanted: list[Path], diagnostic: Diagnostic) -> bool:
    """Tell whether a remark is about one of those files or folders, if there are any."""
    if not wanted:
        return True
    file = Path.cwd() / diagnostic.place.source.path
    return any(file == path or path in file.parents for path in wanted)


def _say(  # noqa: PLR0913 (what a check was asked)
    told: Sequence[Diagnostic],
    content: Path,
    config_file: Path,
    format_name: str,
    *,
    is_strict: bool,
    is_fixed: bool,
) -> Said:
    """Say what there is to say, for a person or for a program."""
    code = 1 if stopping(told, is_strict=is_strict) else 0
    if format_name != _TEXT:
        text = FORMATS[format_name](told, _site_url(config_file))
        return Said(text, is_line=bool(told), code=code)
    text = _in_words(told, content, is_strict=is_strict, is_fixed=is_fixed)
    return Said(text, is_line=True, code=code)


def _in_words(told: Sequence[Diagnostic], content: Path, *, is_strict: bool, is_fixed: bool) -> str:
    """Write remarks for a person, or that there are none."""
    if not told:
        files = plural(len(sheet_files(content)), "fichier vérifié", "fichiers vérifiés")
        return f"Aucune remarque ({files})"
    # What a repair has just left, another would leave too.
    text = render(one.fixed_by(None) for one in told) if is_fixed else render(told)
    if is_strict and not has_errors(told) and stopping(told, is_strict=True):
        text += "\nen mode strict, un avertissement compte comme une erreur"
    return text


def _tell_repairs(done: Repairs, *, is_aside: bool) -> None:
    """Name each file that was to be repaired.

    Args:
        done: What was done.
        is_aside: Another program reads the standard output.
    """
    for path, number in done.counts.items():
        click.echo(f"Réparé : {printable(str(path))} ({count(number, 'correction')})", err=is_aside)
    for path, reason in done.refused.items():
        click.echo(f"Non réparé : {printable(str(path))} ({reason})", err=is_aside)
    if done.counts or done.refused:
        click.echo(err=is_aside)


def _closing_words(done: Repairs, told: Sequence[Diagnostic]) -> str:
    """Say in one line what was repaired and what is left to a person."""
    number = sum(done.counts.values())
    made = (
        f"{number} corrections faites" if number > 1 else f"{number or 'aucune'} correction faite"
    )
    if not told:
        return f"{made} ; plus rien à corriger"
    return f"{made} ; {count(len(told), 'remarque')} à traiter vous-même"


def _site_url(config_file: Path) -> str:
    """Read where the site will stand, for the addresses of its manual; empty when nothing says it.

    Only MkDocs reads the whole of these settings.
    """
    import yaml  # noqa: PLC0415 (for a program that reads what is told)

    try:
        settings = yaml.load(config_file.read_bytes(), yaml.BaseLoader)  # noqa: S506 (texts only)
    except (OSError, yaml.YAMLError):
        return ""
    url = settings.get("site_url", "") if isinstance(settings, dict) else ""
    return f"{url.removesuffix('/')}/" if str(url).startswith(("http://", "https://")) else ""


def _list_rules() -> str:
    """Write every code with its title, by what they are about."""
    groups = []
    for title, rules in grouped(RULES.values()).items():
        lines = (f"  {rule.code}  {read_manual(rule).title}" for rule in rules)
        groups.append("\n".join([click.style(title, bold=True), *lines]))
    return "\n\n".join([*groups, "`fiches explain` suivi d’un code dit comment corriger."])


def _near_code(code: str) -> str:
    """Suggest the code that was meant: two figures swapped, or only the last one wrong."""
    typed = code.strip().upper()
    near = [known for known in RULES if sorted(known) == sorted(typed)]
    near += [known for known in RULES if known[:-1] == typed[:-1]]
    if not near:
        return "`fiches explain` sans code les énumère tous"
    return f"vouliez-vous dire {near[0]} ({read_manual(RULES[near[0]]).title}) ?"


def _as_text(manual: str) -> str:
    """Take the marks of emphasis off a manual, for a terminal."""
    return manual.replace("**", "")


if __name__ == "__main__":
    main()
