"""HTTPS with certificates of one's own, and proxies: by a server that gives one answer, and a proxy that counts."""

import contextlib
import datetime
import http.server
import os
import socket
import socketserver
import ssl
import subprocess
import tempfile
import threading
import unittest

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

ANSWER = b'{"Models": [{"ModelName": "m", "ModelArn": "arn", "CreationTime": 0}]}'


class Answers(http.server.BaseHTTPRequestHandler):
    """Answers whatever is asked."""

    protocol_version = "HTTP/1.1"

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Length", str(len(ANSWER)))
        self.end_headers()
        self.wfile.write(ANSWER)

    def log_message(self, *_):
        pass


class Tunnels(socketserver.StreamRequestHandler):
    """A proxy: CONNECT for HTTPS, and nothing else. To what does not exist it connects all the same."""

    def handle(self):
        line = self.rfile.readline().decode()
        while self.rfile.readline().strip():
            pass
        self.server.asked.append(line.split()[1])
        target = socket.create_connection(self.server.target)
        self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        threading.Thread(target=self.pump, args=(target, self.connection), daemon=True).start()
        self.pump(self.connection, target)

    @staticmethod
    def pump(source, sink):
        with contextlib.suppress(OSError):
            while part := source.recv(65536):
                sink.sendall(part)
            sink.shutdown(socket.SHUT_WR)


class Transport(unittest.TestCase):
    """What is between the command and AWS."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.bundle = os.path.join(folder.name, "bundle.pem")
        key_file = os.path.join(folder.name, "key.pem")
        cls.certify(["localhost", "api.sagemaker.us-east-1.amazonaws.com"], cls.bundle, key_file)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(cls.bundle, key_file)
        cls.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
        cls.server.socket = context.wrap_socket(cls.server.socket, server_side=True)
        cls.serve(cls.server)
        cls.port = cls.server.server_address[1]

    @classmethod
    def serve(cls, server):
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        cls.addClassCleanup(server.server_close)
        cls.addClassCleanup(server.shutdown)

    @staticmethod
    def certify(hosts, bundle, key_file):
        """A certificate that certifies itself."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "sagepath tests")])
        now = datetime.datetime.now(datetime.timezone.utc)
        certificate = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(key.public_key())
            .serial_number(1)
            .not_valid_before(now - datetime.timedelta(hours=1))
            .not_valid_after(now + datetime.timedelta(days=1))
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(host) for host in hosts]), critical=False)
            .sign(key, hashes.SHA256())
        )
        with open(bundle, "wb") as file:
            file.write(certificate.public_bytes(serialization.Encoding.PEM))
        with open(key_file, "wb") as file:
            private = serialization.PrivateFormat.PKCS8
            file.write(key.private_bytes(serialization.Encoding.PEM, private, serialization.NoEncryption()))

    def models(self, **environment):
        """Lists models: status, and what is said."""
        command = [os.environ["SAGEPATH"], "models", "--format", "plain"]
        environment = {
            "HOME": "/nonexistent",
            "AWS_ACCESS_KEY_ID": "testing",
            "AWS_SECRET_ACCESS_KEY": "testing",
            "AWS_REGION": "us-east-1",
            "AWS_MAX_ATTEMPTS": "1",
            **environment,
        }
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    def test_a_certificate_must_be_trusted(self):
        url = f"https://localhost:{self.port}"
        for variable in ["AWS_CA_BUNDLE", "SSL_CERT_FILE"]:
            status, said = self.models(AWS_ENDPOINT_URL=url, **{variable: self.bundle})
            self.assertEqual((status, said.split("\t")[0]), (0, "m"), said)
        status, said = self.models(AWS_ENDPOINT_URL=url)
        self.assertEqual(status, 2)
        self.assertIn("cannot be reached: invalid peer certificate: ", said)
        # A certificate for another host is none for this one.
        status, said = self.models(AWS_ENDPOINT_URL=f"https://127.0.0.1:{self.port}", AWS_CA_BUNDLE=self.bundle)
        self.assertEqual(status, 2)

    def test_a_proxy_is_asked_unless_it_must_not(self):
        proxy = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Tunnels)
        proxy.asked, proxy.target = [], self.server.server_address
        self.serve(proxy)
        url = f"http://127.0.0.1:{proxy.server_address[1]}"
        # The proxy stands for AWS here: so the name is AWS's own, and none is looked up.
        status, said = self.models(HTTPS_PROXY=url, AWS_CA_BUNDLE=self.bundle)
        self.assertEqual((status, said.split("\t")[0]), (0, "m"), said)
        self.assertEqual(proxy.asked, ["api.sagemaker.us-east-1.amazonaws.com:443"])
        own = f"https://localhost:{self.port}"
        status, said = self.models(HTTPS_PROXY=url, NO_PROXY="localhost", AWS_ENDPOINT_URL=own, AWS_CA_BUNDLE=self.bundle)
        self.assertEqual(status, 0, said)
        self.assertEqual(len(proxy.asked), 1)

    def test_a_name_is_found_in_the_hosts_of_the_system(self):
        status, said = self.models(AWS_ENDPOINT_URL=f"https://localhost:{self.port}", AWS_CA_BUNDLE=self.bundle)
        self.assertEqual(status, 0, said)
        status, said = self.models(AWS_ENDPOINT_URL="https://nowhere.invalid", AWS_CA_BUNDLE=self.bundle)
        self.assertEqual(status, 2)
        self.assertIn("SageMaker at nowhere.invalid was not found: ", said)


if __name__ == "__main__":
    unittest.main()
