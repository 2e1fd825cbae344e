"""The commands as click knows them, in Danish: help pages, and errors by their type (never by their message).

Loaded when a command line is not plain: somebody asks for help, or has typed it in another way, or wrongly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, assert_never

import click

from holdslides import __version__
from holdslides.cli.parameters import Command, Kind, Option, Words, command_named, typed_path
from holdslides.cli.telling import tell

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
        self, *args: object, lazy: Mapping[str, str], examples: Iterable[str] = (), **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.lazy = lazy
        self.examples = tuple(examples)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.lazy:
            return None
        return as_click(command_named(cmd_name))

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


def run_with_click(arguments: Sequence[str], commands: Mapping[str, str]) -> int:
    """Runs a command line however it is written and returns its exit code.

    Raises KeyboardInterrupt when it is broken off, and whatever the command raises.
    """
    try:
        result = group(commands).main(list(arguments), prog_name="holdslides", standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        tell(in_danish(error), err=True)
        return 2


def group(commands: Mapping[str, str]) -> DanishGroup:
    """All commands, by name with a line about each."""
    version = click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        help="Vis versionen.",
        callback=_show_version,
    )
    return DanishGroup(
        name="holdslides",
        lazy=commands,
        help="Slides, plakater og ark til patientuddannelse.",
        examples=(
            "holdslides deck laenderyg",
            'holdslides deck laenderyg --session 1 --minutes 45 --hold "mandag 16"',
            "holdslides list modules",
        ),
        params=[version],
    )


def _show_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"holdslides {__version__}")
        ctx.exit()


# ---- from what a command takes ------------------------------------------------------------------------------
def as_click(command: Command) -> DanishCommand:
    """The command with click's options for its own."""
    params: list[click.Parameter] = [_click_option(option) for option in command.options]
    if command.words is not None:
        params.insert(0, _click_argument(command.words))
    return DanishCommand(
        command.name, params=params, callback=command.run, help=command.help, examples=command.examples
    )


def _click_option(option: Option) -> click.Option:
    names = [option.flag, option.key]
    if option.kind is Kind.FLAG:
        return click.Option(names, is_flag=True, help=option.help)
    return click.Option(
        names, type=_click_type(option), default=option.default, metavar=option.metavar, help=option.help
    )


def _click_argument(words: Words) -> click.Argument:
    return click.Argument(
        [words.name],
        metavar=words.metavar,
        nargs=-1 if words.many else 1,
        required=words.required and not words.many,
        type=_click_type(words),
    )


def _click_type(of: Option | Words) -> click.ParamType[Any]:
    if of.choices:
        return click.Choice(of.choices, case_sensitive=False)
    match of.kind:
        case Kind.TEXT | Kind.FLAG:
            return click.STRING
        case Kind.NUMBER:
            return DanishNumber()
        case Kind.PATH | Kind.THERE:
            return TypedPath(is_there=of.kind is Kind.THERE)
        case Kind.WHOLE:
            span = of.span if isinstance(of, Option) else None
            return click.IntRange(*span) if span else click.INT
        case _:
            assert_never(of.kind)


class DanishNumber(click.types.FloatParamType):
    """A number as it is written here, "45,5", or as elsewhere."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number."""
        written: Any = value.replace(",", ".") if isinstance(value, str) else value
        return super().convert(written, param, ctx)


class TypedPath(click.ParamType[Path]):
    """A folder or file as it is typed; with `is_there`, one that is spelt in another way is found."""

    name = "sti"

    def __init__(self, *, is_there: bool = False) -> None:
        self.is_there = is_there

    def convert(self, value: str | Path, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path."""
        return value if isinstance(value, Path) else typed_path(value, is_there=self.is_there)


# ---- what is typed wrongly -----------------------------------------------------------------------------------
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
