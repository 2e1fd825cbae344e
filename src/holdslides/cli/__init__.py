"""The command line: thin commands, Danish words. Options in, one call, result out."""

from holdslides.cli.app import main

__all__ = ["main"]
