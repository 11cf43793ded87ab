//! Rows as bytes.

use std::collections::{BTreeMap, BTreeSet};

use sagepath_catalog::layout::{self, CHECKED_FROM, FORMAT, HEADER, MAGIC, NONE, SECTION_ENTRY, Section};
use sagepath_catalog::{
    Account, Framework, FrameworkId, Image, ImageId, Instance, Key, List, Listed, Partition, Region,
    RegionSet, Repository, RepositoryId, Source, Text, checksum,
};
use toml::value::Datetime;

use super::row::{Platform, Row};
use super::strings::Strings;
use crate::facts::{Facts, FrameworkFacts, Kind, Parameters};

/// Facts that the format cannot hold, or that contradict each other.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// There are too many things of one kind.
    #[error("{count} {what}: the catalog's format holds {most}")]
    TooMany {
        /// What there is too much of.
        what: &'static str,
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// A name that is defined nowhere.
    #[error("{what} `{name}` is not defined")]
    Undefined {
        /// What it should be.
        what: &'static str,
        /// The name.
        name: String,
    },
}

pub(super) fn number(count: usize, what: &'static str) -> Result<u16, PackError> {
    let most = usize::from(NONE) - 1;
    u16::try_from(count)
        .ok()
        .filter(|_| count <= most)
        .ok_or(PackError::TooMany { what, count, most })
}

/// The names of one kind, by number.
struct Names {
    what: &'static str,
    names: Vec<String>,
}

impl Names {
    fn new(
        what: &'static str,
        names: impl IntoIterator<Item = String>,
        most: usize,
    ) -> Result<Self, PackError> {
        let names: Vec<String> = names.into_iter().collect();
        if names.len() > most {
            return Err(PackError::TooMany {
                what,
                count: names.len(),
                most,
            });
        }
        Ok(Names { what, names })
    }

    fn number(&self, name: &str) -> Result<u16, PackError> {
        let found = self.names.iter().position(|known| known == name);
        found
            .map(|index| index as u16)
            .ok_or_else(|| PackError::Undefined {
                what: self.what,
                name: name.to_owned(),
            })
    }

    fn bits<'n>(&self, names: impl IntoIterator<Item = &'n String>) -> Result<u16, PackError> {
        names
            .into_iter()
            .try_fold(0, |bits, name| Ok(bits | 1 << self.number(name)?))
    }
}

/// Packs rows, in their order, together with regions, registries and instance types.
///
/// # Errors
///
/// [`PackError`] if the facts exceed the format or name something undefined.
pub fn pack(facts: &Facts, rows: &[Row]) -> Result<Vec<u8>, PackError> {
    let mut packer = Packer::new(facts, rows)?;
    packer.partitions_and_regions()?;
    packer.registries()?;
    packer.sources()?;
    packer.instances()?;
    packer.frameworks(rows)?;
    packer.finish()
}

struct Packer<'f> {
    facts: &'f Facts,
    strings: Strings,
    sections: BTreeMap<usize, Vec<u8>>,
    regions: Names,
    repositories: Names,
    scopes: Names,
    processors: Names,
    sources: Names,
    region_sets: Vec<u128>,
    version: Text,
}

impl<'f> Packer<'f> {
    fn new(facts: &'f Facts, rows: &[Row]) -> Result<Self, PackError> {
        let mut strings = Strings::new();
        let mut regions: Vec<String> = facts.regions.regions.keys().cloned().collect();
        regions.sort();
        let listed = facts
            .registries
            .registry
            .iter()
            .flat_map(|family| &family.repositories);
        let kept = facts.kept_registries.registry.iter().map(|kept| &kept.repository);
        let repositories: BTreeSet<String> = listed
            .chain(kept)
            .chain(rows.iter().map(|row| &row.repository))
            .cloned()
            .collect();
        let scopes: BTreeSet<String> = rows.iter().flat_map(|row| row.scopes.iter().cloned()).collect();
        let processors: BTreeSet<String> = facts
            .instances
            .families
            .values()
            .map(|family| family.processor.clone())
            .collect();
        let editions = ["sagemaker-core", "deep-learning-containers"]
            .into_iter()
            .filter_map(|id| {
                let edition = facts.sources.get(id)?.edition();
                Some(format!("{id} {edition}"))
            });
        let version = strings.text(&editions.collect::<Vec<_>>().join(", "))?;
        Ok(Packer {
            facts,
            strings,
            sections: BTreeMap::new(),
            regions: Names::new("regions", regions, RegionSet::CAPACITY)?,
            repositories: Names::new("repositories", repositories, usize::from(NONE) - 1)?,
            scopes: Names::new("scopes", scopes, 15)?,
            processors: Names::new("processors", processors, 16)?,
            sources: Names::new("sources", facts.sources.keys().cloned(), 16)?,
            region_sets: Vec::new(),
            version,
        })
    }

