//! From what upstream publishes to what the catalog says: the SDK's rules, resolved into templates and lists, so that
//! nothing of them is left for a look-up to know.

mod folders;
mod images;
mod listings;
mod registries;
mod special;

pub(crate) use images::images;
pub(crate) use listings::{listings, supports};
pub(crate) use registries::{TwoAccounts, families, leaves, split_by_python};
pub(crate) use special::NEURON_TOOLS;
