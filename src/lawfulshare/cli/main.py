"""lawfulshare: assess, explain, scenarios, schema; exit codes; faults in one line each."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lawfulshare import __version__
from lawfulshare.cli import authority, changes, covering, identities, law, papers, proving, records, reviewing, sealed
from lawfulshare.cli.speaking import complain, law_for, read_case, say, say_json
from lawfulshare.faults import LawfulShareError
from lawfulshare.law.answer.assessing import assess
from lawfulshare.law.answer.explanation import explain
from lawfulshare.law.answer.nearby import nearby
from lawfulshare.wording import wording

app = typer.Typer(
    name="lawfulshare",
    help="Decide whether and how much to share, with the law's answer, and keep a signed record.",
    add_completion=False,
    no_args_is_help=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(law.app, name="law", help="The law pack: provisions, one provision, the law of a day.")
app.add_typer(identities.app, name="identity", help="Signing identities.")
app.add_typer(authority.app, name="authority", help="An organisation's own certificate authority.")
app.add_typer(sealed.overlay_app, name="overlay", help="What an organisation adds to the law pack.")
app.add_typer(sealed.trust_app, name="trust", help="The keys trusted here.")
law.app.command("pack")(sealed.pack_law)
law.app.command("install")(sealed.install_law)
app.command("record")(records.record)
app.command("verify")(records.verify)
app.command("paper")(papers.paper)
app.command("follow-up")(papers.follow_up)
app.command("countersign")(reviewing.countersign)
app.command("cover")(covering.cover)
law.app.command("diff")(changes.diff)
app.command("impact")(changes.impact)
app.command("prove")(proving.prove)

CaseFileArgument = Annotated[Path, typer.Argument(metavar="CASE.json", help="A case file.")]
OnOption = Annotated[str | None, typer.Option("--on", metavar="DATE", help="Judge by the law of this day: 2026-11-23.")]


class Depth(StrEnum):
    """How deep the explanation goes."""

    brief = "brief"
    full = "full"
    audit = "audit"


class Format(StrEnum):
    """The published formats."""

    case = "case"
    assessment = "assessment"
    record = "record"
    verification = "verification"
    review = "review"
    review_verification = "review-verification"
    follow_up = "follow-up"
    follow_up_verification = "follow-up-verification"


def run(argv: list[str], *, window: Callable[[], int], demo: Callable[[Path], int]) -> int:
    """Run a command and give its exit status: 2 for whatever a person can mend, in one line a fault."""
    try:
        status = typer.main.get_command(app).main(
            args=argv, prog_name="lawfulshare", standalone_mode=False, obj={"window": window, "demo": demo}
        )
    except LawfulShareError as trouble:
        complain(trouble)
        return 2
    except typer.Exit as leaving:
        return leaving.exit_code
    except BrokenPipeError:
        return 0
    except Exception as problem:
        if not hasattr(problem, "format_message"):
            raise
        typer.echo(f"lawfulshare: {problem.format_message()}", err=True)
        return 2
    return status if isinstance(status, int) else 0


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Say which version this is.")] = False,
) -> None:
    """Decide whether and how much to share about a child or an adult."""
    if version:
        say(f"LawfulShare {__version__}")
        raise typer.Exit(0)
    if context.invoked_subcommand is None:
        raise typer.Exit(context.obj["window"]())


@app.command("assess")
def assess_case(
    case_file: CaseFileArgument,
    on: OnOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the assessment as JSON.")] = False,
) -> None:
    """Say what the law makes of a case."""
    case = read_case(case_file)
    law_of_day = law_for(case, on)
    answer = assess(case, law_of_day)
    if as_json:
        say_json(answer)
        return
    say([*explain(answer, case, law_of_day, "full"), *nearby(case, answer, law_of_day)])


@app.command("explain")
def explain_case(
    case_file: CaseFileArgument,
    depth: Annotated[Depth, typer.Option(help="A sentence, a page, or every condition.")] = Depth.full,
    on: OnOption = None,
) -> None:
    """Say why: the proof of the assessment as text."""
    case = read_case(case_file)
    law_of_day = law_for(case, on)
    answer = assess(case, law_of_day)
    here = nearby(case, answer, law_of_day) if depth is not Depth.brief else []
    say([*explain(answer, case, law_of_day, depth.value), *here])


@app.command("schema")
def schema(
    of: Annotated[Format, typer.Argument(metavar="FORMAT", help="Which format.")],
) -> None:
    """Print the JSON Schema of a format."""
    match of:
        case Format.case:
            from lawfulshare.case.case_file import schema as published
        case Format.assessment:
            from lawfulshare.law.answer.assessment import schema as published
        case Format.record:
            from lawfulshare.record.record import schema as published
        case Format.verification:
            from lawfulshare.record.verification import schema as published
        case Format.review:
            from lawfulshare.record.review_sheet import schema as published
        case Format.review_verification:
            from lawfulshare.record.review_checking import schema as published
        case Format.follow_up:
            from lawfulshare.record.follow_up import schema as published
        case Format.follow_up_verification:
            from lawfulshare.record.follow_up_checking import schema as published
    say_json(published())


@app.command("demo")
def demo(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where pictures, record and verification go.")],
) -> None:
    """Drive the real window through an example: pictures of each page, the signed PDF, its verification."""
    raise typer.Exit(context.obj["demo"](out))


def words() -> Callable[..., str]:
    """Give the words that commands print."""
    return wording()
