"""What botocore says, and what sagepath says to the same questions."""

import base64
import hashlib
import http.server
import json
import os
import random
import subprocess
import tempfile
import threading
import time
import unittest
from datetime import datetime, timezone
from unittest import mock

import botocore.auth
import botocore.awsrequest
import botocore.credentials
import botocore.loaders
import botocore.session
import botocore.utils
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, utils
from moto.server import ThreadedMotoServer

SERVICES = ["sagemaker", "sagemaker-runtime", "logs", "sts", "sso", "sso-oidc", "signin", "s3"]


def ask(questions):
    """Puts questions to sagepath."""
    lines = "".join(json.dumps(question) + "\n" for question in questions)
    done = subprocess.run([os.environ["QUESTIONS"]], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


class Endpoints(unittest.TestCase):
    """Where the services are: every region of every partition, and some that do not exist yet."""

    def test_are_those_of_the_rule_sets(self):
        loader = botocore.loaders.create_loader()
        partitions = loader.load_data("partitions")
        regions = [region for partition in partitions["partitions"] for region in partition["regions"]]
        regions = [region for region in regions if not region.endswith("global")]
        regions += ["cn-south-9", "us-gov-central-7", "us-isob-west-3", "us-central-12", "moon-base-1", "eusc-fr-west-1"]
        questions = [
            {"ask": "endpoint", "service": service, "region": region, "fips": fips, "dual_stack": dual_stack}
            for service in SERVICES
            for region in regions
            for fips in (False, True)
            for dual_stack in (False, True)
        ]
        answers = ask(questions)
        rules = {service: self.rules(loader, service, partitions) for service in SERVICES}
        for question, answer in zip(questions, answers, strict=True):
            parameters = {
                "Region": question["region"],
                "UseFIPS": question["fips"],
                "UseDualStack": question["dual_stack"],
            }
            if question["service"] == "sts":
                parameters["UseGlobalEndpoint"] = False
            if question["service"] == "s3":
                parameters["UseGlobalEndpoint"] = False
                if question["fips"] and question["region"].startswith("cn-"):
                    # The rules say that there is no such host.
                    continue
            expected = rules[question["service"]].resolve_endpoint(**parameters).url
            self.assertEqual(answer["url"], expected, question)
        print(f"endpoints: {len(questions)} as botocore has them")

    @staticmethod
    def rules(loader, service, partitions):
        rules = loader.load_service_model(service, "endpoint-rule-set-1")
        return botocore.endpoint_provider.EndpointProvider(rules, partitions)

    def test_are_signed_for_the_right_name(self):
        session = botocore.session.get_session()
        answers = ask({"ask": "endpoint", "service": name, "region": "us-east-1"} for name in SERVICES)
        for name, answer in zip(SERVICES, answers, strict=True):
            self.assertEqual(answer["signing_name"], session.get_service_model(name).signing_name)


class Signatures(unittest.TestCase):
    """The signature of a request, at the same time and with the same keys."""

    def test_are_those_of_the_signer(self):
        chance = random.Random(1)
        questions = [self.question(chance) for _ in range(400)]
        for question, answer in zip(questions, ask(questions), strict=True):
            self.assertEqual(answer["authorization"], self.sign(question), question)
        print(f"signatures: {len(questions)} as botocore makes them")

    @staticmethod
    def question(chance):
        def word(letters, most):
            return "".join(chance.choice(letters) for _ in range(chance.randint(1, most)))

        letters = "abcXYZ019-_.~"
        path = chance.choice(["/", f"/endpoints/{word(letters + '%é ', 12)}/invocations"])
        quoted = botocore.compat.quote(path, safe="/~")
        headers = {"host": f"{word('abc', 5)}.example:{chance.randint(1, 9)}", "content-type": chance.choice(["text/csv", "a/b;  c=d"])}
        for _ in range(chance.randint(0, 4)):
            headers[f"x-{word('abcdef', 6)}"] = word(letters + "  ", 20).strip() or "x"
        return {
            "ask": "sign",
            "method": chance.choice(["GET", "POST"]),
            "path": quoted,
            "headers": headers,
            "body": word(letters + "é\n{}\"", 60),
            "access_key": word("ABC123", 20),
            "secret_key": word(letters + "/+", 40),
            "token": chance.choice([None, word(letters + "/+=", 80)]),
            "service": chance.choice(["sagemaker", "logs", "sts"]),
            "region": chance.choice(["us-east-1", "cn-north-1"]),
            "time": datetime.fromtimestamp(chance.randint(1_000_000_000, 2_000_000_000), timezone.utc).isoformat(),
        }

    @staticmethod
    def sign(question):
        time = datetime.fromisoformat(question["time"])
        credentials = botocore.credentials.Credentials(question["access_key"], question["secret_key"], question["token"])
        request = botocore.awsrequest.AWSRequest(
            method=question["method"],
            url=f"https://{question['headers']['host']}{question['path']}",
            headers=question["headers"],
            data=question["body"].encode(),
        )
        with mock.patch("botocore.auth.get_current_datetime", lambda: time.replace(tzinfo=None)):
            botocore.auth.SigV4Auth(credentials, question["service"], question["region"]).add_auth(request)
        return request.headers["Authorization"]


CONFIG = """
[default]
region = eu-west-1
aws_access_key_id = AKIDCONFIG
aws_secret_access_key = s

[profile both]
aws_access_key_id = AKIDCONFIG
aws_secret_access_key = s
region = eu-west-2

[profile "two words"]
aws_access_key_id = AKIDWORDS
aws_secret_access_key = s
endpoint_url = http://profile:1

[profile process]
credential_process = echo '{"Version": 1, "AccessKeyId": "AKIDPROCESS", "SecretAccessKey": "s"}'

[profile process-and-keys]
credential_process = echo '{"Version": 1, "AccessKeyId": "AKIDPROCESS", "SecretAccessKey": "s"}'
aws_access_key_id = AKIDKEYS
aws_secret_access_key = s

[profile role]
role_arn = arn:aws:iam::123456789012:role/one
source_profile = both

[profile chain]
role_arn = arn:aws:iam::123456789012:role/two
source_profile = role

[profile of-environment]
role_arn = arn:aws:iam::123456789012:role/one
credential_source = Environment

[profile identity]
role_arn = arn:aws:iam::123456789012:role/pod
web_identity_token_file = TOKEN

[profile coded]
role_arn = arn:aws:iam::123456789012:role/one
source_profile = both
mfa_serial = arn:aws:iam::123456789012:mfa/me

[profile coded-and-named]
role_arn = arn:aws:iam::123456789012:role/one
source_profile = both
mfa_serial = arn:aws:iam::123456789012:mfa/me
role_session_name = me
duration_seconds = 1800
external_id = e-1

[profile console]
login_session = arn:aws:iam::123456789012:user/me

[profile services]
services = local
endpoint_url = http://profile:2

[services local]
sagemaker =
  endpoint_url = http://services:3
cloudwatch_logs =
  endpoint_url = http://services:4

[profile nothing]
output = json
"""

CREDENTIALS = """
[both]
aws_access_key_id = AKIDFILE
aws_secret_access_key = s
aws_session_token = t

[only]
aws_access_key_id = AKIDONLY
aws_secret_access_key = s
"""

KEYS = {"AWS_ACCESS_KEY_ID": "AKIDENVIRONMENT", "AWS_SECRET_ACCESS_KEY": "s"}
PROFILES = ["both", "two words", "process", "process-and-keys", "only", "services", "nothing", "default"]
CASES = [
    ({}, None),
    (KEYS, None),
    ({**KEYS, "AWS_SESSION_TOKEN": "t", "AWS_PROFILE": "both"}, None),
    (KEYS, "both"),
    ({"AWS_REGION": "us-west-2"}, None),
    ({"AWS_DEFAULT_REGION": "us-west-1"}, None),
    ({"AWS_DEFAULT_PROFILE": "both"}, None),
    ({"AWS_ENDPOINT_URL": "http://all:5"}, "services"),
    ({"AWS_ENDPOINT_URL": "http://all:5", "AWS_ENDPOINT_URL_SAGEMAKER_RUNTIME": "http://own:6"}, "services"),
    ({"AWS_ENDPOINT_URL_CLOUDWATCH_LOGS": "http://own:7"}, None),
    ({"AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true", "AWS_ENDPOINT_URL": "http://all:5"}, "services"),
    ({"AWS_USE_FIPS_ENDPOINT": "true"}, None),
    ({"AWS_USE_DUALSTACK_ENDPOINT": "True"}, None),
    *(({}, profile) for profile in PROFILES),
    *(({"AWS_PROFILE": profile}, None) for profile in PROFILES),
]
ROLES = [
    ({}, "role"),
    ({}, "chain"),
    (KEYS, "of-environment"),
    ({}, "identity"),
    ({"AWS_PROFILE": "nothing", "AWS_WEB_IDENTITY_TOKEN_FILE": "TOKEN", "AWS_ROLE_ARN": "arn:aws:iam::123456789012:role/pod"}, None),
]


class Surroundings(unittest.TestCase):
    """Region, URLs and credentials, in the same environment and with the same files."""

    def setUp(self):
        self.home = tempfile.TemporaryDirectory()
        self.addCleanup(self.home.cleanup)
        folder = os.path.join(self.home.name, ".aws")
        os.mkdir(folder)
        self.token = os.path.join(folder, "token")
        for name, text in [("config", CONFIG.replace("TOKEN", self.token)), ("credentials", CREDENTIALS), ("token", "identity")]:
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)

    def environment(self, variables):
        folder = os.path.join(self.home.name, ".aws")
        return {
            "HOME": self.home.name,
            "PATH": os.environ["PATH"],
            "AWS_CONFIG_FILE": os.path.join(folder, "config"),
            "AWS_SHARED_CREDENTIALS_FILE": os.path.join(folder, "credentials"),
            "AWS_EC2_METADATA_DISABLED": "true",
            **{name: value.replace("TOKEN", self.token) for name, value in variables.items()},
        }

    def ask(self, cases):
        return ask(
            {"ask": "settings", "environment": self.environment(variables), "profile": profile}
            for variables, profile in cases
        )

    def test_are_read_alike(self):
        for (variables, profile), answer in zip(CASES, self.ask(CASES), strict=True):
            with mock.patch.dict(os.environ, self.environment(variables), clear=True):
                session = botocore.session.Session(profile=profile)
                credentials = session.get_credentials()
                # botocore's own session does not know AWS_REGION, which all other SDKs do.
                region = variables.get("AWS_REGION") or session.get_config_variable("region")
                # Where people sign in is not told before the rules are asked, which another test does.
                del answer["urls"]["signin"]
                urls = {service: self.url(session, service, region) for service in answer["urls"]}
            with self.subTest(variables=variables, profile=profile):
                self.assertEqual(answer["region"], region)
                self.assertEqual(answer["urls"], urls)
                if region:
                    self.assertEqual(answer["access_key"], credentials and credentials.access_key, answer)
        print(f"surroundings: {len(CASES)} read alike")

    @staticmethod
    def url(session, service, region):
        if not region:
            # Without a region there may be a URL of one's own all the same.
            own = session.create_client(service, region_name="none-at-1").meta.endpoint_url
            return None if "none-at-1" in own else own
        return session.create_client(service, region_name=region).meta.endpoint_url

    def test_roles_are_assumed_alike(self):
        server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
        server.start()
        self.addCleanup(server.stop)
        host, port = server.get_host_and_port()
        cases = [
            ({"AWS_DEFAULT_REGION": "us-east-1", "AWS_ENDPOINT_URL": f"http://{host}:{port}", **variables}, profile)
            for variables, profile in ROLES
        ]
        for (variables, profile), answer in zip(cases, self.ask(cases), strict=True):
            with mock.patch.dict(os.environ, self.environment(variables), clear=True):
                session = botocore.session.Session(profile=profile)
                expected = session.get_credentials().get_frozen_credentials().access_key
            with self.subTest(profile=profile):
                # moto makes up a key for each session, all of the kind that sessions have.
                self.assertEqual((answer["access_key"] or "")[:4], expected[:4], answer)
                self.assertEqual(expected[:4], "ASIA")

    def test_a_code_of_a_device_is_shared_with_the_aws_cli(self):
        server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
        server.start()
        self.addCleanup(server.stop)
        host, port = server.get_host_and_port()
        variables = {"AWS_DEFAULT_REGION": "us-east-1", "AWS_ENDPOINT_URL": f"http://{host}:{port}"}
        for profile in ("coded", "coded-and-named"):
            # There is no terminal to ask on.
            (answer,) = self.ask([(variables, profile)])
            self.assertIn("wants a code of", answer["error"])
            with mock.patch.dict(os.environ, self.environment(variables), clear=True):
                session = botocore.session.Session(profile=profile)
                provider = session.get_component("credential_provider").get_provider("assume-role")
                provider.cache = botocore.utils.JSONFileCache(os.path.join(self.home.name, ".aws/cli/cache"))
                provider._prompter = lambda _: "123456"
                theirs = session.get_credentials().get_frozen_credentials()
            (answer,) = self.ask([(variables, profile)])
            self.assertEqual(answer["access_key"], theirs.access_key)

    def test_a_session_of_the_console_is_renewed_alike(self):
        server = SignIn(("127.0.0.1", 0), SignInHandler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.addCleanup(server.shutdown)
        variables = {"AWS_DEFAULT_REGION": "eu-west-1", "AWS_ENDPOINT_URL_SIGNIN": f"http://127.0.0.1:{server.server_port}"}
        cache = os.path.join(self.home.name, ".aws/login/cache")
        os.makedirs(cache)
        name = hashlib.sha256(b"arn:aws:iam::123456789012:user/me").hexdigest()
        file = os.path.join(cache, f"{name}.json")
        kept = []
        for who in ("botocore", "sagepath"):
            with open(file, "w") as out:
                json.dump(console_session(), out)
            if who == "botocore":
                with mock.patch.dict(os.environ, self.environment(variables), clear=True):
                    session = botocore.session.Session(profile="console")
                    found = session.get_credentials().get_frozen_credentials().access_key
            else:
                (answer,) = self.ask([(variables, "console")])
                found = answer["access_key"]
            self.assertEqual(found, "AKIDRENEWED", who)
            with open(file) as written:
                content = json.load(written)
            self.assertRegex(content["accessToken"].pop("expiresAt"), r"^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
            content.pop("dpopKey")
            kept.append(content)
        self.assertEqual(kept[0], kept[1])
        self.assertEqual(server.proofs, 2)


def console_session():
    """What `aws login` leaves, of an hour ago."""
    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    return {
        "accessToken": {
            "accessKeyId": "AKIDOLD",
            "secretAccessKey": "s",
            "sessionToken": "t",
            "accountId": "123456789012",
            "expiresAt": "2026-01-31T08:00:00Z",
        },
        "tokenType": "urn:aws:params:oauth:token-type:access_token_sigv4",
        "refreshToken": "refresh-1",
        "idToken": "id",
        "clientId": "arn:aws:signin:::devtools/same-device",
        "dpopKey": pem.decode(),
    }


class SignIn(http.server.HTTPServer):
    """Stands for AWS Sign-In, which moto lacks: renews a session whose key has signed a proof for this request."""

    proofs = 0


class SignInHandler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        claims = proven(self.headers["DPoP"])
        assert claims["htm"] == "POST" and claims["htu"] == f"http://127.0.0.1:{self.server.server_port}/v1/token", claims
        assert abs(claims["iat"] - time.time()) < 60 and claims["jti"], claims
        assert body["refreshToken"] == "refresh-1" and body["grantType"] == "refresh_token", body
        self.server.proofs += 1
        answer = json.dumps({
            "accessToken": {"accessKeyId": "AKIDRENEWED", "secretAccessKey": "s2", "sessionToken": "t2"},
            "tokenType": "urn:aws:params:oauth:token-type:access_token_sigv4",
            "expiresIn": 900,
            "refreshToken": "refresh-2",
        }).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


def proven(proof):
    """The claims of a proof that its own key has signed."""
    header, claims, signature = proof.split(".")
    decoded = lambda text: base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    jwk = json.loads(decoded(header))["jwk"]
    x, y = (int.from_bytes(decoded(jwk[name]), "big") for name in "xy")
    r, s = (int.from_bytes(half, "big") for half in (decoded(signature)[:32], decoded(signature)[32:]))
    key = ec.EllipticCurvePublicNumbers(x, y, ec.SECP256R1()).public_key()
    key.verify(utils.encode_dss_signature(r, s), f"{header}.{claims}".encode(), ec.ECDSA(hashes.SHA256()))
    return json.loads(decoded(claims))


if __name__ == "__main__":
    unittest.main(verbosity=1)
