//! Where access keys come from. That the order is AWS's own is what the suite `aws` compares with botocore.

use std::collections::BTreeMap;
use std::time::Duration;

use sagepath_aws::{Client, Options};
use scripted_aws::{Received, ScriptedServer, Step};
use serde_json::{Value, json};

use crate::world::{TestResult, client, home, run, text, variables};

const LATER: &str = "2100-01-01T00:00:00Z";

/// A server that stands for STS, IAM Identity Center, a container's agent, and the metadata of an instance.
fn sources() -> std::io::Result<ScriptedServer> {
    ScriptedServer::start(|request| {
        let form = String::from_utf8_lossy(&request.body).into_owned();
        let line = request.line.split('?').next().unwrap_or_default();
        match line {
            "POST /" if form.contains("Action=AssumeRole") => assumed(request, &form),
            "GET /federation/credentials" => role_credentials(request),
            "POST /token" => renewed(&request.json()),
            "GET /container" => container(request),
            "PUT /latest/api/token" => Step::bytes("text/plain", "metadata-token"),
            "GET /latest/meta-data/iam/security-credentials/" => Step::bytes("text/plain", "machine"),
            "GET /latest/meta-data/iam/security-credentials/machine" => {
                let token = request
                    .headers
                    .get("x-aws-ec2-metadata-token")
                    .map(String::as_str);
                if token != Some("metadata-token") {
                    return Step::error(401, "Unauthorized", "");
                }
                Step::json(&keys("AKIDMACHINE", "Token"))
            }
            _ => Step::error(404, "NotFound", ""),
        }
    })
}

fn keys(id: &str, token: &str) -> Value {
    json!({ "AccessKeyId": id, "SecretAccessKey": "s", token: "t", "Expiration": LATER })
}

/// A role that is named like who assumed it.
fn assumed(request: &Received, form: &str) -> Step {
    let by = request.headers.get("authorization").and_then(|value| {
        let begin = value.find("Credential=")? + "Credential=".len();
        value[begin..].split('/').next()
    });
    let role = form.split("%2F").last().and_then(|rest| rest.split('&').next());
    let role = role.unwrap_or_default();
    if role == "forbidden" {
        let body = "<ErrorResponse><Error><Code>AccessDenied</Code><Message>not you</Message></Error></ErrorResponse>";
        return match Step::bytes("text/xml", body) {
            Step::Answer { headers, body, .. } => Step::Answer {
                status: 403,
                headers,
                body,
            },
            other => other,
        };
    }
    let token = form.contains("WebIdentityToken=identity");
    let by = by.unwrap_or(if token { "TOKEN" } else { "NOBODY" });
    Step::bytes(
        "text/xml",
        format!(
            "<AssumeRoleResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><AssumeRoleResult><Credentials>\
             <AccessKeyId>{by}-{role}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t&amp;t</SessionToken>\
             <Expiration>{LATER}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>"
        ),
    )
}

fn role_credentials(request: &Received) -> Step {
    match request.headers.get("x-amz-sso_bearer_token").map(String::as_str) {
        Some("fresh") => Step::json(&json!({ "roleCredentials": {
            "accessKeyId": "AKIDSSO", "secretAccessKey": "s", "sessionToken": "t", "expiration": 4_102_444_800_000_i64,
        } })),
        _ => Step::error(401, "UnauthorizedException", "Session token not found or invalid"),
    }
}

fn renewed(request: &Value) -> Step {
    if request["refreshToken"] == "refresh"
        && request["clientId"] == "id"
        && request["grantType"] == "refresh_token"
    {
        Step::json(&json!({ "accessToken": "fresh", "refreshToken": "refresh-2", "expiresIn": 3600 }))
    } else {
        Step::error(400, "InvalidGrantException", "Invalid refresh token provided")
    }
}

fn container(request: &Received) -> Step {
    match request.headers.get("authorization").map(String::as_str) {
        Some("pass") => Step::json(&keys("AKIDCONTAINER", "Token")),
        _ => Step::error(403, "Forbidden", ""),
    }
}

