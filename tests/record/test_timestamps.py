"""Timestamps: B-T and B-LT against a server on this computer, what a verification makes of them, and every refusal."""

from dataclasses import replace
from datetime import timedelta

import page
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from issuing import OFFICE, member, office, record_by, unsigned, verified
from made import CLOSED_AT
from sealed import somebody
from time_server import TimeAuthority, serving

from lawfulshare.faults import BadCaseFile, NoTimestamp
from lawfulshare.record import authority, backing
from lawfulshare.record.backing import Backing
from lawfulshare.record.certificates import holder_line
from lawfulshare.record.countersigning import countersign
from lawfulshare.record.identities import open_identity
from lawfulshare.record.revisions import examine, signature_told
from lawfulshare.record.signing import sign
from lawfulshare.record.vouching import proven

MONTH = timedelta(days=30)


@pytest.fixture(scope="module")
def clock():
    """A timestamp authority and its server."""
    made = TimeAuthority()
    with serving(made.answer) as (url, asked):
        yield made, url, asked


@pytest.fixture(scope="module")
def house(tmp_path_factory):
    """An authority, and J. Malik who has its certificate."""
    home = tmp_path_factory.mktemp("office")
    root = office(home)
    return home, root.certificate, member(home, tmp_path_factory.mktemp("malik"))


@pytest.fixture(scope="module")
def stamped(clock, house):
    """A record of J. Malik's with a timestamp (B-T)."""
    time, url, _ = clock
    time.says(CLOSED_AT)
    return record_by(replace(house[2], backing=Backing(url)))


@pytest.fixture(scope="module")
def long_term(clock, house):
    """A record with a timestamp and all that validates it later (B-LT)."""
    time, url, _ = clock
    time.says(CLOSED_AT)
    mine = authority.withdrawn_list(house[0], OFFICE, at=CLOSED_AT)
    theirs = time.nothing_withdrawn(CLOSED_AT).public_bytes(Encoding.DER)
    return record_by(replace(house[2], backing=Backing(url, (mine, theirs))))


def codes(told) -> set[str]:
    return {finding.code for finding in told.findings}


def failures(pdf: bytes, tmp_path, profile) -> set[str]:
    (tmp_path / "file.pdf").write_bytes(pdf)
    return {one.rule_id for one in page.validate_pdf(str(tmp_path / "file.pdf"), profile=profile).failures}


def test_with_a_timestamp_of_a_trusted_authority_the_moment_is_vouched_for(clock, house, stamped):
    told = verified(stamped, house[1], for_time=[clock[0].root])
    assert told.signatures[0].level == "B-T"
    assert told.questions.when.answer == "yes"
    assert "Time 1, Clock, Clock House" in told.questions.when.says
    assert told.sound and not told.findings


def test_without_trust_in_the_authority_the_moment_stays_open_and_its_key_is_named(clock, house, stamped):
    told = verified(stamped, house[1])
    assert told.questions.when.answer == "unknown"
    assert "not met before: Time 1" in told.questions.when.says
    assert told.sound


def test_only_a_digest_leaves_the_computer(clock, house, stamped):
    assert all(len(body) < 120 for body in clock[2])
    assert not any(b"Malik" in body or b"Theo" in body for body in clock[2])


@pytest.mark.parametrize("kind", ["stamped", "long_term"])
def test_it_stays_archival_and_accessible(kind, request, tmp_path):
    pdf = request.getfixturevalue(kind)
    assert failures(pdf, tmp_path, page.ValidationProfile.PDF_A_3A) == set()
    assert failures(pdf, tmp_path, page.ValidationProfile.PDF_UA_1) == set()


def test_with_lists_of_everybody_concerned_it_validates_later_from_itself(clock, house, long_term):
    told = verified(long_term, house[1], for_time=[clock[0].root])
    assert told.signatures[0].level == "B-LT"
    assert told.sound and not told.findings
    assert len(examine(long_term).seals[0].evidence.lists) == 2
    assert examine(long_term).seals[0].whole_file


