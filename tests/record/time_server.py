"""A timestamp authority of one's own behind a server on this computer, well behaved or not."""

import threading
from contextlib import contextmanager
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from asn1crypto import keys, tsp
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID
from made import CLOSED_AT
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper

from lawfulshare.record.certificates import Holder, begun, named, usage


class TimeAuthority:
    """A root and its timestamp certificate (RSA); it says the moment that it is told to say."""

    def __init__(self, *, purpose: bool = True) -> None:
        self._root_key = ec.generate_private_key(ec.SECP256R1())
        key = rsa.generate_private_key(65537, 2048)
        subject = named(Holder("Time root", "Authority", "Clock House"))
        self.root = (
            begun(subject, subject, self._root_key.public_key(), CLOSED_AT, 5000)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(usage("key_cert_sign", "crl_sign"), critical=True)
            .sign(self._root_key, hashes.SHA256())
        )
        builder = begun(named(Holder("Time 1", "Clock", "Clock House")), subject, key.public_key(), CLOSED_AT, 4000)
        if purpose:
            stamps = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
            builder = builder.add_extension(stamps, critical=True)
        self.certificate = builder.sign(self._root_key, hashes.SHA256())
        pkcs8 = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        self._dummy = DummyTimeStamper(
            asn1.Certificate.load(self.certificate.public_bytes(Encoding.DER)),
            keys.PrivateKeyInfo.load(pkcs8),
            certs_to_embed=[asn1.Certificate.load(self.root.public_bytes(Encoding.DER))],
            fixed_dt=CLOSED_AT,
        )

    def says(self, moment: datetime) -> None:
        self._dummy.fixed_dt = moment

    def answer(self, request: bytes) -> bytes:
        return self._dummy.request_tsa_response(tsp.TimeStampReq.load(request)).dump()

    def nothing_withdrawn(self, at: datetime) -> x509.CertificateRevocationList:
        builder = x509.CertificateRevocationListBuilder().issuer_name(self.root.subject)
        return builder.last_update(at).next_update(at + timedelta(days=90)).sign(self._root_key, hashes.SHA256())


@contextmanager
def serving(answer):
    """Serve what a function makes of each request; give the address and the list of requests that came."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append(body)
            said = answer(body)
            self.send_response(200 if said else 503)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(said)))
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/tsa", asked
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
