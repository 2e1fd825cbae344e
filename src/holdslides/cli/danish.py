"""click in Danish: help pages, and errors by their type (never by their message)."""

from __future__ import annotations

from collections.abc import Iterable

import click

HELP = "Vis denne hjælp."


def _help_option(command: click.Command, context: click.Context) -> click.Option | None:
    names = command.get_help_option_names(context)
    if not names or not command.add_help_option:
        return None

    def show(inner: click.Context, _: click.Parameter, value: bool) -> None:
        if value and not inner.resilient_parsing:
            click.echo(inner.get_help(), color=inner.color)
            inner.exit()

    return click.Option(names, is_flag=True, is_eager=True, expose_value=False, callback=show, help=HELP)


class _Danish(click.Command):
    """Help with Danish headings, and examples last, each on a line of its own."""

    examples: tuple[str, ...] = ()

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _help_option(self, ctx)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = [p.replace("[OPTIONS]", "[VALG]") for p in self.collect_usage_pieces(ctx)]
        pieces = [p.replace("COMMAND [ARGS]...", "KOMMANDO …") for p in pieces]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="Sådan skriver du: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [r for p in self.get_params(ctx) if (r := p.get_help_record(ctx)) is not None]
        if rows:
            with formatter.section("Valg"):
                formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.examples:
            with formatter.section("Eksempler"):
                formatter.write("".join(f"  {line}\n" for line in self.examples))


class DanishCommand(_Danish):
    """A command whose help is Danish."""

    def __init__(self, *args: object, examples: Iterable[str] = (), **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.examples = tuple(examples)
        self.allow_extra_args = True  # so that they can be named

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Raises TooManyWords for words that belong to nothing, and click's errors for the rest."""
        left = super().parse_args(ctx, args)
        if left and not ctx.resilient_parsing:
            raise TooManyWords(left, ctx)
        return left


class DanishGroup(_Danish, click.Group):
    """A group that imports a command's module only when that command is run."""

    def __init__(
        self, *args: object, lazy: dict[str, str], examples: Iterable[str] = (), **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.lazy = lazy
        self.examples = tuple(examples)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.lazy:
            return None
        from importlib import import_module

        command: click.Command = import_module(f"holdslides.cli.{cmd_name}_command").command
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        with formatter.section("Kommandoer"):
            formatter.write_dl(list(self.lazy.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        command = self.get_command(ctx, name)
        if command is None:
            raise UnknownCommand(name, tuple(self.lazy), ctx)
        return command.name, command, args[1:]


class UnknownCommand(click.UsageError):
    """A command that does not exist; keeps what was typed and what there is."""

    def __init__(self, typed: str, known: tuple[str, ...], ctx: click.Context) -> None:
        super().__init__(typed, ctx)
        self.typed, self.known = typed, known


class TooManyWords(click.UsageError):
    """Words that belong to no option; PowerShell makes them of a list with commas, cmd.exe of single quotes."""

    def __init__(self, words: list[str], ctx: click.Context) -> None:
        super().__init__(" ".join(words), ctx)


def in_danish(error: click.ClickException) -> str:
    """One Danish line for an error of click's, from its type and data."""
    match error:
        case UnknownCommand():
            from difflib import get_close_matches  # not for those who type it right

            near = get_close_matches(error.typed, error.known, n=1)
            return f"Kommandoen '{error.typed}' findes ikke" + (
                f" (mente du '{near[0]}'?)" if near else f" (der er: {', '.join(error.known)})"
            )
        case TooManyWords():
            hint = 'sæt lister og navne i anførselstegn, fx --modules "a,b" eller --hold "mandag 16"'
            return f"Der er noget for meget: {error.message} ({hint})"
        case click.NoSuchOption():
            near = list(error.possibilities or ())
            return f"Valget '{error.option_name}' findes ikke" + (
                f" (mente du {' eller '.join(near)}?)" if near else " (se --help)"
            )
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else "et argument"
            return f"{name} mangler (se --help)"
        case click.BadOptionUsage():
            return f"Valget '{error.option_name}' skal have en værdi (se --help)"
        case click.BadParameter():
            return _bad_value(error)
        case click.FileError():
            return f"Filen kan ikke åbnes: {error.ui_filename}"
        case _:
            return "Kommandoen er ikke skrevet rigtigt (se --help)"


def _bad_value(error: click.BadParameter) -> str:
    param = error.param
    if param is None:
        return "En værdi er ikke gyldig (se --help)"
    shown = (
        max(param.opts, key=len) if isinstance(param, click.Option) else param.human_readable_name.strip("[]")
    )
    match param.type:
        case click.Choice() as choice:
            return f"{shown}: værdien findes ikke (vælg {', '.join(map(str, choice.choices))})"
        case click.IntRange() | click.FloatRange() as span:
            return f"{shown} skal være et tal fra {span.min} til {span.max}"
        case click.types.IntParamType() | click.types.FloatParamType():
            return f"{shown} skal være et tal"
        case _:
            return f"{shown}: værdien kan ikke bruges"
