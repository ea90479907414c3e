"""Compares a file with what is drawn anew from the data inside: does the paper say what the data says?"""

from lawfulshare.record.verification import FindingCode


def differences(pdf: bytes, drawn: int, again: bytes) -> set[FindingCode]:
    """Name the parts in which a file, as it was before anybody signed, is not what was drawn again.

    The same program draws the same bytes, and the signed file begins with them: its first `drawn` bytes. Another build
    of a library may pack them otherwise; then each part, unpacked, must be the same, to the last bookmark.
    """
    from lawfulshare.record.finishing.comparing import apart, parts

    before = pdf[:drawn]
    return set() if before == again else apart(parts(before), parts(again))
