//! An example: code, and what to know of it.

use sagepath::Located;

use crate::plan::Plan;
use crate::target::Target;
use crate::task::Task;
use crate::unavailable::Unavailable;

/// Example code, and what a reader must know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    pub(crate) target: Target,
    pub(crate) task: Task,
    pub(crate) code: String,
    pub(crate) notes: Vec<String>,
}

impl Example {
    /// Writes the example for an image at a region. For several of one image, [`Plan`] does what they share once.
    ///
    /// # Errors
    ///
    /// [`Unavailable`] says why there can be none.
    pub fn write(located: &Located<'_>, target: Target, task: Task) -> Result<Example, Unavailable> {
        Plan::of(located)?.write(target, task)
    }

    /// The tool that it is for.
    pub fn target(&self) -> Target {
        self.target
    }

    /// What it does.
    pub fn task(&self) -> Task {
        self.task
    }

    /// The code: a whole file, which ends with a line feed.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// A name for its file, the one that its tool asks for, if it asks for one: `train.py`, `main.tf`.
    pub fn file_name(&self) -> String {
        self.target.file_name().replace("{task}", self.task.as_str())
    }

    /// What a reader must know, such as why no call of the SDK is shown: sentences.
    pub fn notes(&self) -> &[String] {
        &self.notes
    }
}