/// A user without keys in the environment, whose files are in a home folder.
fn user(
    server: &ScriptedServer,
    home: &tempfile::TempDir,
    more: &[(&str, &str)],
) -> Result<Client, sagepath_aws::Error> {
    let mut all: BTreeMap<String, String> = variables(&server.url());
    all.remove("AWS_ACCESS_KEY_ID");
    all.insert("HOME".to_owned(), text(home.path()));
    all.extend(
        more.iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
    );
    client(all, Options::default())
}

fn found(client: &Client) -> Result<String, Box<dyn std::error::Error>> {
    Ok(match run(client.credentials())? {
        Ok(credentials) => format!("{} of {}", credentials.access_key_id, credentials.source),
        Err(error) => format!("{error}; {}", error.hint().unwrap_or_default()),
    })
}

const CONFIG: &str = "\
[default]
region = us-east-1
[profile keys]
aws_access_key_id = AKIDKEYS
aws_secret_access_key = s
[profile half]
aws_access_key_id = AKIDKEYS
[profile role]
role_arn = arn:aws:iam::123456789012:role/one
source_profile = keys
[profile chain]
role_arn = arn:aws:iam::123456789012:role/two
source_profile = role
external_id = x
[profile self]
role_arn = arn:aws:iam::123456789012:role/three
source_profile = self
aws_access_key_id = AKIDSELF
aws_secret_access_key = s
[profile circle]
role_arn = arn:aws:iam::123456789012:role/one
source_profile = round
[profile round]
role_arn = arn:aws:iam::123456789012:role/one
source_profile = circle
[profile lost]
role_arn = arn:aws:iam::123456789012:role/one
source_profile = nobody
[profile alone]
role_arn = arn:aws:iam::123456789012:role/one
[profile strange]
role_arn = arn:aws:iam::123456789012:role/one
credential_source = Elsewhere
[profile forbidden]
role_arn = arn:aws:iam::123456789012:role/forbidden
source_profile = keys
[profile coded]
role_arn = arn:aws:iam::123456789012:role/one
source_profile = keys
mfa_serial = arn:aws:iam::123456789012:mfa/me
[profile machine]
role_arn = arn:aws:iam::123456789012:role/one
credential_source = Ec2InstanceMetadata
[profile login]
login_session = arn:aws:iam::123456789012:user/me
[profile process]
credential_process = sh -c 'echo \"{\\\"Version\\\": 1, \\\"AccessKeyId\\\": \\\"AKIDPROCESS\\\", \\\"SecretAccessKey\\\": \\\"s\\\"}\"'
[profile process-fails]
credential_process = sh -c 'echo no luck >&2; exit 3'
[profile process-lies]
credential_process = echo {}
";

#[test]
fn a_profile_has_keys_or_a_role_or_a_process() -> TestResult {
    let server = sources()?;
    let home = home(CONFIG)?;
    let metadata = server.url();
    let cases = [
        ("keys", "AKIDKEYS of the profile `keys`"),
        (
            "half",
            "credentials of the profile `half`: `aws_secret_access_key` is not set; ",
        ),
        ("role", "AKIDKEYS-one of the role of the profile `role`"),
        ("chain", "AKIDKEYS-one-two of the role of the profile `chain`"),
        ("self", "AKIDSELF-three of the role of the profile `self`"),
        (
            "circle",
            "credentials of the profile `round`: its `source_profile` `circle` leads back to it; ",
        ),
        (
            "lost",
            "credentials of the profile `lost`: its `source_profile` `nobody` is not known; ",
        ),
        (
            "alone",
            "credentials of the profile `alone`: it has a `role_arn`, and neither `source_profile` nor `credential_source`; ",
        ),
        (
            "strange",
            "credentials of the profile `strange`: `credential_source` is `Elsewhere`; it can be Environment, EcsContainer or \
             Ec2InstanceMetadata; ",
        ),
        (
            "forbidden",
            "credentials of the role of the profile `forbidden`: AssumeRole was refused: AccessDenied: not you; the role's trust \
             policy must name who assumes it, and their policy must allow `sts:AssumeRole`",
        ),
        (
            "coded",
            "credentials of the role of the profile `coded`: the role wants a code of arn:aws:iam::123456789012:mfa/me; `aws \
             configure export-credentials` asks for it, and prints what it is good for",
        ),
        ("machine", "AKIDMACHINE-one of the role of the profile `machine`"),
        (
            "login",
            "credentials of the profile `login`: there is no session of `aws login`; `aws login --profile login`",
        ),
        ("process", "AKIDPROCESS of the process of the profile `process`"),
        (
            "process-fails",
            "credentials of the profile `process-fails`: `credential_process` `sh` failed (exit status: 3): no luck; ",
        ),
        (
            "process-lies",
            "credentials of the profile `process-lies`: `credential_process` `echo` printed another version than 1; ",
        ),
    ];
    for (profile, expected) in cases {
        let more = [
            ("AWS_PROFILE", profile),
            ("AWS_EC2_METADATA_DISABLED", "false"),
            ("AWS_EC2_METADATA_SERVICE_ENDPOINT", &metadata),
        ];
        assert_eq!(found(&user(&server, &home, &more)?)?, expected, "{profile}");
    }
    Ok(())
}

