"""Timestamps of an authority elsewhere (RFC 3161), by the address of its server."""

import asyncio
import urllib.request
from typing import Any
from urllib.parse import urlsplit

from asn1crypto import tsp
from pyhanko.sign.timestamps import TimeStamper

from lawfulshare.faults import Fault, NoTimestamp
from lawfulshare.wording import wording

SECONDS = 15
LARGEST_ANSWER = 1024 * 1024


class Server(TimeStamper):  # type: ignore[misc]
    """One timestamp server; whatever goes wrong with it is one fault, and nothing is signed."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self.url = url

    async def async_request_tsa_response(self, req: Any) -> Any:
        """Send a request as RFC 3161, 3.4 says, and read the answer; only a digest leaves this computer."""
        headers = {"Content-Type": "application/timestamp-query"}
        asked = urllib.request.Request(self.url, data=req.dump(), headers=headers)
        with urllib.request.urlopen(asked, timeout=SECONDS) as answer:
            return tsp.TimeStampResp.load(answer.read(LARGEST_ANSWER), strict=True)

    async def async_timestamp(self, message_digest: bytes, md_algorithm: str) -> Any:
        """Ask for a timestamp over a digest.

        Raises:
            NoTimestamp: the server cannot be reached, refuses, or gives something else than was asked for.
        """
        try:
            token = await super().async_timestamp(message_digest, md_algorithm)
            told = token["content"]["encap_content_info"]["content"].parsed
            same = told["message_imprint"]["hashed_message"].native == message_digest
            named = len(token["content"]["certificates"])
        except Exception:
            # What comes back is a stranger's; reading it may fail in any way.
            raise no_timestamp("unreachable", self.url) from None
        if not same or not named:
            raise no_timestamp("strange", self.url)
        return token

    def certificates(self) -> tuple[bytes, ...]:
        """Give the certificates that the server sends along, DER, with a first answer that serves for nothing else.

        Raises:
            NoTimestamp: the server cannot be reached, refuses, or gives something else than was asked for.
        """
        asyncio.run(self.async_dummy_response("sha256"))
        return tuple(one.dump() for one in self.cert_registry)


def no_timestamp(key: str, url: str) -> NoTimestamp:
    """Say why there is no timestamp."""
    words, at = wording("en"), f"identity.fault.timestamp_{key}"
    where = words("identity.fault.timestamp", host=urlsplit(url).hostname or "")
    return NoTimestamp(Fault(where, words(f"{at}.what"), words(f"{at}.mend")))
