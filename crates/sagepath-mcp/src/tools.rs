//! The tools.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use rmcp::handler::server::router::tool::ToolRouter;
use rmcp::handler::server::tool::schema_for_type;
use rmcp::model::{CallToolResult, JsonObject};
use rmcp::{ServerHandler, tool, tool_handler, tool_router};
use sagepath::{Catalog, Filter, Image, Located};
use sagepath_example::Example;
use sagepath_json::{Answer, Explanation, Facts, ImageRow};
use serde_json::json;

use crate::arguments::{self, FilterArguments, ImageArguments, PathArguments, example_schema};
use crate::outcome::{Refused, answered, result};

/// Images that are listed: if nothing is said, and at most.
const USUAL: usize = 20;
const MOST: usize = 100;

/// The tools, and the catalog that they answer from.
#[derive(Clone, Debug)]
pub struct Tools {
    catalog: &'static Catalog<'static>,
    tool_router: ToolRouter<Self>,
}

#[tool_router]
impl Tools {
    /// The tools for a catalog.
    pub fn new(catalog: &'static Catalog<'static>) -> Self {
        Tools {
            catalog,
            tool_router: Self::tool_router(),
        }
    }

    #[tool(
        description = "Get the Docker registry path (image URI) of an Amazon SageMaker algorithm or Deep Learning Container. \
            Use this instead of writing an account id or a tag from memory. Exactly one path, or an error with the choices.",
        input_schema = schema_for_type::<ImageArguments>(),
        annotations(read_only_hint = true, idempotent_hint = true, open_world_hint = false)
    )]
    async fn resolve(&self, arguments: JsonObject) -> CallToolResult {
        result(self.resolved(arguments))
    }

    #[tool(
        description = "Tell what a SageMaker registry path (image URI) stands for, whether its account, region, suffix and tag \
            are right, and the right path if they are not. Use this to check paths found in code.",
        input_schema = schema_for_type::<PathArguments>(),
        annotations(read_only_hint = true, idempotent_hint = true, open_world_hint = false)
    )]
    async fn identify(&self, arguments: JsonObject) -> CallToolResult {
        result(self.identified(arguments))
    }

    #[tool(
        description = "List SageMaker images by framework, region, scope, processor, Python and version, the newest first.",
        input_schema = schema_for_type::<FilterArguments>(),
        annotations(read_only_hint = true, idempotent_hint = true, open_world_hint = false)
    )]
    async fn list_images(&self, arguments: JsonObject) -> CallToolResult {
        result(self.listed(arguments))
    }

    #[tool(
        description = "Write example code that uses a SageMaker image: gets its path, trains with it, or hosts a model, in the \
            SageMaker SDKs, boto3, AWS CLI, Terraform, CloudFormation, CDK, Rust, JavaScript or Go.",
        input_schema = std::sync::Arc::new(example_schema()),
        annotations(read_only_hint = true, idempotent_hint = true, open_world_hint = false)
    )]
    async fn example(&self, arguments: JsonObject) -> CallToolResult {
        result(self.exemplified(arguments))
    }
}

#[tool_handler(
    router = self.tool_router,
    name = "sagepath",
    instructions = "Docker registry paths of Amazon SageMaker's algorithms and Deep Learning Containers, from a checked catalog. \
        Never write such a path from memory: accounts differ by repository and region, tags by version, processor and Python. \
        `resolve` gives the path for a framework, version, scope and region; `identify` checks one that is already there."
)]
impl ServerHandler for Tools {}

impl Tools {
    fn resolved(&self, arguments: JsonObject) -> Result<CallToolResult, Refused> {
        let arguments: ImageArguments = arguments::read(arguments)?;
        let located = self.located(&arguments)?;
        let image = located.image();
        let mut text = format!(
            "{}\n{} in {}; {}",
            located.path(),
            described(&image),
            located.region().id(),
            located.evidence().as_str()
        );
        if let Some(day) = image.end_of_patch() {
            text.push_str(&format!("; end of patch {day}"));
        }
        for warning in located.warnings() {
            text.push_str(&format!("\nwarning: {}", warning.message()));
        }
        Ok(answered(text, &Answer::new(&located)))
    }