#[test]
fn the_keys_of_the_environment_come_first_unless_an_option_names_a_profile() -> TestResult {
    let server = sources()?;
    let home = home(CONFIG)?;
    let more = [("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT"), ("AWS_PROFILE", "keys")];
    assert_eq!(
        found(&user(&server, &home, &more)?)?,
        "AKIDENVIRONMENT of the environment"
    );

    let mut all = variables(&server.url());
    all.insert("HOME".to_owned(), text(home.path()));
    let options = Options {
        profile: Some("keys".to_owned()),
        ..Options::default()
    };
    assert_eq!(found(&client(all, options)?)?, "AKIDKEYS of the profile `keys`");
    Ok(())
}

#[test]
fn containers_and_machines_have_roles() -> TestResult {
    let server = sources()?;
    let home = home(CONFIG)?;
    let url = format!("{}/container", server.url());
    let token_file = home.path().join("token");
    std::fs::write(&token_file, "identity\n")?;
    let pass_file = home.path().join("pass");
    std::fs::write(&pass_file, "pass\n")?;
    let (token_file, pass_file, metadata) = (text(&token_file), text(&pass_file), server.url());
    let full_uri = ("AWS_CONTAINER_CREDENTIALS_FULL_URI", url.as_str());
    let cases: [(&[(&str, &str)], &str); 6] = [
        (
            &[full_uri, ("AWS_CONTAINER_AUTHORIZATION_TOKEN", "pass")],
            "AKIDCONTAINER of the container",
        ),
        (
            &[full_uri, ("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", &pass_file)],
            "AKIDCONTAINER of the container",
        ),
        (
            &[full_uri],
            "credentials of the container: URL/container: status 403 Forbidden; ",
        ),
        (
            &[
                ("AWS_WEB_IDENTITY_TOKEN_FILE", &token_file),
                ("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/pod"),
            ],
            "TOKEN-pod of the web identity",
        ),
        (
            &[
                ("AWS_EC2_METADATA_DISABLED", "false"),
                ("AWS_EC2_METADATA_SERVICE_ENDPOINT", &metadata),
            ],
            "AKIDMACHINE of the EC2 instance",
        ),
        (
            &[],
            "no credentials are found; `aws configure` makes a profile, `aws sso login` a session; or set AWS_ACCESS_KEY_ID and \
             AWS_SECRET_ACCESS_KEY",
        ),
    ];
    for (more, expected) in cases {
        let found = found(&user(&server, &home, more)?)?.replace(&server.url(), "URL");
        assert_eq!(found, expected, "{more:?}");
    }
    Ok(())
}

#[test]
fn nobody_answers_where_there_is_no_instance() -> TestResult {
    let server = sources()?;
    let home = home(CONFIG)?;
    let silent = ScriptedServer::start(|_| Step::json(&json!({})).after(Duration::from_secs(20)))?;
    let more = [
        ("AWS_EC2_METADATA_DISABLED", "false"),
        ("AWS_EC2_METADATA_SERVICE_ENDPOINT", &silent.url()),
    ];
    assert!(found(&user(&server, &home, &more)?)?.starts_with("no credentials are found; "));
    Ok(())
}

