//! The text of the files that an import writes: the same facts always give the same bytes.

use std::fmt::{Display, Write as _};

use indexmap::IndexMap;

use super::{Container, ImageBlock, Imported, Listing, Registries};

const WIDTH: usize = 110;

/// The text of `frameworks/<slug>.toml`.
pub(crate) fn framework_text(slug: &str, imported: &Imported) -> String {
    let mut text = format!(
        "# {slug}: written by `sagepath catalog import`, which rewrites this file.\n\
         # What people keep of it is in ../hand-kept/frameworks/{slug}.toml. CONTRIBUTING.md explains the fields.\n"
    );
    if let Some(scope) = &imported.default_scope {
        text.push('\n');
        field(&mut text, "default-scope", &quoted(scope));
    }
    for block in &imported.images {
        text.push_str("\n[[image]]\n");
        image_fields(&mut text, block);
    }
    for listing in &imported.listings {
        text.push_str("\n[[listing]]\n");
        listing_fields(&mut text, listing);
    }
    if !imported.supports.is_empty() {
        text.push('\n');
    }
    for support in &imported.supports {
        text.push_str("[[support]]\n");
        field(&mut text, "version", &quoted(&support.version));
        field(&mut text, "ga", &support.ga.to_string());
        field(&mut text, "eop", &support.eop.to_string());
    }
    text
}

/// The text of `registries.toml`.
pub(crate) fn registries_text(registries: &Registries) -> String {
    let mut text = String::from(
        "# Which account owns a repository in a region: written by `sagepath catalog import`, which rewrites this file.\n\
         # Repositories that the same account owns in each region form a family; `(repository, region) -> account` is a function.\n\
         # Accounts known from elsewhere, and the families' names, are in hand-kept/registries.toml.\n",
    );
    for family in &registries.registry {
        text.push_str("\n[[registry]]\n");
        field(&mut text, "name", &quoted(&family.name));
        list(&mut text, "repositories", &family.repositories);
        text.push_str("[registry.accounts]\n");
        for (region, account) in &family.accounts {
            let _ = writeln!(text, "{region:<15} = {}", quoted(account));
        }
    }
    text
}

fn image_fields(text: &mut String, block: &ImageBlock) {
    list(text, "scopes", &block.scopes);
    option(text, "architecture", block.architecture.as_ref());
    option(text, "when", block.when.as_ref());
    field(text, "repository", &quoted(&block.repository));
    field(text, "tag", &quoted(&block.tag));
    map(text, "tags", &block.tags);
    list(text, "versions", &block.versions);
    option(text, "like", block.like.as_ref());
    option(text, "source", block.source.as_ref());
    map(text, "aliases", &block.aliases);
    map(text, "prefix", &block.prefix);
    option(text, "base", block.base.as_ref());
    list(text, "base-aliases", &block.base_aliases);
    list(text, "processors", &block.processors);
    list(text, "python", &block.python);
    if block.python_optional {
        field(text, "python-optional", "true");
    }
    list(text, "sdk", &block.sdk);
    match &block.container {
        None => {}
        Some(Container::Same(container)) => field(text, "container", &quoted(container)),
        Some(Container::ByProcessor(containers)) => map(text, "container", containers),
    }
    list(text, "containers", &block.containers);
    list(text, "not-on", &block.not_on);
    list(text, "only-in", &block.only_in);
    list(text, "not-in", &block.not_in);
}

fn listing_fields(text: &mut String, listing: &Listing) {
    field(text, "repository", &quoted(&listing.repository));
    field(text, "version", &quoted(&listing.version));
    option(text, "base", listing.base.as_ref());
    list(text, "scopes", &listing.scopes);
    option(text, "architecture", listing.architecture.as_ref());
    field(text, "processor", &quoted(&listing.processor));
    option(text, "python", listing.python.as_ref());
    option(text, "sdk", listing.sdk.as_ref());
    option(text, "cuda", listing.cuda.as_ref());
    option(text, "os", listing.os.as_ref());
    option(text, "package", listing.package.as_ref());
    option(text, "platform", listing.platform.as_ref());
    if listing.public {
        field(text, "public", "true");
    }
    for (name, date) in [("ga", &listing.ga), ("eop", &listing.eop)] {
        if let Some(date) = date {
            field(text, name, &date.to_string());
        }
    }
    list(text, "tags", &listing.tags);
}

fn field(text: &mut String, name: &str, value: &str) {
    let _ = writeln!(text, "{name} = {value}");
}

fn option(text: &mut String, name: &str, value: Option<&String>) {
    if let Some(value) = value {
        field(text, name, &quoted(value));
    }
}

fn list(text: &mut String, name: &str, values: &[String]) {
    if !values.is_empty() {
        let items: Vec<String> = values.iter().map(quoted).collect();
        wrapped(text, name, '[', &items, ']');
    }
}

/// A list in one line if it fits; else in as few lines as hold it.
fn wrapped(text: &mut String, name: &str, open: char, items: &[String], close: char) {
    let line = format!("{name} = {open}{}{close}", items.join(", "));
    if line.len() <= WIDTH {
        text.push_str(&line);
        text.push('\n');
        return;
    }
    let _ = writeln!(text, "{name} = {open}");
    let mut row = String::from("   ");
    for item in items {
        if row.len() + item.len() + 2 > WIDTH {
            let _ = writeln!(text, "{row}");
            row = String::from("   ");
        }
        let _ = write!(row, " {item},");
    }
    let _ = writeln!(text, "{row}\n{close}");
}

/// A map in one line if it fits; else a line for each entry. TOML 1.0 allows no line break within braces, and dotted keys keep
/// the file readable by every TOML reader.
fn map(text: &mut String, name: &str, entries: &IndexMap<String, String>) {
    if entries.is_empty() {
        return;
    }
    let items: Vec<String> = entries
        .iter()
        .map(|(key, value)| format!("{} = {}", key_text(key), quoted(value)))
        .collect();
    let line = format!("{name} = {{ {} }}", items.join(", "));
    if line.len() <= WIDTH {
        text.push_str(&line);
        text.push('\n');
        return;
    }
    for (key, value) in entries {
        let _ = writeln!(text, "{name}.{} = {}", key_text(key), quoted(value));
    }
}

fn key_text(key: &str) -> String {
    let bare = !key.is_empty()
        && key
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if bare { key.to_owned() } else { quoted(key) }
}

fn quoted(value: impl Display) -> String {
    toml::Value::String(value.to_string()).to_string()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::{framework_text, registries_text};

    /// Nobody edits the files by hand, and no change of the writer goes unnoticed.
    #[test]
    #[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
    fn the_catalog_is_as_an_import_writes_it() {
        let catalog = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog");
        let facts = crate::facts::read(&catalog).unwrap();
        let mut texts = vec![("registries.toml".to_owned(), registries_text(&facts.registries))];
        for (slug, framework) in &facts.frameworks {
            let file = format!("frameworks/{slug}.toml");
            if catalog.join(&file).exists() {
                texts.push((file, framework_text(slug, &framework.imported)));
            }
        }
        for (file, text) in texts {
            let written = fs::read_to_string(catalog.join(&file)).unwrap();
            assert!(written == text, "catalog/{file} is not as an import writes it");
        }
    }
}
