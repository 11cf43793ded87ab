//! The models of AWS's operations, made of botocore's.

use std::fmt::Write as _;
use std::path::PathBuf;

use serde::Deserialize;
use xshell::cmd;

use super::Generated;
use crate::python;
use crate::workspace::Workspace;

/// Where the models belong.
const FOLDER: &str = "crates/sagepath-api/src/models";

/// What `service_models.py` prints.
#[derive(Deserialize)]
struct Models {
    version: String,
    services: Vec<Service>,
}

#[derive(Deserialize)]
struct Service {
    name: String,
    id: String,
    version: String,
    endpoint_prefix: String,
    signing_name: String,
    protocol: String,
    json_version: Option<String>,
    target_prefix: Option<String>,
    operations: Vec<Operation>,
    shapes: Vec<Shape>,
}

#[derive(Deserialize)]
struct Operation {
    name: String,
    method: String,
    path: String,
    input: Option<String>,
    output: Option<String>,
    errors: Vec<String>,
    pages: Option<Pages>,
    is_signed: bool,
}

#[derive(Deserialize)]
struct Pages {
    input_token: String,
    output_token: String,
    limit: Option<String>,
    items: Vec<String>,
}

#[derive(Deserialize)]
struct Shape {
    name: String,
    kind: String,
    min: Option<i64>,
    max: Option<i64>,
    pattern: Option<String>,
    #[serde(default)]
    members: Vec<Member>,
    #[serde(default)]
    is_event_stream: bool,
    #[serde(default)]
    choices: Vec<String>,
    item: Option<String>,
    key: Option<String>,
    value: Option<String>,
}

#[derive(Deserialize)]
struct Member {
    name: String,
    shape: String,
    is_required: bool,
    location: Option<String>,
    location_name: String,
}

/// The interpreter of an environment with botocore, boto3 and the AWS CLI.
pub(crate) fn environment(workspace: &Workspace) -> anyhow::Result<PathBuf> {
    let requirements = workspace.path("tests/api/requirements.txt");
    python::with_requirements(workspace, "venv-api", &requirements)
}

/// Makes a module for each service, and one that names them.
pub(super) fn make(workspace: &Workspace) -> anyhow::Result<Vec<Generated>> {
    let python = environment(workspace)?;
    let shell = &workspace.shell;
    let script = workspace.path("xtask/src/generate/service_models.py");
    let operations = workspace.path("crates/sagepath-api/operations.txt");
    let printed = cmd!(shell, "{python} {script} {operations}").quiet().read()?;
    let models: Models = serde_json::from_str(&printed)?;
    let mut files = vec![generated(workspace, "mod", &index(&models))?];
    for service in &models.services {
        let text = module(service, &models.version)?;
        files.push(generated(workspace, &service.module(), &text)?);
    }
    Ok(files)
}

/// A file, as rustfmt wants it.
fn generated(workspace: &Workspace, name: &str, text: &str) -> anyhow::Result<Generated> {
    let shell = &workspace.shell;
    let mut formatted = cmd!(shell, "rustfmt --edition 2024 --emit stdout")
        .stdin(text)
        .quiet()
        .read()?;
    formatted.push('\n');
    Ok(Generated {
        path: format!("{FOLDER}/{name}.rs").into(),
        bytes: formatted.into_bytes(),
    })
}

fn index(models: &Models) -> String {
    let modules = models.services.iter().map(Service::module);
    let declared: String = modules.clone().map(|name| format!("pub mod {name};\n")).collect();
    let listed: String = modules.map(|name| format!("&{name}::SERVICE,")).collect();
    format!(
        "//! The models, a module for each service.\n//!\n\
         //! Generated from botocore {version} by `cargo xtask generate`; do not edit.\n\n\
         {declared}\n\
         use crate::operation::Service;\n\n\
         /// The release of botocore whose service models these are.\n\
         pub const MODEL_VERSION: &str = {version:?};\n\n\
         pub(crate) static SERVICES: &[&Service] = &[{listed}];\n",
        version = models.version,
    )
}

fn module(service: &Service, version: &str) -> anyhow::Result<String> {
    let Service { name, id, .. } = service;
    let mut text = format!(
        "//! {id}.\n//!\n//! Generated from botocore {version} by `cargo xtask generate`; do not edit.\n\n"
    );
    let has_locations = service
        .shapes
        .iter()
        .flat_map(|shape| &shape.members)
        .any(|member| member.location.is_some());
    let location = if has_locations { "Location, " } else { "" };
    let pages = service
        .operations
        .iter()
        .any(|operation| operation.pages.is_some());
    let pages = if pages { "Pages, " } else { "" };
    write!(
        text,
        "use crate::operation::{{Operation, {pages}Protocol, Service}};\n\
         use crate::shape::{{{location}Member, Shape}};\n\n\
         /// The service.\n\
         pub static SERVICE: Service = Service {{\n\
         name: {name:?}, id: {id:?}, version: {:?}, endpoint_prefix: {:?}, signing_name: {:?},\n\
         protocol: {}, operations: OPERATIONS, }};\n\n",
        service.version,
        service.endpoint_prefix,
        service.signing_name,
        service.protocol()?,
    )?;
    let listed: String = service
        .operations
        .iter()
        .map(|operation| format!("&{},", constant(&operation.name)))
        .collect();
    write!(text, "static OPERATIONS: &[&Operation] = &[{listed}];\n\n")?;
    for operation in &service.operations {
        operation.write(&mut text)?;
    }
    for shape in &service.shapes {
        shape.write(&mut text)?;
    }
    Ok(text)
}

