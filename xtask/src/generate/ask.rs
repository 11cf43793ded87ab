//! Puts a question of the differential suite to the library.

use differential::Question;
use sagepath::{Catalog, Error, Located, Query};
use serde_json::Value;

/// The library's answer to a question under the SDK's argument names.
pub(crate) fn ask<'c>(catalog: &'c Catalog<'_>, question: &Question) -> Result<Located<'c>, Error> {
    let text = |name| question.value(name).and_then(Value::as_str).unwrap_or_default();
    let is_true = |name| question.value(name).and_then(Value::as_bool).unwrap_or_default();
    let distribution = question.value("distribution");
    let query = Query::new(text("framework"), text("region"))
        .version(text("version"))
        .scope(text("image_scope"))
        .python(text("py_version"))
        .base_framework(text("base_framework_version"))
        .instance_type(text("instance_type"))
        .accelerator_type(text("accelerator_type"))
        .container_version(text("container_version"))
        .inference_tool(text("inference_tool"))
        .sdk_version(text("sdk_version"))
        .smdistributed(distribution.is_some_and(|distribution| distribution.get("smdistributed").is_some()))
        .serverless(is_true("serverless_inference_config"))
        .training_compiler(is_true("training_compiler_config"));
    catalog.resolve(&query)
}
