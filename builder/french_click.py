"""Click's own words in French: its help titles and its usage errors."""

from __future__ import annotations

from typing import NoReturn

import click

_HELP = "Affiche cette aide."


class _French:
    """What a command and a group share."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line « Emploi »."""
        pieces = self.collect_usage_pieces(ctx)  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Emploi : ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options; what an argument is, the first lines of the help tell."""
        params = self.get_params(ctx)  # type: ignore[attr-defined]
        options = [param for param in params if isinstance(param, click.Option)]
        shown = [record for option in options if (record := option.get_help_record(ctx))]
        if shown:
            with formatter.section("Options\u00a0"):
                formatter.write_dl(shown)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Word the option `--help`."""
        option: click.Option | None = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = _HELP
        return option


class FrenchCommand(_French, click.Command):
    """A command whose help is French."""


class FrenchGroup(_French, click.Group):
    """A group whose help and usage errors are French."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        rows = [
            (name, command.get_short_help_str(80))
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) is not None
        ]
        with formatter.section("Commandes\u00a0"):
            formatter.write_dl(rows)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Name the parts of the command line."""
        return ["[OPTIONS]", "COMMANDE", "…"]

    def run(self) -> NoReturn:
        """Run the command line: a misuse ends with 2 and a French sentence, a failure with 1."""
        try:
            result = self.main(prog_name="fiches", standalone_mode=False)
        except click.UsageError as error:
            command = error.ctx.command_path if error.ctx else "fiches"
            click.echo(f"erreur : {_say(error)}\nEssayez « {command} --help ».", err=True)
            raise SystemExit(2) from None
        except click.ClickException as error:
            click.echo(f"erreur : {error.message}", err=True)
            raise SystemExit(error.exit_code) from None
        except (click.Abort, KeyboardInterrupt):
            click.echo("interrompu", err=True)
            raise SystemExit(130) from None
        raise SystemExit(result if isinstance(result, int) else 0)


def _say(error: click.UsageError) -> str:
    """Word a misuse; click's own sentences are English."""
    if isinstance(error, click.NoSuchOption):
        return f"option inconnue : « {error.option_name} »"
    if isinstance(error, click.MissingParameter) and error.param and error.ctx:
        return f"il manque « {error.param.make_metavar(error.ctx)} »"
    if isinstance(error, click.BadOptionUsage):
        return f"l’option « {error.option_name} » attend une valeur"
    param = error.param if isinstance(error, click.BadParameter) else None
    if param and isinstance(param.type, click.Choice):
        listed = ", ".join(param.type.choices)
        return f"l’option « {param.opts[0]} » attend une de ces valeurs : {listed}"
    return next(
        (french for start, french in _SENTENCES if error.message.startswith(start)), ""
    ) or (error.message)


_SENTENCES = (
    ("No such command", "commande inconnue ; « fiches --help » les énumère"),
    (
        "Got unexpected",
        "il y a un mot de trop ; un titre de plusieurs mots se met entre guillemets",
    ),
    ("Invalid value", "une valeur ne convient pas"),
)
