"""record, verify, identity: the signed record of a decided case, its six questions, and who signs."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from lawfulshare.cli.speaking import law_for, read_bytes, read_case, say, say_json, write_bytes
from lawfulshare.faults import Fault, IdentityTrouble, LawfulShareError, NotOurs

identity_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