    fn push(&mut self, section: Section, record: &[u8]) {
        self.sections
            .entry(section as usize)
            .or_default()
            .extend_from_slice(record);
    }

    fn partitions_and_regions(&mut self) -> Result<(), PackError> {
        let facts = self.facts;
        let partitions = Names::new("partitions", facts.regions.partitions.keys().cloned(), 255)?;
        for (id, partition) in &facts.regions.partitions {
            let record = Partition {
                id: self.strings.text(id)?,
                title: self.strings.text(&partition.title)?,
                dns_suffix: self.strings.text(&partition.dns_suffix)?,
                dual_stack_suffix: self.strings.optional(partition.dual_stack_suffix.as_deref())?,
            };
            self.push(Section::Partitions, &record.to_bytes());
        }
        for id in self.regions.names.clone() {
            let region = &facts.regions.regions[&id];
            let flags = [
                (region.dual_stack, layout::region::DUAL_STACK),
                (region.fips, layout::region::FIPS),
                (region.sagemaker, layout::region::SAGEMAKER),
                (region.ecr, layout::region::ECR),
            ];
            let record = Region {
                id: self.strings.text(&id)?,
                title: self.strings.text(&region.title)?,
                partition: partitions.number(&region.partition)? as u8,
                flags: flags
                    .into_iter()
                    .filter(|(set, _)| *set)
                    .map(|(_, bit)| bit)
                    .sum(),
            };
            self.push(Section::Regions, &record.to_bytes());
        }
        Ok(())
    }

