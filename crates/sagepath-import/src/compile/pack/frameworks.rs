//! Frameworks, their images, and the names and tags under which these are found.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use sagepath_catalog::layout::{self, NONE, Section};
use sagepath_catalog::{Framework, FrameworkId, Image, ImageId, Key, Listed, RepositoryId, Text};

use super::{CompileError, Packer, flags, number};
use crate::compile::row::{Platform, Row};
use crate::facts::{FrameworkFacts, Kind};

impl Packer<'_> {
    pub(super) fn frameworks(&mut self, rows: &[Row]) -> Result<(), CompileError> {
        let mut listed = ListedTags::default();
        let (mut image_count, mut key_count) = (0, 0);
        for (framework_number, (slug, framework)) in self.facts.frameworks.iter().enumerate() {
            let id = FrameworkId(number(framework_number, "frameworks")?);
            let own: Vec<(usize, &Row)> = rows
                .iter()
                .enumerate()
                .filter(|(_, row)| row.framework == *slug)
                .collect();
            let mut keys = Vec::new();
            for (index, row) in &own {
                let image = self.image(id, row)?;
                self.push(Section::Images, &image.to_bytes());
                for key in &row.keys {
                    let confirmed = row.listed.contains(&key.tag);
                    let tag = Some(key.tag.as_str()).filter(|tag| !tag.is_empty());
                    let tag = self.strings.optional(tag)?;
                    keys.push(Key {
                        version: self.strings.text(&key.version)?,
                        base: self.strings.optional(key.base.as_deref())?,
                        image: ImageId(number(*index, "images")?),
                        tag,
                        flags: flags([
                            (key.version != row.version, layout::key::ALIAS),
                            (confirmed, layout::key::LISTED),
                        ]),
                    });
                    listed.add(image.repository, tag, *index, confirmed);
                }
                for tag in row.listed.iter().chain(&row.builds) {
                    listed.add(image.repository, self.strings.text(tag)?, *index, true);
                }
            }
            keys.sort_by_key(|key| key.version);
            for key in &keys {
                self.push(Section::Keys, &key.to_bytes());
            }
            let record = self.framework(slug, framework, &own, (image_count, key_count, keys.len()))?;
            self.push(Section::Frameworks, &record.to_bytes());
            image_count += own.len();
            key_count += keys.len();
        }
        for record in listed.records(rows)? {
            self.push(Section::Listed, &record.to_bytes());
        }
        Ok(())
    }

    fn framework(
        &mut self,
        slug: &str,
        facts: &FrameworkFacts,
        rows: &[(usize, &Row)],
        (images_start, keys_start, keys_count): (usize, usize, usize),
    ) -> Result<Framework, CompileError> {
        let kept = &facts.kept;
        let sources: BTreeSet<String> = rows
            .iter()
            .flat_map(|(_, row)| row.sources.iter().cloned())
            .collect();
        let in_sdk = rows.iter().any(|(_, row)| row.in_sdk());
        Ok(Framework {
            slug: self.strings.text(slug)?,
            title: self.strings.text(kept.title.as_deref().unwrap_or(slug))?,
            summary: self.strings.optional(kept.summary.as_deref())?,
            flags: flags([
                (kept.kind == Some(Kind::Dlc), layout::framework::DLC),
                (kept.version_required, layout::framework::VERSION_REQUIRED),
                (kept.jumpstart, layout::framework::JUMPSTART),
                (!kept.siblings.is_empty(), layout::framework::SIBLINGS),
                (in_sdk, layout::framework::SDK),
            ]),
            images_start: number(images_start, "images")?,
            images_count: number(rows.len(), "images")?,
            keys_start: number(keys_start, "keys")?,
            keys_count: number(keys_count, "keys")?,
            default_scope: facts
                .imported
                .default_scope
                .as_deref()
                .map_or(Ok(NONE), |scope| self.scopes.number(scope))?,
            sibling_processors: {
                let processors = self.processors.iter().map(str::to_owned).collect::<Vec<_>>();
                let own = processors.iter().filter(|name| kept.siblings.contains_key(*name));
                self.processors.bits(own)?
            },
            scopes_x86_64: self.scopes_of(rows, false)?,
            scopes_arm64: self.scopes_of(rows, true)?,
            sources: self.sources.bits(&sources)?,
            attributes: self.attributes(facts)?,
        })
    }

    fn scopes_of(&self, rows: &[(usize, &Row)], arm64: bool) -> Result<u16, CompileError> {
        let of_architecture = |row: &&Row| row.arm64 == arm64 && row.platform == Platform::Sagemaker;
        rows.iter()
            .map(|(_, row)| *row)
            .filter(of_architecture)
            .try_fold(0, |bits, row| {
                Ok(bits | Framework::ANY | self.scopes.bits(&row.scopes)?)
            })
    }

    fn image(&mut self, framework: FrameworkId, row: &Row) -> Result<Image, CompileError> {
        let mut regions = 0_u128;
        for region in &row.regions {
            regions |= 1 << self.regions.number(region)?;
        }
        let regions = self.region_set(regions)?;
        let strings = &mut self.strings;
        let mut tags: Vec<&str> = row.listed.iter().map(String::as_str).collect();
        for key in &row.keys {
            if !key.tag.is_empty() && !tags.contains(&key.tag.as_str()) {
                tags.push(&key.tag);
            }
        }
        Ok(Image {
            framework,
            version: strings.text(&row.version)?,
            base: strings.optional(row.base.as_deref())?,
            scopes: self.scopes.bits(&row.scopes)?,
            processor: strings.optional(row.processor.as_deref())?,
            runs_on: self.processors.bits(&row.runs_on)?,
            architecture: if row.arm64 { 2 } else { 1 },
            platform: match row.platform {
                Platform::Sagemaker => 0,
                Platform::Ec2 => 1,
                Platform::General => 2,
            },
            python: strings.optional(row.python.as_deref())?,
            sdk: strings.optional(row.sdk.as_deref())?,
            container: strings.optional(row.container.as_deref())?,
            cuda: strings.optional(row.cuda.as_deref())?,
            os: strings.optional(row.os.as_deref())?,
            package: strings.optional(row.package.as_deref())?,
            repository: RepositoryId(self.repositories.number(&row.repository)?),
            regions,
            flags: flags([
                (!row.listed.is_empty(), layout::image::LISTED),
                (row.withheld, layout::image::WITHHELD),
                (row.deprecated, layout::image::DEPRECATED),
                (row.smdistributed, layout::image::SMDISTRIBUTED),
                (row.in_sdk(), layout::image::SDK),
                (row.python_optional, layout::image::PYTHON_OPTIONAL),
                (row.python_fixed, layout::image::PYTHON_FIXED),
            ]),
            ga: row.ga.map_or(0, days),
            eop: row.eop.map_or(0, days),
            note: strings.optional(row.note.as_deref())?,
            sources: self.sources.bits(&row.sources)?,
            tags: strings.list(tags)?,
            containers: strings.list(&row.containers)?,
            except: strings.list(&row.not_on)?,
        })
    }

    fn region_set(&mut self, regions: u128) -> Result<u16, CompileError> {
        let known = self.region_sets.iter().position(|set| *set == regions);
        let index = known.unwrap_or_else(|| {
            self.region_sets.push(regions);
            self.region_sets.len() - 1
        });
        number(index, "sets of regions")
    }
}

