//! What the examples of one image share.

mod hosting;
pub(crate) mod instance;
mod placeholder;
mod training;

use sagepath::Located;

pub(crate) use self::hosting::Hosting;
pub use self::instance::USUAL as USUAL_INSTANCE_TYPES;
use self::instance::Wish;
pub use self::placeholder::{BUCKET, role};
pub(crate) use self::training::Training;
pub use self::training::families_allow;
use crate::call::Call;
use crate::example::Example;
use crate::notes;
use crate::sdk::{Sdk, SdkCall};
use crate::target::Target;
use crate::task::Task;
use crate::template;
use crate::unavailable::Unavailable;

/// What the examples of one image at a region share: computed once, and shown by every target.
#[derive(Clone, Debug)]
pub struct Plan<'c> {
    /// The framework's title and the image's version.
    pub(crate) title: String,
    pub(crate) slug: &'c str,
    pub(crate) region: &'c str,
    pub(crate) partition: &'c str,
    pub(crate) image: String,
    pub(crate) role: String,
    pub(crate) states_role: String,
    pub(crate) is_in_sdk: bool,
    look_up: LookUp<'c>,
    training: Result<Training, Unavailable>,
    hosting: Result<Hosting<'c>, Unavailable>,
}

/// How a path is asked for.
#[derive(Clone, Debug)]
pub(crate) struct LookUp<'c> {
    call: Option<Call<'c>>,
    sdk_call: Option<SdkCall>,
}

impl<'c> LookUp<'c> {
    fn of(located: &Located<'c>, task: Task) -> Self {
        let catalog = located.catalog();
        let call = Call::of(&catalog, located, &located.path().to_string());
        LookUp {
            sdk_call: call
                .as_ref()
                .and_then(|call| SdkCall::from_call(&catalog, located, call, task)),
            call,
        }
    }
}

impl<'c> Plan<'c> {
    /// Plans the examples of an image at a region.
    ///
    /// # Errors
    ///
    /// [`Unavailable`] if the image is never to be used.
    pub fn of(located: &Located<'c>) -> Result<Plan<'c>, Unavailable> {
        Plan::wishing(located, None)
    }

    /// Plans them for an instance type: training and hosting name it, if the image runs on it.
    ///
    /// # Errors
    ///
    /// [`Unavailable`] if the image is never to be used. That the instance type will not do for a task is told when the task's
    /// example is written.
    pub fn on_instance(located: &Located<'c>, instance_type: &str) -> Result<Plan<'c>, Unavailable> {
        Plan::wishing(located, Some(instance_type))
    }

    fn wishing(located: &Located<'c>, wish: Wish<'_>) -> Result<Plan<'c>, Unavailable> {
        let image = located.image();
        let region = located.region();
        let path = located.path().to_string();
        if let Some(reason) = image.withheld() {
            return Err(Unavailable::Withheld {
                path,
                reason: reason.to_owned(),
            });
        }
        let title = format!("{} {}", image.framework().title(), image.version());
        let plan = Plan {
            title: title.trim_end().to_owned(),
            slug: image.framework().slug(),
            region: region.id(),
            partition: region.partition(),
            image: path,
            role: placeholder::role(&region),
            states_role: placeholder::states_role(&region),
            is_in_sdk: image.is_in_sdk(),
            look_up: LookUp::of(located, Task::Train),
            training: Training::of(located, wish),
            hosting: Hosting::of(located, wish),
        };
        plan.check()?;
        Ok(plan)
    }

    /// Writes the example for a tool and a task.
    ///
    /// # Errors
    ///
    /// [`Unavailable`] says why there can be none.
    pub fn write(&self, target: Target, task: Task) -> Result<Example, Unavailable> {
        let asks = matches!(target, Target::Sagepath | Target::Rust)
            || (target, task) == (Target::Terraform, Task::Path);
        let code = template::render(self, target, task)?;
        if asks && self.call(task).is_none() {
            return Err(Unavailable::NoQuery {
                path: self.image.clone(),
                target,
            });
        }
        Ok(Example {
            target,
            task,
            code,
            notes: notes::of(self, target, task),
        })
    }

    pub(crate) fn training(&self) -> Result<&Training, Unavailable> {
        self.training.as_ref().map_err(Clone::clone)
    }

    pub(crate) fn hosting(&self) -> Result<&Hosting<'c>, Unavailable> {
        self.hosting.as_ref().map_err(Clone::clone)
    }

    /// How a task's image is asked for: hosting may take another one than training.
    fn look_up(&self, task: Task) -> &LookUp<'c> {
        match &self.hosting {
            Ok(hosting) if task == Task::Host => &hosting.look_up,
            _ => &self.look_up,
        }
    }

    /// The question that means a task's image, if there is one.
    pub(crate) fn call(&self, task: Task) -> Option<&Call<'c>> {
        self.look_up(task).call.as_ref()
    }

    /// The call of an SDK that answers with a task's image, if it does.
    pub(crate) fn sdk_call(&self, sdk: Sdk, task: Task) -> Option<&SdkCall> {
        let call = self.look_up(task).sdk_call.as_ref();
        call.filter(|call| call.is_right(sdk))
    }

    /// Whether everything can be written between quotes as it is, in every language.
    fn check(&self) -> Result<(), Unavailable> {
        let calls = [Task::Train, Task::Host].map(|task| self.call(task));
        let of_calls = calls.iter().flatten().flat_map(|call| &call.arguments);
        let of_training = self.training.iter().flat_map(Training::texts);
        let own = [
            self.title.as_str(),
            self.slug,
            self.region,
            self.partition,
            &self.image,
        ];
        let texts = own.into_iter().chain(of_calls.map(|(_, value)| *value));
        let is_plain = |text: &str| {
            let mut characters = text.chars();
            characters.all(|character| !character.is_control() && !"\"'\\`$".contains(character))
        };
        match texts.chain(of_training).find(|text| !is_plain(text)) {
            Some(text) => Err(Unavailable::Unprintable(text.to_owned())),
            None => Ok(()),
        }
    }
}

/// What fills a name up to the longest of its column: formatters want what follows it in a column.
pub(crate) fn pad<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> String {
    let widest = names.map(str::len).max().unwrap_or_default();
    " ".repeat(widest.saturating_sub(name.len()))
}
