//! Whom a command talks to, and as whom.

use std::io;
use std::time::Duration;

use clap::Args;
use sagepath_aws::{Client, Environment, Error, Options, Settings};

use crate::arguments::RegionArgument;
use crate::aws::seconds;
use crate::failure::Failure;

#[derive(Args)]
#[command(next_help_heading = "Connection")]
pub(crate) struct ConnectionArguments {
    #[command(flatten)]
    region: RegionArgument,

    /// The profile of the AWS config file [env: AWS_PROFILE]
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,

    /// Where the services are, if not at AWS [env: AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_SAGEMAKER, ...]
    #[arg(long, value_name = "URL")]
    endpoint_url: Option<String>,

    /// How many seconds AWS may keep silent
    #[arg(long, value_name = "SECONDS", value_parser = seconds, default_value = "70")]
    read_timeout: Duration,
}

/// What the arguments, the environment and the config files say, which are read once.
#[derive(Debug)]
pub(crate) struct Connection {
    settings: Settings,
}

impl ConnectionArguments {
    /// Reads what there is to know of the connection.
    pub(crate) fn load(&self) -> Result<Connection, Failure> {
        let options = Options {
            profile: self.profile.clone(),
            region: self.region.region.clone(),
            endpoint_url: self.endpoint_url.clone(),
            read_timeout: Some(self.read_timeout),
            ask_code: Some(ask_code),
            ..Options::default()
        };
        let settings = Settings::load(Environment::of_process(), options).map_err(Error::from)?;
        Ok(Connection { settings })
    }

    /// Lets something be done with a client.
    pub(crate) fn run<T>(&self, act: impl AsyncFnOnce(Client) -> Result<T, Failure>) -> Result<T, Failure> {
        self.load()?.run(act)
    }
}

impl Connection {
    /// The region that is named or, failing that, that of the environment or the profile.
    pub(crate) fn region(&self) -> Result<&str, Failure> {
        Ok(self.settings.region().map_err(Error::from)?)
    }

    /// Lets something be done with a client, on a runtime that is made for it: most commands need none.
    pub(crate) fn run<T>(self, act: impl AsyncFnOnce(Client) -> Result<T, Failure>) -> Result<T, Failure> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .enable_time()
            .build()?;
        let done = runtime.block_on(async { act(Client::new(self.settings)?).await });
        // A name that is still being looked for keeps nobody waiting.
        runtime.shutdown_background();
        done
    }
}

/// Asks on the terminal, whatever standard input is.
fn ask_code(serial: &str) -> io::Result<String> {
    rpassword::prompt_password(format!("MFA code of {serial}: "))
}
