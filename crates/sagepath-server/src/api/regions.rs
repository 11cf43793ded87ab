//! The regions.

use sagepath_json::RegionRow;

use super::list_of;
use crate::endpoint::{Endpoint, Reply};
use crate::parameters::{Parameter, Values};
use crate::problem::Problem;
use crate::state::State;

pub(crate) const ENDPOINT: Endpoint = Endpoint {
    name: "regions",
    path: "/api/v1/regions",
    summary: "The regions, and what their registry hosts are called",
    about: "",
    parameters: &[&[Parameter::new(
        "partition",
        "aws-cn",
        "Only the regions of this partition",
    )]],
    schema: "Regions",
    example: "partition=aws-cn",
    answer,
};

fn answer(state: &State, values: &Values<'_>) -> Result<Reply, Problem> {
    let partition = values.text("partition");
    let all = || state.catalog.regions();
    if let Some(partition) = partition
        && !all().any(|region| region.partition() == partition)
    {
        let mut partitions: Vec<&str> = all().map(|region| region.partition()).collect();
        partitions.sort_unstable();
        partitions.dedup();
        return Err(Problem::no(
            "unknown-partition",
            format!("partition `{partition}` is not known"),
        )
        .about("partition")
        .choose(partitions));
    }
    let rows = all()
        .filter(|region| partition.is_none_or(|partition| region.partition() == partition))
        .map(RegionRow);
    Reply::json(list_of!("regions", rows.collect::<Vec<_>>()))
}