impl Service {
    fn module(&self) -> String {
        self.name.replace('-', "_")
    }

    /// Whether some request says something in its body.
    fn has_bodies(&self) -> bool {
        let inputs = self
            .operations
            .iter()
            .filter_map(|operation| operation.input.as_ref());
        let shapes = inputs.filter_map(|input| self.shapes.iter().find(|shape| &shape.name == input));
        shapes
            .flat_map(|shape| &shape.members)
            .any(|member| matches!(member.location.as_deref(), None | Some("payload")))
    }

    fn protocol(&self) -> anyhow::Result<String> {
        match (self.protocol.as_str(), &self.json_version, &self.target_prefix) {
            ("json", Some(version), Some(prefix)) => Ok(format!(
                "Protocol::Json {{ version: {version:?}, target_prefix: {prefix:?} }}"
            )),
            ("rest-json", ..) => Ok("Protocol::RestJson".to_owned()),
            ("query", ..) => Ok("Protocol::Query".to_owned()),
            ("rest-xml", ..) if !self.has_bodies() => Ok("Protocol::RestXml".to_owned()),
            (other, ..) => anyhow::bail!("{}: the protocol {other} is not known here", self.name),
        }
    }
}

impl Operation {
    fn write(&self, text: &mut String) -> anyhow::Result<()> {
        let shape = |name: &Option<String>| match name {
            Some(name) => format!("Some(&{})", constant(name)),
            None => "None".to_owned(),
        };
        let errors: String = self
            .errors
            .iter()
            .map(|error| format!("&{},", constant(error)))
            .collect();
        let pages = match &self.pages {
            Some(pages) => format!(
                "Some(Pages {{ input_token: {:?}, output_token: {:?}, limit: {:?}, items: &{:?} }})",
                pages.input_token, pages.output_token, pages.limit, pages.items
            ),
            None => "None".to_owned(),
        };
        write!(
            text,
            "/// `{0}`.\n\
             pub static {1}: Operation = Operation {{ name: {0:?}, service: &SERVICE, method: {2:?}, path: {3:?},\n\
             input: {4}, output: {5}, errors: &[{errors}], pages: {pages}, is_signed: {6} }};\n\n",
            self.name,
            constant(&self.name),
            self.method,
            self.path,
            shape(&self.input),
            shape(&self.output),
            self.is_signed,
        )?;
        Ok(())
    }
}

impl Shape {
    fn write(&self, text: &mut String) -> anyhow::Result<()> {
        let name = &self.name;
        let of = |shape: &Option<String>| constant(shape.as_deref().unwrap_or_default());
        let made = match self.kind.as_str() {
            "structure" => {
                let members: String = self.members.iter().map(Member::to_string).collect();
                let what = if self.is_event_stream {
                    "event_stream"
                } else {
                    "structure"
                };
                format!("{what}({name:?}, &[{members}])")
            }
            "list" => format!("list({name:?}, &{})", of(&self.item)),
            "map" => format!("map({name:?}, &{}, &{})", of(&self.key), of(&self.value)),
            "string" if !self.choices.is_empty() => format!("choice({name:?}, &{:?})", self.choices),
            "string" => match &self.pattern {
                Some(pattern) => format!("matching({name:?}, {})", raw(pattern)),
                None => format!("string({name:?})"),
            },
            "integer" | "long" => format!("integer({name:?})"),
            "float" | "double" => format!("float({name:?})"),
            kind @ ("boolean" | "timestamp" | "blob") => format!("{kind}({name:?})"),
            other => anyhow::bail!("{name}: the kind {other} is not known here"),
        };
        let least = self.min.map_or(String::new(), |min| format!(".at_least({min})"));
        let most = self.max.map_or(String::new(), |max| format!(".at_most({max})"));
        let constant = constant(name);
        writeln!(text, "static {constant}: Shape = Shape::{made}{least}{most};\n")?;
        Ok(())
    }
}

impl std::fmt::Display for Member {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Member {
            name, location_name, ..
        } = self;
        let presence = if self.is_required { "required" } else { "optional" };
        let shape = constant(&self.shape);
        write!(formatter, "Member::{presence}({name:?}, &{shape})")?;
        match self.location.as_deref() {
            None => {}
            Some("payload") => write!(formatter, ".at(Location::Payload)")?,
            Some("header") => write!(formatter, ".at(Location::Header({location_name:?}))")?,
            Some("uri") => write!(formatter, ".at(Location::Path({location_name:?}))")?,
            Some("query") => write!(formatter, ".at(Location::Query({location_name:?}))")?,
            // The compiler says that there is no such thing.
            Some(other) => write!(formatter, ".at(Location::{other})")?,
        }
        write!(formatter, ",")
    }
}

/// A regular expression as a literal.
fn raw(pattern: &str) -> String {
    if pattern.contains('"') {
        return format!("{pattern:?}");
    }
    let is_plain = !pattern.contains('\\');
    if is_plain {
        format!("\"{pattern}\"")
    } else {
        format!("r\"{pattern}\"")
    }
}

/// The constant of a shape: `VpcConfig` is `VPC_CONFIG`.
fn constant(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut constant = String::new();
    for (at, letter) in letters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|before| letters.get(before));
        let starts_word = letter.is_ascii_uppercase()
            && before.is_some_and(|before| {
                !before.is_ascii_uppercase() || letters.get(at + 1).is_some_and(char::is_ascii_lowercase)
            });
        if starts_word && !constant.ends_with('_') {
            constant.push('_');
        }
        constant.push(letter.to_ascii_uppercase());
    }
    constant
}
