"""record, verify, identity: the signed record of a decided case, its six questions, and who signs."""

import typer

identity_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
