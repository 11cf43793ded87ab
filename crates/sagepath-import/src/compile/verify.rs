//! Reads a packed catalog back through its reader and compares every record with the facts, before anyone relies on it.

use std::collections::BTreeMap;
use std::fmt::Debug;

use sagepath_catalog::{Catalog, Image, ImageId, Text};

use super::pack::days;
use super::row::{Platform, Row};
use crate::facts::Facts;

/// Whether the packed catalog says what the facts and rows say; if not, the first thing that differs.
pub(super) fn read_back(bytes: &[u8], facts: &Facts, rows: &[Row]) -> Result<(), String> {
    let catalog = Catalog::open(bytes).map_err(|error| error.to_string())?;
    same("data version", &catalog.data_version(), &facts.edition().as_str())?;
    regions(&catalog, facts)?;
    repositories(&catalog, facts)?;
    instances(&catalog, facts)?;
    same(
        "number of frameworks",
        &catalog.frameworks().len(),
        &facts.frameworks.len(),
    )?;
    for (slug, framework) in &facts.frameworks {
        let found = catalog
            .framework(slug)
            .ok_or_else(|| format!("framework {slug} is missing"))?;
        let title = framework.kept.title.as_deref().unwrap_or(slug);
        same(slug, &catalog.text(found.title), &title)?;
    }
    same("number of images", &catalog.images().len(), &rows.len())?;
    for ((id, image), row) in catalog.images().zip(rows) {
        let name = format!("{} {} ({})", row.framework, row.version, row.tag());
        same(&name, &View::of_image(&catalog, &image), &View::of_row(row))?;
        found_again(&catalog, id, &image, row).map_err(|what| format!("{name}: {what}"))?;
    }
    Ok(())
}

fn same<T: Debug + PartialEq>(what: &str, found: &T, expected: &T) -> Result<(), String> {
    if found == expected {
        Ok(())
    } else {
        Err(format!("{what}: found {found:?}, expected {expected:?}"))
    }
}

fn regions(catalog: &Catalog<'_>, facts: &Facts) -> Result<(), String> {
    same(
        "number of regions",
        &catalog.regions().len(),
        &facts.regions.regions.len(),
    )?;
    for (name, region) in &facts.regions.regions {
        let id = catalog
            .region(name)
            .ok_or_else(|| format!("region {name} is missing"))?;
        let partition = catalog.partition_of(&catalog.region_at(id));
        same(name, &catalog.text(partition.id), &region.partition.as_str())?;
    }
    Ok(())
}

fn repositories(catalog: &Catalog<'_>, facts: &Facts) -> Result<(), String> {
    for name in facts.repositories() {
        let id = catalog
            .repository(name)
            .ok_or_else(|| format!("repository {name} is missing"))?;
        let (mut accounts, mut older) = (BTreeMap::new(), BTreeMap::new());
        for (region, record) in catalog.regions() {
            let region_name = catalog.text(record.id);
            accounts.extend(catalog.account(id, region).map(|account| (region_name, account)));
            older.extend(
                catalog
                    .older_account(id, region)
                    .map(|account| (region_name, account)),
            );
        }
        same(name, &accounts, &facts.accounts(name))?;
        same(name, &older, &facts.older_accounts(name))?;
    }
    Ok(())
}

fn instances(catalog: &Catalog<'_>, facts: &Facts) -> Result<(), String> {
    for (family_name, family) in &facts.instances.families {
        for size in family.sizes.keys() {
            let name = format!("ml.{family_name}.{size}");
            let id = catalog
                .instance(&name)
                .ok_or_else(|| format!("instance type {name} is missing"))?;
            let instance = catalog.instance_at(id);
            let processor = catalog.processors().nth(usize::from(instance.processor));
            let processor = catalog.text(processor.unwrap_or(Text::NONE));
            same(&name, &processor, &family.processor.as_str())?;
        }
    }
    Ok(())
}

/// Whether the image is found by each of its names and tags.
fn found_again(catalog: &Catalog<'_>, id: ImageId, image: &Image, row: &Row) -> Result<(), String> {
    let number = |text: &str| {
        let found = catalog.find_text(text);
        found.ok_or_else(|| format!("string {text:?} is missing"))
    };
    let framework = catalog.framework_at(image.framework);
    for key in &row.keys {
        let by_key = catalog
            .keys_of_version(&framework, number(&key.version)?)
            .any(|found| {
                found.image == id
                    && catalog.text(found.tag) == key.tag
                    && catalog.some_text(found.base) == key.base.as_deref()
            });
        if !by_key {
            return Err(format!("version {:?} does not lead to it", key.version));
        }
    }
    let tags = row.keys.iter().map(|key| &key.tag).chain(&row.listed);
    for tag in tags {
        let text = if tag.is_empty() { Text::NONE } else { number(tag)? };
        if !catalog
            .listed(image.repository, text)
            .any(|listed| listed.image == id)
        {
            return Err(format!("tag {tag:?} does not lead to it"));
        }
    }
    Ok(())
}

