//! Tasks: what an example does.

use std::fmt;
use std::str::FromStr;

/// What an example does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Task {
    /// It gets the registry path.
    #[default]
    Path,
    /// It starts a training job.
    Train,
    /// It hosts the model of a training job on an endpoint.
    Host,
}

impl Task {
    /// All of them.
    pub const ALL: &'static [Task] = &[Task::Path, Task::Train, Task::Host];

    /// Its name, which is stable.
    pub const fn as_str(self) -> &'static str {
        match self {
            Task::Path => "path",
            Task::Train => "train",
            Task::Host => "host",
        }
    }

    /// Its name for people.
    pub const fn title(self) -> &'static str {
        match self {
            Task::Path => "Get the path",
            Task::Train => "Train a model",
            Task::Host => "Host a model",
        }
    }
}

impl fmt::Display for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// There is no task of this name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("task `{0}` is not known: it is path, train or host")]
pub struct UnknownTask(String);

impl FromStr for Task {
    type Err = UnknownTask;

    fn from_str(name: &str) -> Result<Self, UnknownTask> {
        let found = Task::ALL.iter().find(|task| task.as_str() == name);
        found.copied().ok_or_else(|| UnknownTask(name.to_owned()))
    }
}
