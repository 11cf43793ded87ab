//! The instances of a job without a file, and how long it may take.

use clap::Args;
use sagepath_job::usual::{Cluster, MAX_SECONDS, VOLUME_GB};

use super::usual;

// (No documentation comment: it would become the command's help.)
#[derive(Args)]
pub(super) struct ClusterWords {
    /// How many instances [default: 1]
    #[arg(long, value_name = "N")]
    instance_count: Option<u32>,

    /// Gigabytes of each instance's volume [default: 30]
    #[arg(long, value_name = "GB")]
    volume_size: Option<u32>,

    /// Seconds that the job may take [default: 86400]
    #[arg(long, value_name = "SECONDS")]
    max_runtime: Option<u32>,
}

impl ClusterWords {
    /// What they say of instances of a type.
    pub(super) fn of<'w>(&self, instance_type: &'w str) -> Cluster<'w> {
        Cluster {
            instance_type,
            instance_count: self.instance_count.unwrap_or(1),
            volume_gb: self.volume_size.unwrap_or(VOLUME_GB),
            max_seconds: self.max_runtime.unwrap_or(MAX_SECONDS),
        }
    }

    /// Each, and whether it is given.
    pub(super) fn given(&self) -> [(&'static str, bool); 3] {
        [
            ("--instance-count", self.instance_count.is_some()),
            ("--volume-size", self.volume_size.is_some()),
            ("--max-runtime", self.max_runtime.is_some()),
        ]
    }

    /// The fields that have a usual value, of a request whose instances are in this one.
    pub(super) fn usual(&self, instances: &str) -> [usual::Field; 3] {
        let fields = [
            format!("{instances}.InstanceCount"),
            format!("{instances}.VolumeSizeInGB"),
            "StoppingCondition.MaxRuntimeInSeconds".to_owned(),
        ];
        let mut given = self.given().into_iter();
        fields.map(|field| {
            let (option, is_given) = given.next().unwrap_or_default();
            (field, option, is_given)
        })
    }
}
