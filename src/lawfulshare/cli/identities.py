"""identity: signing identities, made here, brought along, or asked of an authority and enrolled."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from lawfulshare.cli.speaking import read_bytes, say, say_json
from lawfulshare.cli.unlocking import asked, new_passphrase
from lawfulshare.desk.home import home, passphrase_from_file
from lawfulshare.filing import write_whole
from lawfulshare.wording import wording

if TYPE_CHECKING:
    from lawfulshare.record.identities import Identity

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
NameOption = Annotated[str, typer.Option("--name", help="Who signs.")]
RoleOption = Annotated[str, typer.Option("--role", help="Their role.")]
OrganisationOption = Annotated[str, typer.Option("--organisation", help="For whom they sign.")]


@app.command("new")
def new_identity(name: NameOption, role: RoleOption, organisation: OrganisationOption) -> None:
    """Make a signing identity on this computer."""
    from lawfulshare.record.identities import check_names, new

    check_names(name=name, role=role, organisation=organisation)
    _tell(new(home(), name, role, organisation, new_passphrase(), at=now()))


@app.command("import")
def bring_identity(
    file: Annotated[Path, typer.Argument(metavar="FILE.p12", help="A key with its certificate, as PKCS#12.")],
) -> None:
    """Take in a key and its certificate that you have already; its passphrase is asked for."""
    from lawfulshare.record.enrolling import bring, opens

    body, secret = read_bytes(file, "PKCS#12 file"), passphrase_from_file()
    if secret is None or not opens(body, secret):
        secret = asked(wording("en")("identity.ask.file"))
    _tell(bring(home(), body, secret or "", new_passphrase(), at=now()))


@app.command("request")
def request_identity(
    name: NameOption,
    role: RoleOption,
    organisation: OrganisationOption,
    out: Annotated[Path, typer.Option("--out", metavar="FILE.csr", help="Where the request goes.")],
) -> None:
    """Make a key here, and the request with which an authority issues its certificate."""
    from lawfulshare.record.certificates import Holder
    from lawfulshare.record.enrolling import request
    from lawfulshare.record.identities import check_names

    check_names(name=name, role=role, organisation=organisation)
    made = request(home(), Holder(name, role, organisation), new_passphrase())
    write_whole(out, made.csr)
    say([wording("en")("identity.requested", file=out, who=made.whose.titled), f"  {made.fingerprint}"])


@app.command("enrol")
def enrol_identity(
    file: Annotated[
        Path, typer.Argument(metavar="CERT.pem", help="The certificate that came, alone or with its chain.")
    ],
) -> None:
    """Take the certificate that an authority issued to the key that waits here."""
    from lawfulshare.record.enrolling import enrol

    _tell(enrol(home(), read_bytes(file, "certificate"), at=now()))


@app.command("card")
def add_card(
    module: Annotated[Path, typer.Option("--module", metavar="FILE", help="The card's PKCS#11 module.")],
    token: Annotated[str | None, typer.Option("--token", help="The card's label; else the only one there.")] = None,
    name: Annotated[str | None, typer.Option("--name", help="Whose certificate, where it has several.")] = None,
) -> None:
    """Sign with a key on a smart card or in an HSM; the PIN is asked for at each signing and never kept."""
    from lawfulshare.record.cards import look
    from lawfulshare.record.enrolling import keep_card, only_fit

    found, others = look(module, token)
    _tell(keep_card(home(), module, only_fit(found, now(), name), others, at=now()))


@app.command("timestamps")
def timestamps(
    url: Annotated[str | None, typer.Argument(metavar="URL", help="The timestamp server to ask (RFC 3161).")] = None,
    off: Annotated[bool, typer.Option("--off", help="Ask no server any more.")] = False,
) -> None:
    """Say where timestamps come from, name a server, or ask none any more. Without a server nothing is ever asked."""
    from lawfulshare.record.backing import address, stop, use

    words = wording("en")
    if off:
        stop(home())
        say(words("identity.timestamps.stopped"))
    elif url is not None:
        use(home(), url)
        say(words("identity.timestamps.used", url=url))
    else:
        here = address(home())
        say(words("identity.timestamps.now", url=here) if here else words("identity.timestamps.none"))


@app.command("list")
def identities(as_json: JsonOption = False) -> None:
    """List the signing identities kept here, and the requests that wait for a certificate."""
    from lawfulshare.record.enrolling import waiting
    from lawfulshare.record.identities import list_identities

    kept = list_identities(home())
    if as_json:
        say_json([_as_json(each) for each in kept])
        return
    words = wording("en")
    for each in kept:
        left = each.days_left(now())
        soon = [] if left is None else ["  " + words("identity.expired" if left < 0 else "identity.soon", days=left)]
        day = words.day(each.expires.isoformat())
        say([words("identity.line", who=_who(each), day=day), f"  {each.fingerprint}", *soon])
    for one in waiting(home()):
        say([words("identity.waits", who=one.whose.titled), f"  {one.fingerprint}"])


def _as_json(identity: "Identity") -> dict[str, object]:
    from lawfulshare.record.certificates import holder_line

    return {
        "name": identity.name,
        "role": identity.role,
        "organisation": identity.organisation,
        "made": identity.made.isoformat(),
        "expires": identity.expires.isoformat(),
        "certificate_sha256": identity.certificate_sha256,
        "issued_by": [holder_line(issuer) for issuer in identity.chain],
        "locked_by": identity.locked_by,
    }


def _tell(identity: "Identity") -> None:
    words = wording("en")
    day = words.day(identity.expires.isoformat())
    say([_who(identity), words("identity.expires", day=day), identity.fingerprint])


def _who(identity: "Identity") -> str:
    from lawfulshare.record.certificates import Holder

    return Holder(identity.name, identity.role, identity.organisation).titled


def now() -> datetime:
    """Give this moment by the computer's clock."""
    return datetime.now(UTC).astimezone()
