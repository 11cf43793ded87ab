//! The credentials that a program of the user's prints.

use tokio::process::Command;

use crate::credentials::profile::Profile;
use crate::credentials::{Credentials, CredentialsError};

/// Runs `credential_process` of a profile.
pub(super) async fn run(profile: &Profile<'_>, command: &str) -> Result<Credentials, CredentialsError> {
    let refuse = |reason: String| profile.refuse(format!("`credential_process` {reason}"));
    let words = shlex::split(command).unwrap_or_default();
    let Some((program, arguments)) = words.split_first() else {
        return Err(refuse(format!("is no command: {command}")));
    };
    let output = Command::new(program)
        .args(arguments)
        .stdin(std::process::Stdio::inherit())
        .output()
        .await
        .map_err(|error| refuse(format!("`{program}` cannot be run: {error}")))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(refuse(format!(
            "`{program}` failed ({}): {}",
            output.status,
            said.trim()
        )));
    }
    // What it printed may hold a secret, so it is not shown.
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout)
        .map_err(|error| refuse(format!("`{program}` printed no JSON: {error}")))?;
    if answer.get("Version").and_then(serde_json::Value::as_u64) != Some(1) {
        return Err(refuse(format!("`{program}` printed another version than 1")));
    }
    let credentials = Credentials::of_json(&answer, "SessionToken")
        .ok_or_else(|| refuse(format!("`{program}` printed no AccessKeyId and SecretAccessKey")))?;
    Ok(credentials.from(format!("the process of the profile `{}`", profile.name)))
}
