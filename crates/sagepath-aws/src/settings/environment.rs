//! What a process is told by its surroundings.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Environment variables and the home folder: of this process, or given ones.
#[derive(Clone, Debug, Default)]
pub struct Environment {
    variables: BTreeMap<String, String>,
    home: Option<PathBuf>,
}

impl Environment {
    /// That of this process. Variables that are no UTF-8 are left out.
    pub fn of_process() -> Self {
        let variables = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .collect();
        Environment {
            variables,
            home: std::env::home_dir(),
        }
    }

    /// Nothing but these variables; `HOME` among them is the home folder.
    ///
    /// ```
    /// use sagepath_aws::Environment;
    ///
    /// let environment = Environment::new([("AWS_REGION", "eu-west-1"), ("AWS_PROFILE", "")]);
    /// assert_eq!(environment.get("AWS_REGION"), Some("eu-west-1"));
    /// assert_eq!(environment.get("AWS_PROFILE"), None, "empty is as good as not set");
    /// ```
    pub fn new<N: Into<String>, V: Into<String>>(variables: impl IntoIterator<Item = (N, V)>) -> Self {
        let variables: BTreeMap<String, String> = variables
            .into_iter()
            .map(|(name, value)| (name.into(), value.into()))
            .collect();
        let home = variables.get("HOME").map(PathBuf::from);
        Environment { variables, home }
    }

    /// The value of a variable that is set and not empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.variables
            .get(name)
            .map(String::as_str)
            .filter(|value| !value.is_empty())
    }

    /// Whether a variable is set to true. AWS's tools take `true` in any case, and nothing else.
    pub(crate) fn is_true(&self, name: &str) -> bool {
        self.get(name)
            .is_some_and(|value| value.eq_ignore_ascii_case("true"))
    }

    /// A file that a variable names or, failing that, one in the home folder.
    pub(crate) fn file(&self, variable: &str, in_home: &str) -> Option<PathBuf> {
        match self.get(variable) {
            Some(path) => Some(self.expand(path)),
            None => Some(self.home.as_deref()?.join(in_home)),
        }
    }

    /// A path in which `~` stands for the home folder.
    pub(crate) fn expand(&self, path: &str) -> PathBuf {
        match (path.strip_prefix("~/"), &self.home) {
            (Some(rest), Some(home)) => home.join(rest),
            _ => PathBuf::from(path),
        }
    }

    /// The home folder.
    pub(crate) fn home(&self) -> Option<&Path> {
        self.home.as_deref()
    }
}