/// The images behind each tag of each repository.
#[derive(Default)]
struct ListedTags(BTreeMap<(RepositoryId, Text), BTreeMap<usize, u16>>);

impl ListedTags {
    /// The same image may come by a key and by a listing: the stronger evidence stays.
    fn add(&mut self, repository: RepositoryId, tag: Text, image: usize, confirmed: bool) {
        let images = self.0.entry((repository, tag)).or_default();
        *images.entry(image).or_default() |= flags([(confirmed, layout::listed::LISTED)]);
    }

    fn records(self, rows: &[Row]) -> Result<Vec<Listed>, CompileError> {
        let mut records = Vec::new();
        for ((repository, tag), images) in self.0 {
            let versions: BTreeSet<&str> = images.keys().map(|index| rows[*index].version.as_str()).collect();
            let moves = flags([(versions.len() > 1, layout::listed::MUTABLE)]);
            for (index, evidence) in images {
                records.push(Listed {
                    repository,
                    tag,
                    image: ImageId(number(index, "images")?),
                    flags: evidence | moves,
                });
            }
        }
        Ok(records)
    }
}

/// Days since 2000-01-01, as many as 16 bits hold; 0 for a date that they cannot.
pub(crate) fn days(date: Date) -> u16 {
    let since = date.duration_since(Date::constant(2000, 1, 1));
    u16::try_from(since.as_hours() / 24).unwrap_or(0)
}
