"""The command line: one module a command, imported only when it is called."""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
import sys
import traceback
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from agendakit import __version__

if TYPE_CHECKING:
    from types import ModuleType

CLEAN, FINDINGS, UNUSABLE, BUG = 0, 1, 2, 101
"""Exit codes: nothing at error level; something; usage, configuration or files; a bug of ours."""

_DEBUG = "AGENDAKIT_DEBUG"


class _Commands(click.Group):
    """Finds its commands in the modules of this package; a module's name with hyphens is the command's."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        names = (module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_"))
        return sorted(name.removesuffix("_command").replace("_", "-") for name in names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        names = {module.name for module in pkgutil.iter_modules(__path__)}
        name = cmd_name.replace("-", "_")
        module = _imported(name if name in names else f"{name}_command")
        command = module.command
        if not isinstance(command, click.Command):
            raise TypeError(f"{module.__name__}.command is no click command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            from agendakit.nearest import did_you_mean, nearest  # noqa: PLC0415  # only where it is needed

            suggestion = did_you_mean(nearest(args[0], self.list_commands(ctx)))
            raise click.UsageError(f"There is no command `{args[0]}`. {suggestion}".rstrip(), ctx) from None


def _imported(name: str) -> ModuleType:
    """A module of this package, imported without a search for garbage: what comes with it lives to the end."""
    gc.disable()
    try:
        return importlib.import_module(f"{__name__}.{name}")
    finally:
        # The two together make all objects old, so that the next search passes them by.
        gc.freeze()
        gc.unfreeze()
        gc.enable()


_COMPLETION = (
    "To complete commands, options, rules and fields with the Tab key in bash, add this line to `~/.bashrc`:"
    ' eval "$(_AGENDAKIT_COMPLETE=bash_source agendakit)". For zsh and fish, write `zsh_source` or `fish_source`.'
)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]}, epilog=_COMPLETION)
@click.version_option(__version__, prog_name="agendakit", message="%(prog)s %(version)s")
@click.option("--config", type=click.Path(dir_okay=False), help="Configuration to use instead of the nearest.")
@click.pass_context
def cli(ctx: click.Context, config: str | None) -> None:
    """Research agendas as Markdown files: write, check, browse and export them."""
    ctx.obj = config


def main() -> None:
    """Entry point: every way out is an exit code and a sentence, never a traceback."""
    # What pydantic's plug-ins do, if some are installed, costs time and could change what is found.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    _open_closed_streams()
    code = run(sys.argv[1:])
    if os.environ.get(_DEBUG):
        # A profiler or a measurement of coverage has something to do when Python ends.
        sys.exit(code)
    with suppress(OSError, ValueError):
        sys.stderr.flush()
    # As mypy does: Python would search all there is for garbage and take it apart, a tenth of a short run.
    os._exit(code)


def run(arguments: list[str]) -> int:
    """Run a command line and return its exit code."""
    _speak_unicode()
    try:
        code = cli.main(args=arguments, prog_name="agendakit", standalone_mode=False)
        # What cannot be written any more shall be told, and not be lost when the program ends.
        sys.stdout.flush()
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.Abort:
        click.echo("Stopped.", err=True)
        return 130
    except click.ClickException as error:
        error.show()
        return UNUSABLE
    except BrokenPipeError:
        # The reader went away, as `head` does; Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLEAN
    except Exception as error:  # noqa: BLE001  # the last line of defence
        return _explain(error)
    return code if isinstance(code, int) else CLEAN


def _explain(error: Exception) -> int:
    from agendakit.config import ConfigError  # noqa: PLC0415  # only where it is needed
    from agendakit.inert import printable  # noqa: PLC0415
    from agendakit.workspace import WorkspaceError  # noqa: PLC0415

    if isinstance(error, ConfigError | WorkspaceError):
        click.echo(f"Error: {printable(str(error))}", err=True)
        if isinstance(error, ConfigError) and error.span is not None:
            from agendakit.frame import pointed  # noqa: PLC0415

            click.echo(pointed(error.text, error.span), err=True)
        return UNUSABLE
    if os.environ.get(_DEBUG):
        traceback.print_exception(error)
    if isinstance(error, OSError):
        name = f"`{printable(str(error.filename))}`" if error.filename else "A file or folder"
        click.echo(f"Error: {name} cannot be used: {(error.strerror or str(error)).lower()}.", err=True)
        return UNUSABLE
    click.echo(
        f"This is a bug in agendakit {__version__}, not in your files:"
        f" {type(error).__name__}: {printable(str(error))}\n"
        f"Please report it with what you ran; {_DEBUG}=1 prints where it happened.",
        err=True,
    )
    return BUG


def _open_closed_streams() -> None:
    """A program may be started without input or output; ours reads nothing then, and writes to nobody."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123  # open to the end


def _speak_unicode() -> None:
    """A terminal or pipe that is set to ASCII gets question marks, not a crash."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
