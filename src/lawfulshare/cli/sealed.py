"""law pack and install, overlay sign, install and show, trust: signed files of the law, and whose keys count."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from lawfulshare import content
from lawfulshare.cli.speaking import DEFAULT_NATION, law_here, read_bytes, say, say_json
from lawfulshare.cli.unlocking import unlock
from lawfulshare.desk.home import home
from lawfulshare.filing import write_whole
from lawfulshare.law.packs.overlay import Overlay
from lawfulshare.wording import wording

overlay_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
trust_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)

NationOption = Annotated[str, typer.Option("--nation", help="england, wales, scotland or northern_ireland.")]
IdentityOption = Annotated[str | None, typer.Option("--identity", metavar="NAME", help="Who signs; else the newest.")]
LawOption = Annotated[Path | None, typer.Option("--law", metavar="DIR", help="A folder of law; else the one shipped.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def pack_law(
    out: Annotated[Path, typer.Argument(metavar="FILE", help="Where the signed law pack goes.")],
    identity: IdentityOption = None,
    law: LawOption = None,
    nation: NationOption = DEFAULT_NATION,
) -> None:
    """Check a folder of law and make one signed file of it."""
    from lawfulshare.desk.law_here import pack_up

    now = datetime.now(UTC).astimezone()
    signer = unlock(identity, at=now)
    document, edition = pack_up(law or content.resources() / "law", nation, signer, at=now)
    write_whole(out, document)
    say(wording("en")("sealing.packed", file=out, nation=nation, version=edition.version, signer=signer.name))


def install_law(file: Annotated[Path, typer.Argument(metavar="FILE", help="A signed law pack.")]) -> None:
    """Install a newer law pack from its signed file; without a network."""
    from lawfulshare.desk.law_here import install_pack

    edition, sealed, new = install_pack(home(), read_bytes(file, "law pack"))
    key = "installed" if new else "installed_already"
    say(wording("en")(f"sealing.{key}", nation=edition.nation, version=edition.version, signer=sealed.signer))


@overlay_app.command("sign")
def sign_overlay(
    file: Annotated[Path, typer.Argument(metavar="FILE.yaml", help="What the organisation adds.")],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the signed overlay goes.")],
    identity: IdentityOption = None,
) -> None:
    """Check what the organisation adds, and sign it."""
    from lawfulshare.desk.law_here import seal_overlay

    read_bytes(file, "overlay")
    now = datetime.now(UTC).astimezone()
    signer = unlock(identity, at=now)
    document, overlay = seal_overlay(content.read_yaml(file), law_here(), signer, at=now)
    write_whole(out, document)
    say(
        wording("en")(
            "sealing.sealed_overlay",
            file=out, organisation=overlay.organisation, version=overlay.version, signer=signer.name,
        )
    )  # fmt: skip


@overlay_app.command("install")
def install_overlay(file: Annotated[Path, typer.Argument(metavar="FILE", help="A signed overlay.")]) -> None:
    """Use an organisation's signed overlay from now on."""
    from lawfulshare.desk.law_here import install_overlay as install

    overlay, sealed = install(home(), read_bytes(file, "overlay"))
    say(
        wording("en")(
            "sealing.installed_overlay",
            organisation=overlay.organisation, version=overlay.version, signer=sealed.signer,
        )
    )  # fmt: skip


@overlay_app.command("show")
def show_overlay(nation: NationOption = DEFAULT_NATION, as_json: JsonOption = False) -> None:
    """Show the overlay in use: what it confirms, whom to ring, where to turn next, thresholds."""
    overlay = law_here().overlay(nation)
    if as_json:
        say_json(overlay.model_dump(mode="json", by_alias=True) | {"sha256": overlay.sha256} if overlay else {})
        return
    say(_in_words(overlay) if overlay else wording("en")("overlay.none", nation=nation))


