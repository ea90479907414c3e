"""A sealed file opens only as it was sealed, and only by a key that somebody compared."""

import json

import pytest
from made import CLOSED_AT, years_later
from sealed import author, somebody

from lawfulshare.faults import BadSeal
from lawfulshare.record.sealing import FORMAT, certificate_in, seal, unseal
from lawfulshare.record.trusting import add, anchors, remove, trusted
from lawfulshare.record.withdrawn import vouched

BODY, SORT = '{"says": "whatever the law of Ärmel-on-Sea says"}'.encode(), "lawfulshare.test/1"


@pytest.fixture(scope="module")
def document():
    return seal(BODY, SORT, author(), at=CLOSED_AT)


def altered(document, **parts):
    stated = json.loads(document)
    for key, value in parts.items():
        stated.pop(key) if value is None else stated.update({key: value})
    return json.dumps(stated).encode()


def refusal(document, sort=SORT):
    with pytest.raises(BadSeal) as refused:
        unseal(document, sort)
    assert len(refused.value.faults) == 1
    return str(refused.value.faults[0])


def test_what_was_sealed_comes_out_with_its_signer_and_day(document):
    sealed = unseal(document, SORT)
    assert sealed.body == BODY
    assert sealed.signer == "J. Malik, Health visitor, Northmoor NHS Trust"
    assert sealed.signed_on == CLOSED_AT
    assert sealed.fingerprint == author().fingerprint
    assert certificate_in(document) == sealed.certificate


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"body": "{}"}, "changed after it was signed"),
        ({"sha256": "0" * 64}, "changed after it was signed"),
        ({"signed_on": "2026-11-24T10:00:00+00:00"}, "changed after it was signed"),
        ({"signed_on": "whenever"}, "changed after it was signed"),
        ({"signature": "AAAA"}, "changed after it was signed"),
        ({"signature": "not base64!"}, "changed after it was signed"),
        ({"certificate": "no certificate"}, "changed after it was signed"),
        ({"surprise": "x"}, "changed after it was signed"),
        ({"holds": 7}, "changed after it was signed"),
        ({"signature": ""}, "nobody has signed it"),
        ({"signature": None}, "nobody has signed it"),
        ({"certificate": None}, "nobody has signed it"),
        ({"format": "lawfulshare.sealed/2"}, "format that this version does not read"),
        ({"body": None}, "never sealed"),
    ],
)  # fmt: skip
def test_what_was_altered_is_refused_in_one_sentence(document, parts, told):
    assert told in refusal(altered(document, **parts))


def test_another_key_cannot_take_over_a_seal(document):
    stated = json.loads(seal(BODY, SORT, somebody("B. Someone"), at=CLOSED_AT))
    assert "changed after" in refusal(altered(document, certificate=stated["certificate"]))


@pytest.mark.parametrize("part", range(1, 10))
def test_one_changed_byte_or_a_missing_end_is_refused(document, part):
    at = len(document) * part // 10
    flipped = bytearray(document)
    flipped[at] ^= 0x01
    assert refusal(bytes(flipped))
    assert "cut short" in refusal(document[:at])


def test_what_is_of_another_sort_too_large_or_no_json_is_refused(document):
    assert "something else" in refusal(document, "lawfulshare.other/1")
    assert "larger" in refusal(b" " * (32 * 1024 * 1024 + 1))
    assert "cut short" in refusal(b"[" * 100_000)
    assert "cut short" in refusal(b'{"format": "a", "format": "b", "body": ""}')


def test_a_key_seals_only_while_it_is_valid():
    late = seal(BODY, SORT, author(), at=years_later(CLOSED_AT, 6))
    assert "not valid on that day" in refusal(late)


def certificate():
    return unseal(seal(BODY, SORT, author(), at=CLOSED_AT), SORT).certificate


def test_a_key_is_trusted_once_twenty_characters_were_compared(tmp_path):
    assert not vouched(tmp_path, certificate(), "law", CLOSED_AT)
    key = add(tmp_path, certificate(), author().fingerprint[:24].upper())
    assert vouched(tmp_path, certificate(), "law", CLOSED_AT)
    assert [one.sha256 for one in trusted(tmp_path)] == [author().certificate_sha256] == [key.sha256]


@pytest.mark.parametrize(
    ("compared", "told"), [("", "at least 20"), ("ab cd", "at least 20"), ("0" * 20, "not the finger")]
)
def test_too_little_or_the_wrong_fingerprint_trusts_nobody(tmp_path, compared, told):
    with pytest.raises(BadSeal, match=told):
        add(tmp_path, certificate(), compared)
    with pytest.raises(BadSeal, match="at least 20"):
        add(tmp_path, certificate(), author().fingerprint[:23])
    assert trusted(tmp_path) == ()


def test_a_key_trusted_for_records_alone_vouches_for_no_law(tmp_path):
    add(tmp_path, certificate(), author().certificate_sha256, ("records",))
    assert len(anchors(tmp_path, "records")) == 1
    assert not vouched(tmp_path, certificate(), "law", CLOSED_AT)


def test_a_key_is_removed_by_name_or_fingerprint(tmp_path):
    for which in ("J. Malik", author().fingerprint[:9]):
        add(tmp_path, certificate(), author().certificate_sha256)
        assert remove(tmp_path, which).sha256 == author().certificate_sha256
        assert trusted(tmp_path) == ()
    for which in ("J. Malik", " "):
        with pytest.raises(BadSeal, match="no key of"):
            remove(tmp_path, which)


def test_a_name_that_means_two_keys_removes_neither(tmp_path):
    for one in (author(), somebody()):
        other = certificate_in(seal(BODY, SORT, one, at=CLOSED_AT))
        add(tmp_path, other, one.certificate_sha256)
    with pytest.raises(BadSeal, match="more than one"):
        remove(tmp_path, "J. Malik")
    assert len(trusted(tmp_path)) == 2


@pytest.mark.parametrize("body", [b"{", b"[]", b'{"for": ["law"]}', b'{"for": ["law"], "certificate": "x"}'])
def test_a_damaged_or_renamed_key_file_vouches_for_nobody(tmp_path, body):
    key = add(tmp_path, certificate(), author().certificate_sha256)
    kept = tmp_path / "trust" / f"{key.sha256}.json"
    kept.rename(kept.with_name(f"{'0' * 64}.json"))
    assert trusted(tmp_path) == ()
    kept.write_bytes(body)
    assert trusted(tmp_path) == ()


def test_the_format_is_named(document):
    assert json.loads(document)["format"] == FORMAT
