//! From what upstream publishes to what the catalog says: the SDK's rules, resolved into templates and lists, so that
//! nothing of them is left for a look-up to know.

mod folders;
mod images;
mod listings;
mod registries;
mod special;

pub use images::images;
pub use listings::{listings, supports};
pub use registries::{TwoAccounts, families};