#[test]
fn a_session_of_single_sign_on_is_read_and_renewed() -> TestResult {
    let server = sources()?;
    let home = home(
        "[profile old]\nsso_start_url = https://start.example\nsso_region = eu-west-1\nsso_account_id = 123456789012\n\
         sso_role_name = Developer\n\
         [profile new]\nsso_session = work\nsso_account_id = 123456789012\nsso_role_name = Developer\n\
         [sso-session work]\nsso_start_url = https://start.example\nsso_region = eu-west-1\n",
    )?;
    // The SHA-1 of `https://start.example`, and of `work`.
    let cache = home.path().join(".aws/sso/cache");
    std::fs::create_dir_all(&cache)?;
    let keep =
        |name: &str, content: Value| std::fs::write(cache.join(format!("{name}.json")), content.to_string());
    let (old, new) = (
        "1c5a689b7bb92284d0c514c4b1c1e1ce96d9621f",
        "e274eeff768c6396088ec6eb091f4bf4d47ab1e0",
    );
    let answer = |profile: &str| found(&user(&server, &home, &[("AWS_PROFILE", profile)])?);
    assert_eq!(
        answer("new")?,
        "credentials of the profile `new`: there is no SSO session; `aws sso login --profile new`"
    );
    keep(
        old,
        json!({ "accessToken": "fresh", "expiresAt": "2100-01-01T00:00:00UTC" }),
    )?;
    assert_eq!(answer("old")?, "AKIDSSO of the SSO session of the profile `old`");
    keep(
        old,
        json!({ "accessToken": "fresh", "expiresAt": "2020-01-01T00:00:00Z" }),
    )?;
    assert_eq!(
        answer("old")?,
        "credentials of the profile `old`: the SSO session has expired; `aws sso login --profile old`"
    );
    let stale = |refresh: &str| {
        json!({
            "accessToken": "stale", "expiresAt": "2020-01-01T00:00:00Z", "clientId": "id", "clientSecret": "s",
            "refreshToken": refresh, "startUrl": "kept",
        })
    };
    keep(new, stale("refresh"))?;
    assert_eq!(answer("new")?, "AKIDSSO of the SSO session of the profile `new`");
    let kept: Value = serde_json::from_slice(&std::fs::read(cache.join(format!("{new}.json")))?)?;
    assert_eq!(
        [&kept["accessToken"], &kept["refreshToken"], &kept["startUrl"]],
        ["fresh", "refresh-2", "kept"]
    );
    keep(new, stale("another"))?;
    assert_eq!(
        answer("new")?,
        "credentials of the profile `new`: the SSO session has expired: CreateToken was refused: InvalidGrantException: Invalid \
         refresh token provided [request scripted-1]; `aws sso login --profile new`"
    );
    Ok(())
}

#[test]
fn credentials_that_are_about_to_expire_are_found_anew() -> TestResult {
    let server = sources()?;
    let soon = jiff::Timestamp::now().as_second() + 60;
    let expires = jiff::Timestamp::from_second(soon)?;
    let home = home(&format!(
        "[default]\ncredential_process = sh -c 'echo x >> $HOME_OF_TEST/count; echo \
         \"{{\\\"Version\\\": 1, \\\"AccessKeyId\\\": \\\"A\\\", \\\"SecretAccessKey\\\": \\\"s\\\", \\\"Expiration\\\": \\\"{expires}\\\"}}\"'\n"
    ))?;
    let config = home.path().join(".aws/config");
    let with_folder = std::fs::read_to_string(&config)?.replace("$HOME_OF_TEST", &text(home.path()));
    std::fs::write(&config, with_folder)?;
    let client = user(&server, &home, &[])?;
    run(async {
        client.credentials().await?;
        client.credentials().await
    })??;
    assert_eq!(std::fs::read_to_string(home.path().join("count"))?, "x\nx\n");
    Ok(())
}
