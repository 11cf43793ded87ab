//! Why there is no image: the cold half of the look-up.
//!
//! Each function makes the error for one thing that can be wrong with names that are known (else see [`crate::unknown`]).
//! What the choices are is read from the images that fit the question in everything else.

mod ambiguous;
mod place;
mod scope;
mod unfit;
mod version;

pub(super) use ambiguous::several;
pub(super) use place::{unsupported_container, unsupported_region};
pub(super) use scope::{
    arm64_scope_on_x86, missing_scope, no_registry_path, unsupported_architecture, unsupported_scope,
};
pub(super) use unfit::nothing;
pub(super) use version::{missing_version, unknown_version, withheld};
