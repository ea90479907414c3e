"""authority: an organisation's own certificate authority, run by its administrator."""

import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from lawfulshare.cli.identities import now
from lawfulshare.cli.speaking import day_named, read_bytes, say, say_json
from lawfulshare.cli.unlocking import asked, new_passphrase
from lawfulshare.desk.home import home, passphrase_from_file
from lawfulshare.filing import write_whole
from lawfulshare.wording import wording

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

OutOption = Annotated[Path, typer.Option("--out", metavar="FILE", help="Where it goes.")]


class CurveName(StrEnum):
    """The curves that an authority's key may lie on."""

    p256 = "P-256"
    p384 = "P-384"


class ReasonName(StrEnum):
    """Why a certificate no longer counts."""

    left = "left"
    lost = "lost"
    replaced = "replaced"


@app.command("new")
def new_authority(
    name: Annotated[str, typer.Option("--name", help="What it is called: Northmoor Council records authority.")],
    organisation: Annotated[str, typer.Option("--organisation", help="Whose it is.")],
    curve: Annotated[CurveName, typer.Option("--curve", help="Which curve its key lies on.")] = CurveName.p384,
) -> None:
    """Found your organisation's authority on this computer; its key is locked by a passphrase."""
    from lawfulshare.record.authority import found

    passphrase = new_passphrase(without_keyring=True)
    made = found(home(), name, organisation, passphrase, curve=curve.value, at=now())
    say([wording("en")("authority.founded", name=name, organisation=organisation), f"  {made.fingerprint}"])


@app.command("issue")
def issue(
    request: Annotated[Path, typer.Argument(metavar="FILE.csr", help="What lawfulshare identity request wrote.")],
    out: OutOption,
    fingerprint: Annotated[
        str | None, typer.Option("--fingerprint", help="At least 20 characters of its fingerprint, unattended.")
    ] = None,
) -> None:
    """Issue a certificate of two years from a request, once its fingerprint was compared with its owner."""
    from lawfulshare.record.authority import issue as issue_certificate
    from lawfulshare.record.authority import read_request, with_root
    from lawfulshare.record.certificates import asked_for
    from lawfulshare.record.trusting import FEWEST_COMPARED

    words, body = wording("en"), read_bytes(request, "request")
    whose = asked_for(read_request(body))
    if fingerprint is None:
        say(words("authority.asks", who=whose.titled))
        sys.stdout.write(words("authority.compare", fewest=FEWEST_COMPARED) + " ")
        sys.stdout.flush()
        fingerprint = sys.stdin.readline()
    issued = issue_certificate(home(), body, fingerprint, _passphrase(), at=now())
    write_whole(out, with_root(home(), issued))
    day = words.day(issued.not_valid_after_utc.isoformat())
    say(words("authority.issued", file=out, who=whose.titled, day=day))


@app.command("list")
def issued(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """List what was issued, and what was withdrawn and why."""
    from lawfulshare.record.authority import read
    from lawfulshare.record.certificates import holder

    words, kept = wording("en"), read(home()).issued
    if as_json:
        say_json(
            [
                {
                    "who": holder(one.certificate).titled,
                    "fingerprint": one.fingerprint.replace(" ", ""),
                    "expires": one.certificate.not_valid_after_utc.isoformat(),
                    "withdrawn": one.reason,
                    "from": one.from_.isoformat() if one.from_ else None,
                }
                for one in kept
            ]
        )
        return
    for one in kept:
        who = holder(one.certificate).titled
        if one.reason and one.from_:
            because = words(f"authority.reason.{one.reason}")
            line = words("authority.gone", who=who, because=because, day=words.day(one.from_.isoformat()))
        else:
            line = words("identity.line", who=who, day=words.day(one.certificate.not_valid_after_utc.isoformat()))
        say([line, f"  {one.fingerprint}"])


@app.command("revoke")
def revoke(
    which: Annotated[str, typer.Argument(metavar="NAME|FINGERPRINT", help="Whose certificate.")],
    reason: Annotated[ReasonName, typer.Option("--reason", help="Somebody left, a key was lost, or it is replaced.")],
    since: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="Since when it no longer counts; else from now.")
    ] = None,
) -> None:
    """Withdraw a certificate; then make a new list with: lawfulshare authority crl."""
    from lawfulshare.record.authority import withdraw
    from lawfulshare.record.certificates import holder

    at = now()
    from_ = datetime.fromisoformat(day_named(since, "--from")).replace(tzinfo=at.tzinfo) if since else None
    gone = withdraw(home(), which, reason.value, from_=from_, at=at)
    say(wording("en")("authority.withdrawn", who=holder(gone.certificate).titled))


@app.command("crl")
def crl(out: OutOption) -> None:
    """Make the signed list of withdrawn certificates; it is good for ninety days."""
    from lawfulshare.record.authority import withdrawn_list

    write_whole(out, withdrawn_list(home(), _passphrase(), at=now()))
    say(wording("en")("authority.listed", file=out))


@app.command("kit")
def kit(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the trust kit goes: an empty folder.")],
) -> None:
    """Make the trust kit: all that a colleague's LawfulShare, Acrobat or Windows needs to know this authority."""
    from lawfulshare.record.trust_kit import write_kit

    names = write_kit(home(), out, _passphrase(), at=now())
    say([wording("en")("authority.kit", folder=out), *(f"  {name}" for name in names)])


def _passphrase() -> str | None:
    return passphrase_from_file() or asked(wording("en")("authority.passphrase"))
