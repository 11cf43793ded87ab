//! Credentials that a person has begun a session for: by `aws login`, or with a code of a device.

use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::rand::SystemRandom;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, UnparsedPublicKey,
};
use sagepath_aws::{AskCode, Client, Options};
use scripted_aws::{Received, ScriptedServer, Step};
use serde_json::{Value, json};

use crate::world::{TestResult, client, home, run, text, variables};

/// A new key, as `aws login` writes it.
fn new_key() -> Result<String, &'static str> {
    let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new())
        .map_err(|_| "no key can be made")?;
    // PKCS #8 wraps what an `EC PRIVATE KEY` is: a sequence of 0x6b bytes.
    let bytes = document.as_ref();
    let begin = bytes
        .windows(2)
        .position(|pair| pair == [0x30, 0x6b])
        .unwrap_or(0);
    let key = STANDARD.encode(&bytes[begin..]);
    Ok(format!(
        "-----BEGIN EC PRIVATE KEY-----\n{key}\n-----END EC PRIVATE KEY-----\n"
    ))
}

/// The claims of a proof, if its key has signed it.
fn proven(proof: &str) -> Option<Value> {
    let (signed, signature) = proof.rsplit_once('.')?;
    let (header, claims) = signed.split_once('.')?;
    let decoded = |text: &str| URL_SAFE_NO_PAD.decode(text).ok();
    let header: Value = serde_json::from_slice(&decoded(header)?).ok()?;
    let coordinate = |name: &str| decoded(header["jwk"][name].as_str()?);
    let point = [vec![4], coordinate("x")?, coordinate("y")?].concat();
    UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point)
        .verify(signed.as_bytes(), &decoded(signature)?)
        .ok()?;
    (header["typ"] == "dpop+jwt" && header["alg"] == "ES256").then_some(())?;
    serde_json::from_slice(&decoded(claims)?).ok()
}

/// A server that stands for AWS Sign-In: it renews a session whose key proves itself.
fn sign_in(request: &Received) -> Step {
    let claims = request.headers.get("dpop").and_then(|proof| proven(proof));
    let is_proven = claims.is_some_and(|claims| {
        let url = claims["htu"].as_str().unwrap_or_default();
        claims["htm"] == "POST"
            && url.ends_with("/v1/token")
            && claims["iat"].is_i64()
            && claims["jti"].is_string()
    });
    let input = request.json();
    if request.line != "POST /v1/token" || !is_proven || request.headers.contains_key("authorization") {
        return Step::error(400, "ValidationException", "no such request");
    }
    if input["refreshToken"] != "refresh-1"
        || input["grantType"] != "refresh_token"
        || input["clientId"] != "id"
    {
        return Step::error(400, "AccessDeniedException", "the refresh token has expired");
    }
    Step::json(&json!({
        "accessToken": {"accessKeyId": "AKIDNEW", "secretAccessKey": "s2", "sessionToken": "t2"},
        "expiresIn": 900, "refreshToken": "refresh-2", "tokenType": "aws_sigv4",
    }))
}

fn session(key: &str, expires: &str, refresh_token: &str) -> Value {
    json!({
        "accessToken": {
            "accessKeyId": "AKIDOLD", "secretAccessKey": "s", "sessionToken": "t", "accountId": "123456789012",
            "expiresAt": expires,
        },
        "clientId": "id", "dpopKey": key, "refreshToken": refresh_token, "tokenType": "aws_sigv4",
        "idToken": "kept",
    })
}

const PROFILE: &str =
    "[profile console]\nregion = eu-west-1\nlogin_session = arn:aws:iam::123456789012:user/me\n";

fn kept_at(home: &Path) -> PathBuf {
    // The SHA-256 of the session's name.
    home.join(".aws/login/cache/286187707741fc2ccb93cf9e56dbd0ee0a16208feed5fbc8ae1baa86d44c283f.json")
}

/// A user of a profile, without keys in the environment.
fn user(
    server: &ScriptedServer,
    home: &Path,
    profile: &str,
    ask_code: Option<AskCode>,
) -> Result<Client, sagepath_aws::Error> {
    let mut all = variables(&server.url());
    all.remove("AWS_ACCESS_KEY_ID");
    all.insert("HOME".to_owned(), text(home));
    all.insert("AWS_PROFILE".to_owned(), profile.to_owned());
    let options = Options {
        ask_code,
        ..Options::default()
    };
    client(all, options)
}

fn found(client: &Client) -> Result<String, Box<dyn std::error::Error>> {
    Ok(match run(client.credentials())? {
        Ok(credentials) => format!("{} of {}", credentials.access_key_id, credentials.source),
        Err(error) => format!("{error}; {}", error.hint().unwrap_or_default()),
    })
}

