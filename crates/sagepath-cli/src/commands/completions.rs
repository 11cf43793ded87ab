//! `sagepath completions`: what a shell must run to complete our arguments.

use std::io;

use clap::Args;
use clap::builder::PossibleValuesParser;
use clap_complete::env::Shells;

use crate::failure::Failure;
use crate::{Status, complete, output};

#[derive(Args)]
#[command(after_help = "\
Examples:
  source <(sagepath completions bash)        in ~/.bashrc
  source <(sagepath completions zsh)         in ~/.zshrc
  sagepath completions fish | source         in ~/.config/fish/config.fish")]
pub(crate) struct CompletionsArguments {
    /// The shell
    #[arg(value_name = "SHELL", value_parser = PossibleValuesParser::new(Shells::builtins().names()))]
    shell: String,
}

pub(crate) fn run(arguments: &CompletionsArguments) -> Result<Status, Failure> {
    let shells = Shells::builtins();
    let Some(shell) = shells.completer(&arguments.shell) else {
        return Err(
            Failure::usage(format!("shell `{}` is not known", arguments.shell)).choices(shells.names()),
        );
    };
    let mut script = Vec::new();
    shell.write_registration(
        complete::VARIABLE,
        "sagepath",
        "sagepath",
        "sagepath",
        &mut script,
    )?;
    output::to_stdout(|out| Ok(io::Write::write_all(out, &script)?))?;
    Ok(Status::Yes)
}
