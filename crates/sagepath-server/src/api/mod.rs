//! The API: one module for each endpoint.

pub(crate) mod batch;
mod examples;
mod frameworks;
mod identify;
mod images;
mod instances;
mod regions;
mod resolve;

use crate::endpoint::Endpoint;

/// The endpoints that answer GET, in the order in which they are shown.
pub(crate) static ENDPOINTS: [Endpoint; 8] = [
    resolve::ENDPOINT,
    identify::ENDPOINT,
    images::ENDPOINT,
    frameworks::LIST,
    frameworks::ONE,
    regions::ENDPOINT,
    instances::ENDPOINT,
    examples::ENDPOINT,
];

/// The name of an object's only field, and a list in it: an object can grow.
macro_rules! list_of {
    ($name:literal, $rows:expr) => {
        &std::collections::BTreeMap::from([($name, $rows)])
    };
}
pub(crate) use list_of;
