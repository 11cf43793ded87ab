//! What the examples of one image share.

use sagepath::Located;

use crate::call::Call;
use crate::example::Example;
use crate::sdk::{Sdk, SdkCall};
use crate::target::Target;
use crate::task::Task;
use crate::template;
use crate::unavailable::Unavailable;

/// What the examples of one image at a region share: computed once, and shown by every target.
#[derive(Clone, Debug)]
pub struct Plan<'c> {
    pub(crate) title: String,
    pub(crate) slug: &'c str,
    pub(crate) region: &'c str,
    pub(crate) image: String,
    pub(crate) call: Option<Call<'c>>,
    sdk_call: Option<SdkCall>,
    in_sdk: bool,
}

impl<'c> Plan<'c> {
    /// Plans the examples of an image at a region.
    ///
    /// # Errors
    ///
    /// [`Unavailable`] if the image is never to be used.
    pub fn of(located: &Located<'c>) -> Result<Plan<'c>, Unavailable> {
        let image = located.image();
        let path = located.path().to_string();
        if let Some(reason) = image.withheld() {
            return Err(Unavailable::Withheld {
                path,
                reason: reason.to_owned(),
            });
        }
        let catalog = located.catalog();
        let call = Call::of(&catalog, located, &path);
        let plan = Plan {
            title: format!("{} {}", image.framework().title(), image.version())
                .trim_end()
                .to_owned(),
            slug: image.framework().slug(),
            region: located.region().id(),
            sdk_call: call
                .as_ref()
                .and_then(|call| SdkCall::from_call(&catalog, located, call)),
            call,
            in_sdk: image.is_in_sdk(),
            image: path,
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
        let by_query = matches!(target, Target::Sagepath | Target::Rust | Target::Terraform);
        if by_query && self.call.is_none() {
            return Err(Unavailable::NoQuery {
                path: self.image.clone(),
                target,
            });
        }
        Ok(Example {
            target,
            task,
            code: template::render(self, target, task).ok_or(Unavailable::NotWritten)?,
            notes: self.notes(target),
        })
    }

    /// The call of an SDK that answers with the image's path, if it does.
    pub(crate) fn sdk_call(&self, sdk: Sdk) -> Option<&SdkCall> {
        self.sdk_call.as_ref().filter(|call| call.is_right(sdk))
    }

    /// What fills a key of the question up to the longest: `terraform fmt` wants its equal signs in a column.
    pub(crate) fn pad(&self, key: &str) -> String {
        let keys = self.call.iter().flat_map(|call| &call.arguments);
        let widest = keys
            .map(|(argument, _)| argument.key().len())
            .max()
            .unwrap_or_default();
        " ".repeat(widest.max("framework".len()).saturating_sub(key.len()))
    }

    fn notes(&self, target: Target) -> Vec<String> {
        let (sdk, name) = match target {
            Target::SdkV3 => (Sdk::V3, "sagemaker-core"),
            Target::SdkV2 => (Sdk::V2, "sagemaker 2"),
            _ => return Vec::new(),
        };
        if self.sdk_call(sdk).is_some() {
            return Vec::new();
        }
        let why = if self.in_sdk {
            "has no call of `image_uris.retrieve` that answers with this path"
        } else {
            "does not know this image"
        };
        vec![format!("{name} {why}, so the path is given as it is.")]
    }

    /// Whether everything can be written between quotes as it is, in every language.
    fn check(&self) -> Result<(), Unavailable> {
        let of_call = self
            .call
            .iter()
            .flat_map(|call| &call.arguments)
            .map(|(_, value)| *value);
        let of_sdk = self
            .sdk_call
            .iter()
            .flat_map(SdkCall::arguments)
            .map(|(_, value)| value.as_str());
        let own = [self.title.as_str(), self.slug, self.region, &self.image];
        let is_plain = |text: &str| {
            text.chars()
                .all(|character| !character.is_control() && !"\"'\\`$".contains(character))
        };
        match own
            .into_iter()
            .chain(of_call)
            .chain(of_sdk)
            .find(|text| !is_plain(text))
        {
            Some(text) => Err(Unavailable::Unprintable(text.to_owned())),
            None => Ok(()),
        }
    }
}
