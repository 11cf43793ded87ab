//! A region, as a row of a list.

use sagepath::Region;
use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

/// A region: its identifier, title and partition, and what its registry hosts are called.
#[derive(Clone, Copy, Debug)]
pub struct RegionRow<'c>(pub Region<'c>);

impl Serialize for RegionRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let RegionRow(region) = self;
        let mut fields = serializer.serialize_struct("Region", 8)?;
        fields.serialize_field("region", region.id())?;
        fields.serialize_field("title", region.title())?;
        fields.serialize_field("partition", region.partition())?;
        fields.serialize_field("dns_suffix", region.dns_suffix())?;
        fields.serialize_field("dual_stack_suffix", &region.dual_stack_suffix())?;
        fields.serialize_field("fips", &region.has_fips())?;
        fields.serialize_field("sagemaker", &region.has_sagemaker())?;
        fields.serialize_field("registry", &region.has_registry())?;
        fields.end()
    }
}
