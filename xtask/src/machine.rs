//! What the machine has, and how to get what it lacks.

use std::fmt;

use xshell::{Shell, cmd};

/// Something that a chore needs is not there, and cannot be had. Elsewhere the chore may well succeed.
#[derive(Debug)]
pub(crate) struct Absent(pub(crate) String);

impl fmt::Display for Absent {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Absent {}

/// Tells whether this is a machine of continuous integration, which must have everything.
pub(crate) fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true")
}

/// Tells whether a command can be run.
pub(crate) fn runs(command: xshell::Cmd<'_>) -> bool {
    command.quiet().ignore_stdout().ignore_stderr().run().is_ok()
}

/// Installs packages of Debian, or of what is made of it.
pub(crate) fn install(shell: &Shell, packages: &[&str]) -> anyhow::Result<()> {
    let wanted = packages.join(" ");
    if !runs(cmd!(shell, "apt-get --version")) {
        return Err(Absent(format!("needs {wanted}, and this system has no apt-get")).into());
    }
    let is_root = cmd!(shell, "id -u").quiet().read().is_ok_and(|id| id == "0");
    if !is_root && !runs(cmd!(shell, "sudo -n true")) {
        return Err(Absent(format!("needs {wanted}: run `apt-get install {wanted}` as root")).into());
    }
    // Both take variables before the command.
    let with = if is_root { "env" } else { "sudo" };
    let quiet = ["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet", "--quiet"];
    let steps = [
        cmd!(shell, "{with} {quiet...} update"),
        cmd!(
            shell,
            "{with} {quiet...} install --yes --no-install-recommends {packages...}"
        ),
    ];
    for step in steps {
        step.run()
            .map_err(|error| Absent(format!("needs {wanted}: {error}")))?;
    }
    Ok(())
}