    fn registries(&mut self) -> Result<(), PackError> {
        let facts = self.facts;
        let mut tables: Vec<BTreeMap<&str, &str>> = Vec::new();
        let mut table_number = |table: BTreeMap<&'f str, &'f str>| {
            let known = tables.iter().position(|other| *other == table);
            known.unwrap_or_else(|| {
                tables.push(table);
                tables.len() - 1
            })
        };
        let mut records = Vec::new();
        for name in self.repositories.names.clone() {
            let inferred = facts
                .kept_registries
                .inferred
                .get(&name)
                .map(|inferred| &inferred.like);
            let family = facts
                .registries
                .of(&name)
                .or_else(|| facts.registries.of(inferred?));
            let kept = |also: bool| {
                facts
                    .kept_registries
                    .registry
                    .iter()
                    .filter(move |kept| kept.also == also)
            };
            let mut answer: BTreeMap<&str, &str> = BTreeMap::new();
            let mut older: BTreeMap<&str, &str> = BTreeMap::new();
            let pairs = |accounts: &'f BTreeMap<String, String>| {
                accounts
                    .iter()
                    .map(|(region, account)| (region.as_str(), account.as_str()))
            };
            answer.extend(family.into_iter().flat_map(|family| pairs(&family.accounts)));
            answer.extend(
                kept(false)
                    .filter(|kept| kept.repository == name)
                    .flat_map(|kept| pairs(&kept.accounts)),
            );
            older.extend(
                kept(true)
                    .filter(|kept| kept.repository == name)
                    .flat_map(|kept| pairs(&kept.accounts)),
            );
            let older_table = if older.is_empty() {
                NONE
            } else {
                number(table_number(older), "account tables")?
            };
            records.push((name, number(table_number(answer), "account tables")?, older_table));
        }
        for (name, table, older_table) in records {
            let record = Repository {
                name: self.strings.text(&name)?,
                table,
                older_table,
            };
            self.push(Section::Repositories, &record.to_bytes());
        }
        let accounts: BTreeSet<&str> = tables.iter().flat_map(|table| table.values().copied()).collect();
        let accounts = Names::new(
            "accounts",
            accounts.into_iter().map(str::to_owned),
            usize::from(NONE) - 1,
        )?;
        for account in &accounts.names {
            let digits: [u8; 12] = account.as_bytes().try_into().map_err(|_| PackError::Undefined {
                what: "account",
                name: account.clone(),
            })?;
            self.sections
                .entry(Section::Accounts as usize)
                .or_default()
                .extend_from_slice(&Account(digits).0);
        }
        for table in &tables {
            for region in self.regions.names.clone() {
                let account = table
                    .get(region.as_str())
                    .map_or(Ok(NONE), |account| accounts.number(account))?;
                self.push(Section::AccountTables, &account.to_le_bytes());
            }
        }
        Ok(())
    }

    fn sources(&mut self) -> Result<(), PackError> {
        for (id, source) in &self.facts.sources {
            let record = Source {
                id: self.strings.text(id)?,
                title: self.strings.text(&source.title)?,
                version: self.strings.text(&source.edition())?,
                url: self.strings.optional(source.url.as_deref())?,
            };
            self.push(Section::Sources, &record.to_bytes());
        }
        for names in [
            (Section::Scopes, self.scopes.names.clone()),
            (Section::Processors, self.processors.names.clone()),
        ] {
            for name in names.1 {
                let text = self.strings.text(&name)?;
                self.push(names.0, &text.0.to_le_bytes());
            }
        }
        Ok(())
    }

    fn instances(&mut self) -> Result<(), PackError> {
        let facts = self.facts;
        let mut types = BTreeMap::new();
        for (family_name, family) in &facts.instances.families {
            types.extend(
                family
                    .sizes
                    .iter()
                    .map(|(size, facts)| (format!("ml.{family_name}.{size}"), (family_name, family, facts))),
            );
        }
        let uses = Names::new("uses", layout::USES.map(str::to_owned), layout::USES.len())?;
        for (name, (family_name, family, size)) in types {
            let record = Instance {
                name: self.strings.text(&name)?,
                family: self.strings.text(family_name)?,
                processor: self.processors.number(&family.processor)? as u8,
                architecture: match family.architecture.as_deref() {
                    Some("x86_64") => 1,
                    Some("arm64") => 2,
                    _ => 0,
                },
                uses: uses.bits(&size.uses)?,
                vcpus: size.vcpus.unwrap_or(0),
                gpus: size.gpus.unwrap_or(0),
                neuron_devices: size.neuron_devices.unwrap_or(0),
                memory_mib: size.memory_mib.unwrap_or(0),
                gpu_memory_mib: size.gpu_memory_mib.unwrap_or(0),
                gpu_name: self.strings.optional(size.gpu_name.as_deref())?,
                accelerator: self.strings.optional(family.accelerator.as_deref())?,
            };
            self.push(Section::Instances, &record.to_bytes());
        }
        Ok(())
    }

    fn frameworks(&mut self, rows: &[Row]) -> Result<(), PackError> {
        let facts = self.facts;
        let mut listed: BTreeMap<(RepositoryId, u16), Vec<(usize, u16)>> = BTreeMap::new();
        let (mut image_count, mut key_count) = (0, 0);
        for (number_of_framework, (slug, framework)) in facts.frameworks.iter().enumerate() {
            let own: Vec<(usize, &Row)> = rows
                .iter()
                .enumerate()
                .filter(|(_, row)| row.framework == *slug)
                .collect();
            let mut keys = Vec::new();
            for (index, row) in &own {
                let image = self.image(FrameworkId(number(number_of_framework, "frameworks")?), row)?;
                self.push(Section::Images, &image.to_bytes());
                for key in &row.keys {
                    let confirmed = row.listed.contains(&key.tag);
                    let flags = [
                        (key.version != row.version, layout::key::ALIAS),
                        (confirmed, layout::key::LISTED),
                    ];
                    let tag = self
                        .strings
                        .optional(Some(key.tag.as_str()).filter(|tag| !tag.is_empty()))?;
                    keys.push(Key {
                        version: self.strings.text(&key.version)?,
                        base: self.strings.optional(key.base.as_deref())?,
                        image: ImageId(number(*index, "images")?),
                        tag,
                        flags: flags
                            .into_iter()
                            .filter(|(set, _)| *set)
                            .map(|(_, bit)| bit)
                            .sum(),
                    });
                    listed
                        .entry((image.repository, tag.0))
                        .or_default()
                        .push((*index, u16::from(confirmed)));
                }
                for tag in &row.listed {
                    let tag = self.strings.text(tag)?;
                    listed
                        .entry((image.repository, tag.0))
                        .or_default()
                        .push((*index, layout::listed::LISTED));
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
        for ((repository, tag), mut images) in listed {
            images.sort_unstable();
            // The same image by a key and by a listing: the stronger evidence stays.
            images.dedup_by(|later, earlier| {
                let same = later.0 == earlier.0;
                earlier.1 |= if same { later.1 } else { 0 };
                same
            });
            let versions: BTreeSet<&str> = images
                .iter()
                .map(|(index, _)| rows[*index].version.as_str())
                .collect();
            for (index, flags) in images {
                let mutable = if versions.len() > 1 {
                    layout::listed::MUTABLE
                } else {
                    0
                };
                let record = Listed {
                    repository,
                    tag: Text(tag),
                    image: ImageId(number(index, "images")?),
                    flags: flags | mutable,
                };
                self.push(Section::Listed, &record.to_bytes());
            }
        }
        Ok(())
    }

    fn framework(
        &mut self,
        slug: &str,
        facts: &FrameworkFacts,
        rows: &[(usize, &Row)],
        (images_start, keys_start, keys_count): (usize, usize, usize),
    ) -> Result<Framework, PackError> {
        let kept = &facts.kept;
        let sources: BTreeSet<String> = rows
            .iter()
            .flat_map(|(_, row)| row.sources.iter().cloned())
            .collect();
        let flags = [
            (kept.kind == Some(Kind::Dlc), layout::framework::DLC),
            (kept.version_required, layout::framework::VERSION_REQUIRED),
            (kept.jumpstart, layout::framework::JUMPSTART),
            (!kept.siblings.is_empty(), layout::framework::SIBLINGS),
            (rows.iter().any(|(_, row)| row.in_sdk()), layout::framework::SDK),
        ];
        Ok(Framework {
            slug: self.strings.text(slug)?,
            title: self.strings.text(kept.title.as_deref().unwrap_or(slug))?,
            summary: self.strings.optional(kept.summary.as_deref())?,
            flags: flags
                .into_iter()
                .filter(|(set, _)| *set)
                .map(|(_, bit)| bit)
                .sum(),
            images_start: number(images_start, "images")?,
            images_count: number(rows.len(), "images")?,
            keys_start: number(keys_start, "keys")?,
            keys_count: number(keys_count, "keys")?,
            default_scope: facts
                .imported
                .default_scope
                .as_deref()
                .map_or(Ok(NONE), |scope| self.scopes.number(scope))?,
            scopes_x86_64: self.scopes_of(rows, false)?,
            scopes_arm64: self.scopes_of(rows, true)?,
            sources: self.sources.bits(&sources)?,
            attributes: self.attributes(facts)?,
        })
    }

    fn scopes_of(&self, rows: &[(usize, &Row)], arm64: bool) -> Result<u16, PackError> {
        let of_architecture = |row: &&Row| row.arm64 == arm64 && row.platform == Platform::Sagemaker;
        rows.iter()
            .map(|(_, row)| *row)
            .filter(of_architecture)
            .try_fold(0, |bits, row| {
                Ok(bits | Framework::ANY | self.scopes.bits(&row.scopes)?)
            })
    }

    fn image(&mut self, framework: FrameworkId, row: &Row) -> Result<Image, PackError> {
        let regions = row
            .regions
            .iter()
            .try_fold(0_u128, |set, region| Ok(set | 1 << self.regions.number(region)?))?;
        let regions = self.region_set(regions);
        let flags = [
            (!row.listed.is_empty(), layout::image::LISTED),
            (row.withheld, layout::image::WITHHELD),
            (row.deprecated, layout::image::DEPRECATED),
            (row.smdistributed, layout::image::SMDISTRIBUTED),
            (row.in_sdk(), layout::image::SDK),
            (row.python_optional, layout::image::PYTHON_OPTIONAL),
            (row.python_fixed, layout::image::PYTHON_FIXED),
        ];
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
            regions: number(regions, "sets of regions")?,
            flags: flags
                .into_iter()
                .filter(|(set, _)| *set)
                .map(|(_, bit)| bit)
                .sum(),
            ga: days(row.ga.as_ref()),
            eop: days(row.eop.as_ref()),
            note: strings.optional(row.note.as_deref())?,
            sources: self.sources.bits(&row.sources)?,
            tags: strings.list(tags)?,
            containers: strings.list(&row.containers)?,
            except: strings.list(&row.not_on)?,
        })
    }

    fn region_set(&mut self, regions: u128) -> usize {
        let known = self.region_sets.iter().position(|set| *set == regions);
        known.unwrap_or_else(|| {
            self.region_sets.push(regions);
            self.region_sets.len() - 1
        })
    }

    /// What else is known of a framework, as names with lists.
    fn attributes(&mut self, facts: &FrameworkFacts) -> Result<List, PackError> {
        let mut entries: Vec<(String, Vec<String>)> = Vec::new();
        for (device, sibling) in &facts.kept.siblings {
            entries.push((format!("sibling.{device}"), vec![sibling.clone()]));
        }
        if let Some(parameters) = &facts.kept.parameters {
            entries.extend(parameter_entries(parameters));
        }
        let mut fields = Vec::new();
        for (name, values) in entries.into_iter().filter(|(_, values)| !values.is_empty()) {
            let list = self.strings.list(values)?;
            fields.extend([
                self.strings.text(&name)?,
                Text(list.0 as u16),
                Text((list.0 >> 16) as u16),
            ]);
        }
        self.strings.list_of(fields)
    }

    fn finish(mut self) -> Result<Vec<u8>, PackError> {
        for set in std::mem::take(&mut self.region_sets) {
            self.push(Section::RegionSets, &set.to_le_bytes());
        }
        let string_sections = [
            Section::StringEnds,
            Section::StringBytes,
            Section::StringIndex,
            Section::Lists,
        ];
        for (section, bytes) in string_sections.into_iter().zip(self.strings.sections()) {
            self.sections.insert(section as usize, bytes);
        }
        let mut block = Vec::new();
        block.extend_from_slice(&MAGIC);
        block.extend_from_slice(&FORMAT.to_le_bytes());
        block.extend_from_slice(&(Section::ALL.len() as u32).to_le_bytes());
        block.resize(CHECKED_FROM, 0);
        block.extend_from_slice(&self.version.0.to_le_bytes());
        block.resize(HEADER + Section::ALL.len() * SECTION_ENTRY, 0);
        for section in Section::ALL {
            let bytes = self.sections.remove(&(section as usize)).unwrap_or_default();
            let start = u32::try_from(block.len()).map_err(|_| PackError::TooMany {
                what: "bytes",
                count: block.len(),
                most: 1 << 32,
            })?;
            let count = (bytes.len() / section.record_size()) as u32;
            let entry = HEADER + section as usize * SECTION_ENTRY;
            block[entry..entry + 4].copy_from_slice(&start.to_le_bytes());
            block[entry + 4..entry + 8].copy_from_slice(&count.to_le_bytes());
            block.extend_from_slice(&bytes);
        }
        let sum = checksum(&block[CHECKED_FROM..]);
        block[16..24].copy_from_slice(&sum.to_le_bytes());
        Ok(block)
    }
}