def _in_words(overlay: Overlay) -> list[str]:
    from lawfulshare.law.answer.nearby import contact_line, escalation_line, threshold_line

    words = wording("en")
    lines = [words("overlay.heading", organisation=overlay.organisation, version=overlay.version)]
    for one in overlay.commencements:
        day = words.day(one.from_)
        lines.append("  " + words("overlay.confirms", provision=one.provision, day=day, evidence=one.evidence))
    lines += [f"  {contact_line(contact)}" for contact in overlay.contacts]
    lines += [f"  {escalation_line(step, number)}" for number, step in enumerate(overlay.escalation, 1)]
    return [*lines, *(f"  {threshold_line(one)}" for one in overlay.thresholds), f"  {overlay.sha256}"]


@trust_app.command("list")
def list_trusted(as_json: JsonOption = False) -> None:
    """List the keys trusted here, and for what."""
    from lawfulshare.record.trusting import trusted
    from lawfulshare.record.withdrawn import kept

    words, keys = wording("en"), trusted(home())
    if as_json:
        say_json([{"name": key.name, "certificate_sha256": key.sha256, "for": list(key.purposes)} for key in keys])
        return
    for key in keys:
        say([words("sealing.trust.line", name=key.name, purposes=_purposes(key.purposes)), f"  {key.fingerprint}"])
    for one in kept(home()):
        say(
            words(
                "sealing.list.line", authority=one.authority, day=words.day(one.made.isoformat()), count=one.withdrawn
            )
        )
        if one.next is not None and one.next < datetime.now(UTC):
            say(words("sealing.list.late", day=words.day(one.next.isoformat())))


@trust_app.command("add")
def add_trusted(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A certificate, or a file that the key has signed.")],
    fingerprint: Annotated[
        str | None, typer.Option("--fingerprint", help="At least 20 characters of its fingerprint, unattended.")
    ] = None,
    only: Annotated[str | None, typer.Option("--only", help="Trust it for records, law or time alone.")] = None,
) -> None:
    """Trust a key: its fingerprint is shown, and at least 20 characters of it are compared with the owner."""
    from lawfulshare.desk.review import certificate_of
    from lawfulshare.record.trusting import FEWEST_COMPARED, PURPOSES, UNLESS_SAID, TrustedKey, add

    words, purposes = wording("en"), tuple(purpose for purpose in PURPOSES if purpose == only) if only else UNLESS_SAID
    if not purposes:
        raise typer.BadParameter("say records, law or time", param_hint="--only")
    key = TrustedKey(certificate_of(read_bytes(file, "certificate")), purposes)
    if fingerprint is None:
        say([words("sealing.trust.shown", name=key.name), f"  {key.fingerprint}"])
        sys.stdout.write(words("sealing.trust.ask", fewest=FEWEST_COMPARED) + " ")
        sys.stdout.flush()
        fingerprint = sys.stdin.readline()
    add(home(), key.certificate, fingerprint, purposes)
    say(words("sealing.trust.added", name=key.name, purposes=_purposes(purposes)))


@trust_app.command("crl")
def take_list(
    file: Annotated[Path, typer.Argument(metavar="FILE.crl", help="What a trusted authority has withdrawn.")],
) -> None:
    """Take in an authority's list of withdrawn certificates, in place of its older one."""
    from lawfulshare.record.withdrawn import take_in

    words, taken = wording("en"), take_in(home(), read_bytes(file, "list of withdrawn certificates"))
    day = words.day(taken.made.isoformat())
    say(words("sealing.list.taken", authority=taken.authority, day=day, count=taken.withdrawn))


@trust_app.command("remove")
def remove_trusted(name: Annotated[str, typer.Argument(metavar="NAME|FINGERPRINT")]) -> None:
    """Trust a key no longer; what it signed serves old records only."""
    from lawfulshare.record.trusting import remove

    say(wording("en")("sealing.trust.removed", name=remove(home(), name).name))


def _purposes(purposes: tuple[str, ...]) -> str:
    return " and ".join(wording("en")(f"sealing.trust.for.{purpose}") for purpose in purposes)