    fn located(&self, arguments: &ImageArguments) -> Result<Located<'static>, Refused> {
        let located = self.catalog.resolve(&arguments.query())?;
        Ok(if arguments.is_pinned() {
            located.pinned()
        } else {
            located
        })
    }

    fn identified(&self, arguments: JsonObject) -> Result<CallToolResult, Refused> {
        let PathArguments { path, region } = arguments::read(arguments)?;
        let explanation = Explanation::of(self.catalog, path.trim(), region.as_deref(), today());
        let text = match &explanation {
            Explanation::Known(facts) => judged(facts),
            Explanation::Malformed(malformed) => {
                let hint = malformed.error.hint().map(|hint| format!("\nhint: {hint}"));
                format!("malformed: {}{}", malformed.error, hint.unwrap_or_default())
            }
        };
        Ok(answered(text, &explanation))
    }

    fn listed(&self, arguments: JsonObject) -> Result<CallToolResult, Refused> {
        let arguments: FilterArguments = arguments::read(arguments)?;
        let versions = arguments.version.as_deref().map(str::parse).transpose();
        let filter = Filter {
            framework: arguments.framework.as_deref(),
            region: arguments.region.as_deref(),
            scope: arguments.image_scope.as_deref(),
            runs_on: arguments.runs_on.as_deref(),
            python: arguments.py_version.as_deref(),
            versions: versions
                .map_err(|error: sagepath::RangeError| Refused::unreadable(&error.to_string()))?,
            alive_on: (arguments.alive == Some(true)).then(today),
            ..Filter::default()
        };
        let images = self.catalog.images(&filter)?;
        let rows = images
            .filter(|image| image.withheld().is_none())
            .filter_map(|image| match filter.region {
                Some(region) => ImageRow::in_region(image, region),
                None => Some(ImageRow::anywhere(image)),
            });
        // Within a framework the catalog has the oldest first.
        let rows: Vec<ImageRow<'_>> = rows.collect();
        let limit = arguments.limit.unwrap_or(USUAL).clamp(1, MOST);
        let shown: Vec<&ImageRow<'_>> = rows.iter().rev().take(limit).collect();
        let mut text = format!("{} of {} images", shown.len(), rows.len());
        for row in &shown {
            text.push_str(&format!("\n{}  {}", row.reference(), described(&row.image())));
        }
        if shown.len() < rows.len() {
            text.push_str("\nhint: name framework, version, image_scope or runs_on to narrow it down");
        }
        let references: Vec<String> = shown.iter().map(|row| row.reference()).collect();
        Ok(answered(
            text,
            &json!({ "total": rows.len(), "images": references }),
        ))
    }

    fn exemplified(&self, mut arguments: JsonObject) -> Result<CallToolResult, Refused> {
        let (target, task) = arguments::take_target_and_task(&mut arguments)?;
        let arguments: ImageArguments = arguments::read(arguments)?;
        let located = self.located(&arguments)?;
        let example = Example::write(&located, target, task)
            .map_err(|reason| Refused::unreadable(&reason.to_string()))?;
        let mut text = example.code().to_owned();
        for note in example.notes() {
            text.push_str(&format!("\nnote: {note}"));
        }
        let value = json!({
            "file_name": example.file_name(),
            "language": target.language(),
            "code": example.code(),
            "notes": example.notes(),
            "uri": located.path().to_string(),
        });
        Ok(answered(text, &value))
    }
}

/// What an image is, in a few words.
fn described(image: &Image<'_>) -> String {
    let mut text = format!("{} {}", image.framework().slug(), image.version());
    let scopes: Vec<&str> = image.scopes().collect();
    if !scopes.is_empty() {
        text.push_str(&format!(" for {}", scopes.join(", ")));
    }
    let details = [image.processor(), image.python(), image.base_framework()];
    let details: Vec<&str> = details.into_iter().flatten().collect();
    if !details.is_empty() {
        text.push_str(&format!(" ({})", details.join(", ")));
    }
    text
}

/// What is told of a path.
fn judged(facts: &Facts<'_>) -> String {
    let identity = &facts.identity;
    let mut text = format!("verdict: {}", facts.verdict.as_str());
    if let Some(image) = &facts.image {
        text.push_str(&format!("\nimage: {}", described(image)));
    }
    text.push_str(&format!("\naccount: {}", identity.registry().as_str()));
    if let Some(right) = identity.right_account()
        && right != identity.path().account()
    {
        text.push_str(&format!(", the right one is {right}"));
    }
    text.push_str(&format!("\ntag: {}", identity.tag().as_str()));
    if facts.alive == Some(false) {
        text.push_str("\npast its end of patch");
    }
    if let Some((newest, uri)) = &facts.newest {
        let uri = uri.as_deref().unwrap_or("not offered in this region");
        text.push_str(&format!("\nnewest: {} {uri}", newest.version()));
    }
    if let Some(closest) = &facts.closest {
        text.push_str(&format!("\nright path: {closest}"));
    }
    match &facts.elsewhere {
        Some(Ok(path)) => text.push_str(&format!("\nelsewhere: {path}")),
        Some(Err(error)) => text.push_str(&format!("\nelsewhere: {error}")),
        None => {}
    }
    text
}

/// The day, in UTC.
fn today() -> Date {
    Offset::UTC.to_datetime(Timestamp::now()).date()
}
