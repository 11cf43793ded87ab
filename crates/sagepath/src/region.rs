//! Regions and partitions.

use sagepath_catalog::{self as raw, RegionId, layout};

use crate::registry_path::Endpoint;

/// A region of AWS.
///
/// Source: botocore's endpoint data.
#[derive(Clone, Copy, Debug)]
pub struct Region<'c> {
    catalog: &'c raw::Catalog<'c>,
    record: raw::Region,
}

impl<'c> Region<'c> {
    pub(crate) fn new(catalog: &'c raw::Catalog<'c>, id: RegionId) -> Self {
        Region {
            catalog,
            record: catalog.region_at(id),
        }
    }

    /// Its identifier, such as `us-east-1`.
    pub fn id(&self) -> &'c str {
        self.catalog.text(self.record.id)
    }

    /// Its name for people, such as "US East (N. Virginia)".
    pub fn title(&self) -> &'c str {
        self.catalog.text(self.record.title)
    }

    /// Its partition's identifier, such as `aws-cn`.
    pub fn partition(&self) -> &'c str {
        self.catalog.text(self.catalog.partition_of(&self.record).id)
    }

    /// The suffix of registry hosts, such as `amazonaws.com.cn`.
    #[inline]
    pub fn dns_suffix(&self) -> &'c str {
        self.catalog
            .text(self.catalog.partition_of(&self.record).dns_suffix)
    }

    /// The suffix of dual-stack registry hosts, if a dual-stack host of this region is known.
    pub fn dual_stack_suffix(&self) -> Option<&'c str> {
        let suffix = self
            .catalog
            .some_text(self.catalog.partition_of(&self.record).dual_stack_suffix);
        suffix.filter(|_| self.has(layout::region::DUAL_STACK))
    }

    /// The suffix of its registry host of a kind; `None` if no such host is known.
    ///
    /// ```
    /// use sagepath::{Catalog, registry_path::Endpoint};
    ///
    /// let region = Catalog::embedded().region("eu-west-1").unwrap();
    /// assert_eq!(region.host_suffix(Endpoint::default()), Some("amazonaws.com"));
    /// assert_eq!(region.host_suffix(Endpoint { fips: true, dual_stack: false }), None);
    /// ```
    pub fn host_suffix(&self, endpoint: Endpoint) -> Option<&'c str> {
        if endpoint.fips && !self.has_fips() {
            return None;
        }
        if endpoint.dual_stack {
            self.dual_stack_suffix()
        } else {
            Some(self.dns_suffix())
        }
    }

    /// Whether a FIPS registry host of this region is known.
    pub fn has_fips(&self) -> bool {
        self.has(layout::region::FIPS)
    }

    /// Whether SageMaker is offered.
    pub fn has_sagemaker(&self) -> bool {
        self.has(layout::region::SAGEMAKER)
    }

    /// Whether a registry is offered.
    pub fn has_registry(&self) -> bool {
        self.has(layout::region::ECR)
    }

    fn has(&self, flag: u8) -> bool {
        self.record.flags & flag != 0
    }
}

impl PartialEq for Region<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.id() == other.id()
    }
}

impl Eq for Region<'_> {}