#[test]
fn a_session_of_the_console_is_read_and_renewed() -> TestResult {
    let key = new_key()?;
    let cases = [
        (
            "good for long",
            session(&key, "2100-01-01T00:00:00Z", "refresh-1"),
            "AKIDOLD of the login session of the profile `console`",
        ),
        (
            "over",
            session(&key, "2020-01-01T00:00:00Z", "refresh-1"),
            "AKIDNEW of the login session of the profile `console`",
        ),
        (
            "over, and cannot be renewed",
            session(&key, "2020-01-01T00:00:00Z", "refresh-0"),
            "credentials of the profile `console`: the session of `aws login` has expired: CreateOAuth2Token was refused: \
             AccessDeniedException: the refresh token has expired [request scripted-1]; `aws login --profile console`",
        ),
        (
            "over, with another key",
            session(
                "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----",
                "2020-01-01T00:00:00Z",
                "refresh-1",
            ),
            "credentials of the profile `console`: the session of `aws login` has expired: its key cannot be used: it is no PEM \
             file with an `EC PRIVATE KEY`; `aws login --profile console`",
        ),
        (
            "empty",
            json!({}),
            "credentials of the profile `console`: the session of `aws login` has expired: it has no `clientId`; `aws login \
             --profile console`",
        ),
        (
            "no object",
            json!([1]),
            "credentials of the profile `console`: the session of `aws login` has expired: it has no `clientId`; `aws login \
             --profile console`",
        ),
    ];
    for (name, content, expected) in cases {
        let server = ScriptedServer::start(sign_in)?;
        let home = home(PROFILE)?;
        let file = kept_at(home.path());
        std::fs::create_dir_all(file.parent().unwrap_or(&file))?;
        std::fs::write(&file, content.to_string())?;
        assert_eq!(
            found(&user(&server, home.path(), "console", None)?)?,
            expected,
            "{name}"
        );
        let kept: Value = serde_json::from_slice(&std::fs::read(&file)?)?;
        if expected.starts_with("AKIDNEW") {
            assert_eq!(kept["accessToken"]["accessKeyId"], "AKIDNEW");
            assert_eq!(kept["accessToken"]["accountId"], "123456789012");
            assert_eq!([&kept["refreshToken"], &kept["idToken"]], ["refresh-2", "kept"]);
        } else {
            assert_eq!(kept, content, "{name}");
        }
    }
    Ok(())
}

/// What is in the file is somebody else's: whatever it is, it is renewed or refused.
#[test]
fn a_session_whose_keys_are_no_object_is_renewed() -> TestResult {
    let server = ScriptedServer::start(sign_in)?;
    let home = home(PROFILE)?;
    let file = kept_at(home.path());
    std::fs::create_dir_all(file.parent().unwrap_or(&file))?;
    let mut content = session(&new_key()?, "2020-01-01T00:00:00Z", "refresh-1");
    content["accessToken"] = "x".into();
    std::fs::write(&file, content.to_string())?;
    assert_eq!(
        found(&user(&server, home.path(), "console", None)?)?,
        "AKIDNEW of the login session of the profile `console`"
    );
    Ok(())
}

/// A server that stands for STS: it gives a role to who has the code 123456.
fn with_code(request: &Received) -> Step {
    let form = String::from_utf8_lossy(&request.body).into_owned();
    if !form.contains("SerialNumber=arn%3Aaws%3Aiam%3A%3A123456789012%3Amfa%2Fme&TokenCode=123456") {
        return Step::error(
            403,
            "AccessDenied",
            "MultiFactorAuthentication failed with invalid MFA one time pass code. ",
        );
    }
    Step::bytes(
        "text/xml",
        "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>AKIDCODED</AccessKeyId><SecretAccessKey>s\
         </SecretAccessKey><SessionToken>t</SessionToken><Expiration>2100-01-01T00:00:00Z</Expiration></Credentials>\
         </AssumeRoleResult></AssumeRoleResponse>",
    )
}

#[test]
fn a_code_is_asked_for_once() -> TestResult {
    let server = ScriptedServer::start(with_code)?;
    let home = home(
        "[profile keys]\naws_access_key_id = AKIDKEYS\naws_secret_access_key = s\n\
         [profile coded]\nrole_arn = arn:aws:iam::123456789012:role/one\nsource_profile = keys\n\
         mfa_serial = arn:aws:iam::123456789012:mfa/me\n",
    )?;
    let origin = "the role of the profile `coded`";
    let nobody: AskCode = |_| Err(std::io::Error::other("no terminal"));
    assert_eq!(
        found(&user(&server, home.path(), "coded", Some(nobody))?)?,
        format!(
            "credentials of {origin}: the role wants a code of arn:aws:iam::123456789012:mfa/me, and nobody can be asked for it: \
             no terminal; ask on a terminal, once: the AWS CLI and this command share what the code was given for"
        )
    );
    let wrong: AskCode = |_| Ok("000000".to_owned());
    assert_eq!(
        found(&user(&server, home.path(), "coded", Some(wrong))?)?,
        format!(
            "credentials of {origin}: AssumeRole was refused: AccessDenied: MultiFactorAuthentication failed with invalid MFA one \
             time pass code. [request scripted-1]; type the code that the device shows now; each is good once"
        )
    );
    let right: AskCode = |serial| {
        assert_eq!(serial, "arn:aws:iam::123456789012:mfa/me");
        Ok("123456\n".to_owned())
    };
    let expected = format!("AKIDCODED of {origin}");
    assert_eq!(
        found(&user(&server, home.path(), "coded", Some(right))?)?,
        expected
    );
    let count = server.received().len();
    assert_eq!(
        found(&user(&server, home.path(), "coded", Some(nobody))?)?,
        expected
    );
    assert_eq!(
        server.received().len(),
        count,
        "what is kept is good without asking"
    );
    // The SHA-1 of the request as Python writes it.
    let kept = ".aws/cli/cache/f453f9c9826b5756b8901aad30e22edc0572ba1f.json";
    assert!(home.path().join(kept).is_file());
    Ok(())
}