/// What both an image and a row say.
#[derive(Debug, PartialEq)]
struct View<'v> {
    framework: &'v str,
    version: &'v str,
    base: Option<&'v str>,
    scopes: Vec<&'v str>,
    arm64: bool,
    platform: u8,
    processor: Option<&'v str>,
    runs_on: Vec<&'v str>,
    python: Option<&'v str>,
    sdk: Option<&'v str>,
    container: Option<&'v str>,
    cuda: Option<&'v str>,
    os: Option<&'v str>,
    package: Option<&'v str>,
    note: Option<&'v str>,
    repository: &'v str,
    regions: Vec<&'v str>,
    sources: Vec<&'v str>,
    dates: [u16; 2],
    containers: Vec<&'v str>,
    not_on: Vec<&'v str>,
}

impl<'v> View<'v> {
    fn of_image(catalog: &Catalog<'v>, image: &Image) -> Self {
        let bits = |bits: u16, names: Vec<&'v str>| {
            let set = names.into_iter().enumerate();
            sorted(
                set.filter(|(bit, _)| bits >> bit & 1 == 1)
                    .map(|(_, name)| name)
                    .collect(),
            )
        };
        let words = |texts: &mut dyn Iterator<Item = Text>| texts.map(|text| catalog.text(text)).collect();
        let regions = catalog.regions_of(image);
        View {
            framework: catalog.text(catalog.framework_at(image.framework).slug),
            version: catalog.text(image.version),
            base: catalog.some_text(image.base),
            scopes: bits(image.scopes, words(&mut catalog.scopes())),
            arm64: image.architecture == 2,
            platform: image.platform,
            processor: catalog.some_text(image.processor),
            runs_on: bits(image.runs_on, words(&mut catalog.processors())),
            python: catalog.some_text(image.python),
            sdk: catalog.some_text(image.sdk),
            container: catalog.some_text(image.container),
            cuda: catalog.some_text(image.cuda),
            os: catalog.some_text(image.os),
            package: catalog.some_text(image.package),
            note: catalog.some_text(image.note),
            repository: catalog.text(catalog.repository_at(image.repository).name),
            regions: regions
                .iter()
                .map(|region| catalog.text(catalog.region_at(region).id))
                .collect(),
            sources: bits(
                image.sources,
                words(&mut catalog.sources().map(|source| source.id)),
            ),
            dates: [image.ga, image.eop],
            containers: catalog.texts(image.containers).collect(),
            not_on: catalog.texts(image.except).collect(),
        }
    }

    fn of_row(row: &'v Row) -> Self {
        View {
            framework: &row.framework,
            version: &row.version,
            base: row.base.as_deref(),
            scopes: sorted(row.scopes.iter().map(String::as_str).collect()),
            arm64: row.arm64,
            platform: match row.platform {
                Platform::Sagemaker => 0,
                Platform::Ec2 => 1,
                Platform::General => 2,
            },
            processor: row.processor.as_deref(),
            runs_on: sorted(row.runs_on.iter().map(String::as_str).collect()),
            python: row.python.as_deref(),
            sdk: row.sdk.as_deref(),
            container: row.container.as_deref(),
            cuda: row.cuda.as_deref(),
            os: row.os.as_deref(),
            package: row.package.as_deref(),
            note: row.note.as_deref(),
            repository: &row.repository,
            regions: row.regions.iter().map(String::as_str).collect(),
            sources: row.sources.iter().map(String::as_str).collect(),
            dates: [row.ga.map_or(0, days), row.eop.map_or(0, days)],
            containers: row.containers.iter().map(String::as_str).collect(),
            not_on: row.not_on.iter().map(String::as_str).collect(),
        }
    }
}

fn sorted(mut names: Vec<&str>) -> Vec<&str> {
    names.sort_unstable();
    names.dedup();
    names
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::read_back;
    use crate::compile::{Row, pack, rows};
    use crate::facts;

    #[test]
    #[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
    fn finds_what_differs() {
        let facts = facts::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog")).unwrap();
        let rows = rows(&facts);
        let bytes = pack(&facts, &rows).unwrap();
        assert_eq!(read_back(&bytes, &facts, &rows), Ok(()));

        type Change = fn(&mut Row);
        let changes: [(&str, Change); 6] = [
            ("a version", |row| row.version.push('0')),
            ("a region", |row| drop(row.regions.pop_first())),
            ("a scope", |row| row.scopes.clear()),
            ("a date", |row| row.ga = Some(jiff::civil::date(2001, 1, 1))),
            ("a key's tag", |row| row.keys[0].tag.push('x')),
            ("a listed tag", |row| row.listed.push("latest-of-all".to_owned())),
        ];
        for (what, change) in changes {
            let mut other = rows.clone();
            change(&mut other[0]);
            assert!(read_back(&bytes, &facts, &other).is_err(), "{what}");
        }
        let mut other = facts.clone();
        let family = &mut other.registries.registry[0];
        family
            .accounts
            .values_mut()
            .for_each(|account| *account = "000000000000".to_owned());
        assert!(read_back(&bytes, &other, &rows).is_err(), "an account");
        assert!(
            read_back(&bytes[..bytes.len() - 1], &facts, &rows).is_err(),
            "bytes"
        );
    }
}
