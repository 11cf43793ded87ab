//! Answers for the suite `aws`, which puts the same questions to botocore: a JSON object a line in, one out.
//!
//! | `ask` | what is asked |
//! |---|---|
//! | `endpoint` | where a `service` is in a `region`, with `fips` and `dual_stack` |
//! | `sign` | the signature of a request at a time |
//! | `settings` | with an `environment`: region, URL of each service, access key |

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{self, BufRead as _, Write as _};

use sagepath_api::{Service, services};
use sagepath_aws::{Client, Credentials, Environment, Options, Scope, Settings, Variant};
use serde_json::{Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let question: Value = serde_json::from_str(&line?)?;
        let answer = match text(&question, "ask").as_str() {
            "endpoint" => endpoint(&question)?,
            "sign" => sign(&question)?,
            "settings" => settings(&question)?,
            other => return Err(format!("`{other}` is no question").into()),
        };
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

fn text(question: &Value, member: &str) -> String {
    question[member].as_str().unwrap_or_default().to_owned()
}

fn map(question: &Value, member: &str) -> BTreeMap<String, String> {
    serde_json::from_value(question[member].clone()).unwrap_or_default()
}

/// A service by the name that botocore has for it.
fn service(name: &str) -> Result<&'static Service, String> {
    services()
        .find(|service| service.name == name)
        .ok_or_else(|| format!("`{name}` is no service"))
}

fn endpoint(question: &Value) -> Result<Value, Box<dyn Error>> {
    let service = service(&text(question, "service"))?;
    let variant = Variant {
        fips: question["fips"] == true,
        dual_stack: question["dual_stack"] == true,
    };
    Ok(json!({
        "url": sagepath_aws::endpoint(service, &text(question, "region"), variant),
        "signing_name": service.signing_name,
    }))
}

fn sign(question: &Value) -> Result<Value, Box<dyn Error>> {
    let mut headers = http::HeaderMap::new();
    for (name, value) in map(question, "headers") {
        headers.insert(http::HeaderName::try_from(name)?, value.parse()?);
    }
    let credentials = Credentials::new(
        text(question, "access_key"),
        text(question, "secret_key"),
        question["token"].as_str().map(str::to_owned),
    );
    let scope = Scope {
        service: &text(question, "service"),
        region: &text(question, "region"),
        time: text(question, "time").parse()?,
    };
    let method = text(question, "method").parse()?;
    let body = text(question, "body");
    sagepath_aws::sign(
        &method,
        &text(question, "path"),
        &mut headers,
        body.as_bytes(),
        &credentials,
        scope,
    );
    Ok(json!({ "authorization": headers["authorization"].to_str()? }))
}

fn settings(question: &Value) -> Result<Value, Box<dyn Error>> {
    let options = Options {
        profile: question["profile"].as_str().map(str::to_owned),
        ..Options::default()
    };
    let settings = Settings::load(Environment::new(map(question, "environment")), options)?;
    let region = settings.region().map(str::to_owned).ok();
    let urls = services().map(|service| (service.name.to_owned(), json!(settings.endpoint(service).ok())));
    let urls = Value::Object(urls.collect());
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let credentials = runtime.block_on(async { Client::new(settings)?.credentials().await });
    Ok(match credentials {
        Ok(found) => {
            json!({ "region": region, "urls": urls, "access_key": found.access_key_id, "source": found.source })
        }
        Err(error) => {
            json!({ "region": region, "urls": urls, "access_key": null, "error": error.to_string() })
        }
    })
}
