//! A client whose surroundings are given, and a runtime for it.

use std::collections::BTreeMap;
use std::path::Path;

use sagepath_aws::{Client, Environment, Options, Settings};
use scripted_aws::{Received, ScriptedServer, Step};

pub(crate) type TestResult = Result<(), Box<dyn std::error::Error>>;

/// Variables of a user with keys of his own, whose AWS is at a URL.
pub(crate) fn variables(url: &str) -> BTreeMap<String, String> {
    [
        ("AWS_ACCESS_KEY_ID", "AKIDSCRIPTED"),
        ("AWS_SECRET_ACCESS_KEY", "secret"),
        ("AWS_REGION", "us-east-1"),
        ("AWS_ENDPOINT_URL", url),
        ("AWS_EC2_METADATA_DISABLED", "true"),
        ("AWS_MAX_ATTEMPTS", "2"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into()
}

pub(crate) fn client(
    variables: BTreeMap<String, String>,
    options: Options,
) -> Result<Client, sagepath_aws::Error> {
    Client::new(Settings::load(Environment::new(variables), options)?)
}

/// A client of a server with this script.
pub(crate) fn scripted(
    script: impl FnMut(&Received) -> Step + Send + 'static,
) -> Result<(Client, ScriptedServer), Box<dyn std::error::Error>> {
    let server = ScriptedServer::start(script)?;
    let client = client(variables(&server.url()), Options::default())?;
    Ok((client, server))
}

/// A script of steps, the last of which is repeated.
pub(crate) fn steps(steps: impl IntoIterator<Item = Step>) -> impl FnMut(&Received) -> Step + Send + 'static {
    let steps: Vec<Step> = steps.into_iter().collect();
    let mut next = 0;
    move |_| {
        let step = steps[next.min(steps.len() - 1)].clone();
        next += 1;
        step
    }
}

pub(crate) fn run<T>(future: impl Future<Output = T>) -> std::io::Result<T> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    Ok(runtime.block_on(future))
}

/// A home folder with a config file.
pub(crate) fn home(config: &str) -> std::io::Result<tempfile::TempDir> {
    let home = tempfile::tempdir()?;
    std::fs::create_dir(home.path().join(".aws"))?;
    std::fs::write(home.path().join(".aws/config"), config)?;
    Ok(home)
}

pub(crate) fn text(path: &Path) -> String {
    path.display().to_string()
}