def test_where_a_list_is_missing_it_does_not_claim_to(clock, house):
    mine = authority.withdrawn_list(house[0], OFFICE, at=CLOSED_AT)
    pdf = record_by(replace(house[2], backing=Backing(clock[1], (mine,))))
    assert verified(pdf).signatures[0].level == "B-T"
    assert not examine(pdf).seals[0].evidence.lists


def test_a_countersignature_has_a_timestamp_and_lists_of_its_own(clock, house, long_term, tmp_path):
    time, url, _ = clock
    later = CLOSED_AT + timedelta(hours=2)
    time.says(later)
    theirs = time.nothing_withdrawn(later).public_bytes(Encoding.DER)
    supervisor = member(house[0], tmp_path / "osei", whose("P. Osei"))
    mine = authority.withdrawn_list(house[0], OFFICE, at=later)
    pdf = countersign(long_term, replace(supervisor, backing=Backing(url, (mine, theirs))), at=later)
    told = verified(pdf, house[1], for_time=[time.root])
    assert [signature.level for signature in told.signatures] == ["B-LT", "B-LT"]
    assert told.questions.unchanged.answer == "yes" and told.sound and not told.findings
    assert failures(pdf, tmp_path, page.ValidationProfile.PDF_A_3A) <= {"PDFA3A-SIGNATURE-BYTERANGE-001"}
    assert failures(pdf, tmp_path, page.ValidationProfile.PDF_UA_1) == set()


def whose(name: str):
    from issuing import MALIK

    return MALIK._replace(name=name)


def test_a_clock_that_was_set_back_is_found_out(clock, house):
    time, url, _ = clock
    time.says(CLOSED_AT + MONTH)
    told = verified(record_by(replace(house[2], backing=Backing(url))), house[1], for_time=[time.root])
    assert told.questions.when.answer == "unknown"
    assert codes(told) == {"clocks-differ"}


def test_a_lost_key_stays_good_for_what_was_stamped_before(clock, house, stamped, tmp_path):
    time, home = clock[0], tmp_path / "copy"
    (home / "authority").mkdir(parents=True)
    (home / "authority" / "authority.json").write_bytes((house[0] / "authority" / "authority.json").read_bytes())
    authority.withdraw(home, house[2].fingerprint, "lost", from_=CLOSED_AT + MONTH, at=CLOSED_AT + MONTH)
    lists = [x509.load_der_x509_crl(authority.withdrawn_list(home, OFFICE, at=CLOSED_AT + MONTH))]
    told = verified(stamped, house[1], lists=lists, for_time=[time.root])
    assert told.questions.trusted.answer == "yes" and codes(told) == {"certificate-withdrawn-later"}
    assert verified(stamped, house[1], lists=lists).questions.trusted.answer == "no"


def test_a_certificate_that_is_not_for_timestamps_vouches_for_no_moment(house):
    made = TimeAuthority(purpose=False)
    with serving(made.answer) as (url, _):
        pdf = record_by(replace(house[2], backing=Backing(url)))
    assert verified(pdf, for_time=[made.root]).questions.when.answer == "unknown"


def test_a_timestamp_of_another_signature_is_found(clock, house, stamped):
    """The timestamp is outside what the signature covers: somebody puts in the one of another record."""
    other = record_by(replace(somebody("B. Other"), backing=Backing(clock[1])))
    told = verified(with_stamp_of(stamped, other), house[1], for_time=[clock[0].root])
    assert told.questions.when.answer == "no"
    assert codes(told) == {"timestamp-broken"} and not told.sound