fn parameter_entries(parameters: &Parameters) -> Vec<(String, Vec<String>)> {
    let word = |flag: bool| vec![flag.to_string()];
    let optional = |text: &Option<String>| text.iter().cloned().collect::<Vec<_>>();
    let mut entries = Vec::new();
    for (kind, channels) in &parameters.channels {
        entries.push((format!("channels.{kind}"), channels.clone()));
    }
    entries.push(("input-modes".to_owned(), parameters.input_modes.clone()));
    entries.push(("file-types".to_owned(), parameters.file_types.clone()));
    for (kind, types) in &parameters.content_types {
        entries.push((format!("content-types.{kind}"), types.clone()));
    }
    for (kind, runs) in [
        ("training", &parameters.training_instances),
        ("inference", &parameters.inference_instances),
    ] {
        for (class, families) in runs
            .iter()
            .flat_map(|runs| [("cpu", &runs.cpu), ("gpu", &runs.gpu)])
        {
            entries.push((
                format!("instances.{kind}.{class}"),
                families.iter().flat_map(|families| families.words()).collect(),
            ));
        }
    }
    entries.push(("single-instance".to_owned(), word(parameters.single_instance)));
    entries.push(("single-gpu".to_owned(), word(parameters.single_gpu)));
    entries.push(("gpu-condition".to_owned(), optional(&parameters.gpu_condition)));
    entries.push(("parallelizable".to_owned(), word(parameters.parallelizable)));
    entries.push((
        "parallelizable-note".to_owned(),
        optional(&parameters.parallelizable_note),
    ));
    entries.push(("notes".to_owned(), parameters.notes.clone()));
    entries.push(("pages".to_owned(), parameters.pages.clone()));
    entries
}

/// Days since 2000-01-01; 0 for no date.
fn days(date: Option<&Datetime>) -> u16 {
    let Some(date) = date.and_then(|date| date.date) else {
        return 0;
    };
    // Howard Hinnant's civil-day count, shifted to years that begin in March.
    let (year, month, day) = (i64::from(date.year), i64::from(date.month), i64::from(date.day));
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * (month + if month > 2 { -3 } else { 9 }) + 2) / 5 + day - 1;
    let since_epoch = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
    u16::try_from(since_epoch - 10_957).unwrap_or(0)
}
