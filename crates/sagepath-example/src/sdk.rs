//! The call of the SageMaker SDK that answers with a registry path, where there is one.

use std::fmt::Write as _;
use std::sync::LazyLock;

use sagepath::{Architecture, Catalog, InstanceType, Located};

use crate::call::{self, Argument, Call};
use crate::plan::instance;
use crate::task::Task;

/// A version of the SageMaker Python SDK.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sdk {
    /// `sagemaker-core`, the part of version 3 that knows registry paths.
    V3,
    /// `sagemaker`, version 2.
    V2,
}

/// A call of the SDK's `image_uris.retrieve`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SdkCall {
    region: String,
    arguments: Vec<(&'static str, String)>,
}

/// The calls that an SDK answers otherwise, or not at all: sorted lines of a call's key, a tab, and the regions where
/// it does, or `*`. `cargo xtask test examples` asks the SDKs, and compares.
static LACKS: LazyLock<[Vec<&str>; 2]> = LazyLock::new(|| {
    let lines = |text: &'static str| text.lines().filter(|line| !line.starts_with('#')).collect();
    [
        lines(include_str!("../data/sdk-v3-lacks.tsv")),
        lines(include_str!("../data/sdk-v2-lacks.tsv")),
    ]
});

impl SdkCall {
    /// The call that ought to get an image at a region for a task, whether the SDK's answer is right or not; `None` if the SDK
    /// has no word for it.
    pub fn of(located: &Located<'_>, task: Task) -> Option<SdkCall> {
        let catalog = located.catalog();
        let call = Call::of(&catalog, located, &located.path().to_string())?;
        SdkCall::from_call(&catalog, located, &call, task)
    }

    pub(crate) fn from_call(
        catalog: &Catalog<'_>,
        located: &Located<'_>,
        call: &Call<'_>,
        task: Task,
    ) -> Option<SdkCall> {
        let image = located.image();
        if call.pin || !image.is_in_sdk() {
            return None;
        }
        // A tag that names no processor, on the usual architecture, depends on no instance type.
        let needs_instance = image.processor().is_some() || image.architecture() == Architecture::Arm64;
        let is_useful =
            |instance: &InstanceType<'_>| instance.uses().any(|used| matches!(used, "host" | "train"));
        let instance = needs_instance
            .then(|| instance::usual(catalog, &image, is_useful))
            .flatten();
        let arguments = [
            ("framework", Some(call.framework)),
            ("version", call.value(Argument::Version)),
            ("image_scope", call::scope(&image, task)),
            ("instance_type", instance.map(|instance| instance.name())),
            ("py_version", image.python()),
            ("base_framework_version", image.base_framework()),
            ("container_version", call.value(Argument::ContainerVersion)),
            ("sdk_version", image.neuron_sdk()),
        ];
        let given = arguments.into_iter();
        let given = given.filter_map(|(name, value)| Some((name, value?.to_owned())));
        Some(SdkCall {
            region: call.region.to_owned(),
            arguments: given.collect(),
        })
    }

    /// The names of its arguments with their values, but for the region.
    pub fn arguments(&self) -> &[(&'static str, String)] {
        &self.arguments
    }

    /// The region that it asks for.
    pub fn region(&self) -> &str {
        &self.region
    }

    /// The call in one line, but for the region: `framework=xgboost version=1.7-1`.
    pub fn key(&self) -> String {
        let mut key = String::new();
        for (name, value) in &self.arguments {
            let space = if key.is_empty() { "" } else { " " };
            // Writing to a string does not fail.
            let _ = write!(key, "{space}{name}={value}");
        }
        key
    }

    /// Whether an SDK answers it with the catalog's path, as far as it was asked: `data/` holds the calls that it does not.
    pub fn is_right(&self, sdk: Sdk) -> bool {
        let lacks = &LACKS[usize::from(sdk == Sdk::V2)];
        let key = self.key();
        let key_of = |line: &str| line.split_once('\t').map_or(line.len(), |(key, _)| key.len());
        let Ok(index) = lacks.binary_search_by(|line| line[..key_of(line)].cmp(&key)) else {
            return true;
        };
        let regions = lacks[index].split_once('\t').map_or("*", |(_, regions)| regions);
        regions != "*" && regions.split(' ').all(|region| region != self.region)
    }
}