def with_stamp_of(pdf: bytes, other: bytes) -> bytes:
    from asn1crypto import cms

    def blob(body: bytes) -> tuple[int, int, cms.ContentInfo]:
        start = body.index(b"/Contents <3082") + len(b"/Contents <")
        end = body.index(b">", start)
        return start, end, cms.ContentInfo.load(bytes.fromhex(body[start:end].decode()))

    start, end, mine = blob(pdf)
    _, _, theirs = blob(other)
    attributes = theirs["content"]["signer_infos"][0]["unsigned_attrs"]
    mine["content"]["signer_infos"][0]["unsigned_attrs"] = attributes
    raw = mine.dump(force=True).hex().encode()
    assert len(raw) <= end - start
    return pdf[:start] + raw.ljust(end - start, b"0") + pdf[end:]


def test_whatever_is_damaged_in_a_timestamp_ends_in_an_answer(clock, long_term):
    """No byte of a timestamp is covered by the signature that it is over: anybody can write anything there."""
    start = long_term.index(b"/Contents <3082") + len(b"/Contents <")
    told = bytes.fromhex(long_term[start : long_term.index(b">", start)].decode())
    token = told.index(bytes.fromhex("060b2a864886f70d010910020e"))  # id-aa-timeStampToken, RFC 3161, appendix A
    end = len(told.rstrip(b"\0"))
    for place in range(token, end, (end - token) // 150):
        at = start + 2 * place
        damaged = long_term[:at] + b"%02x" % (told[place] ^ 0xA5) + long_term[at + 2 :]
        seen = examine(damaged)
        assert seen.seals or seen.findings
        for seal in seen.seals:
            assert signature_told(seal).level in ("B-B", "B-T", "B-LT")
            assert proven(seal, [clock[0].root], ()) in (None, CLOSED_AT)
            if seal.evidence.stamp is not None:
                assert holder_line(seal.evidence.stamp.certificate)


REFUSALS = {
    "no answer": lambda body: b"",
    "no timestamp": lambda body: b"hello",
    "of something else": lambda body: TimeAuthority().answer(another_request()),
}


def another_request() -> bytes:
    from pyhanko.sign.timestamps import TimeStamper

    return TimeStamper(include_nonce=False).request_cms(bytes(32), "sha256")[1].dump()


@pytest.mark.parametrize("kind", REFUSALS)
def test_what_is_no_timestamp_signs_nothing_and_says_where_to_go_on(house, kind):
    with serving(REFUSALS[kind]) as (url, _):
        mine = replace(house[2], backing=Backing(url))
        with pytest.raises(NoTimestamp, match="nothing was signed") as trouble:
            sign(unsigned(mine), mine, at=CLOSED_AT)
    assert "--no-timestamp" in str(trouble.value)


def test_a_server_that_is_not_there_signs_nothing(house):
    with serving(lambda body: b"") as (url, _):
        pass
    mine = replace(house[2], backing=Backing(url))
    with pytest.raises(NoTimestamp, match=r"timestamp server 127\.0\.0\.1: it gave no timestamp"):
        sign(unsigned(mine), mine, at=CLOSED_AT)


def test_an_identity_asks_the_server_that_was_named_and_none_after_it_was_told_not_to(tmp_path, clock):
    from issuing import PASSPHRASE

    from lawfulshare.record.identities import new

    made = new(tmp_path, "J. Malik", "Health visitor", "Northmoor", PASSPHRASE, at=CLOSED_AT)
    assert made.backing == Backing()
    backing.use(tmp_path, clock[1])
    assert open_identity(tmp_path, passphrase=PASSPHRASE, at=CLOSED_AT).backing.url == clock[1]
    backing.stop(tmp_path)
    assert open_identity(tmp_path, passphrase=PASSPHRASE, at=CLOSED_AT).backing == Backing()


@pytest.mark.parametrize(
    "url", ["", "clock", "ftp://clock.example/", "file:///etc/passwd", "http://", "https://me:secret@clock.example/"]
)
def test_what_is_no_address_of_the_web_is_refused(tmp_path, url):
    with pytest.raises(BadCaseFile, match="no address"):
        backing.use(tmp_path, url)
    (tmp_path / backing.FILE).write_text(f'{{"format": "{backing.FORMAT}", "url": "{url}"}}')
    assert backing.address(tmp_path) is None
