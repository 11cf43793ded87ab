//! Rows as bytes.

mod frameworks;
mod names;
mod parameters;
mod registries;

use std::collections::{BTreeMap, BTreeSet};

use sagepath_catalog::layout::{self, CHECKED_FROM, FORMAT, HEADER, MAGIC, NONE, SECTION_ENTRY, Section};
use sagepath_catalog::{Instance, Partition, Region, RegionSet, Source, Text, checksum};

pub(crate) use self::frameworks::days;
use self::names::{Kind, Names};
use super::CompileError;
use super::row::Row;
use super::strings::{self, Strings};
use crate::facts::Facts;

/// The most records of a section: one number less than the one that stands for nothing.
const MOST: usize = NONE as usize - 1;

/// A count or an index as the number of a record.
pub(super) fn number(count: usize, what: &'static str) -> Result<u16, CompileError> {
    u16::try_from(count)
        .ok()
        .filter(|_| count <= MOST)
        .ok_or(CompileError::TooMany {
            what,
            count,
            most: MOST,
        })
}

/// The sum of the bits whose condition holds.
fn flags<B: std::iter::Sum>(bits: impl IntoIterator<Item = (bool, B)>) -> B {
    bits.into_iter().filter(|(set, _)| *set).map(|(_, bit)| bit).sum()
}

/// Packs rows, in their order, together with regions, registries and instance types.
pub(super) fn pack(facts: &Facts, rows: &[Row]) -> Result<Vec<u8>, CompileError> {
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
    fn new(facts: &'f Facts, rows: &[Row]) -> Result<Self, CompileError> {
        let mut strings = Strings::new();
        let version = strings.text(&facts.edition())?;
        let regions: BTreeSet<String> = facts.regions.regions.keys().cloned().collect();
        let mut repositories: BTreeSet<&str> = facts.repositories();
        repositories.extend(rows.iter().map(|row| row.repository.as_str()));
        let scopes: BTreeSet<String> = rows.iter().flat_map(|row| row.scopes.iter().cloned()).collect();
        let processors: BTreeSet<String> = facts
            .instances
            .families
            .values()
            .map(|family| family.processor.clone())
            .collect();
        let kind = |one, many, file, most| Kind {
            one,
            many,
            file,
            most,
        };
        Ok(Packer {
            facts,
            strings,
            sections: BTreeMap::new(),
            regions: Names::new(
                kind("region", "regions", "regions.toml", RegionSet::CAPACITY),
                regions,
            )?,
            repositories: Names::new(
                kind("repository", "repositories", "registries.toml", MOST),
                repositories.into_iter().map(str::to_owned),
            )?,
            // The last bit of a framework's scopes says that it has images at all.
            scopes: Names::new(kind("scope", "scopes", "frameworks", 15), scopes)?,
            processors: Names::new(kind("processor", "processors", "instances.toml", 16), processors)?,
            sources: Names::new(
                kind("source", "sources", "sources.toml", 16),
                facts.sources.keys().cloned(),
            )?,
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

    fn partitions_and_regions(&mut self) -> Result<(), CompileError> {
        let facts = self.facts;
        let partitions = Names::new(
            Kind {
                one: "partition",
                many: "partitions",
                file: "regions.toml",
                most: usize::from(u8::MAX),
            },
            facts.regions.partitions.keys().cloned(),
        )?;
        for (id, partition) in &facts.regions.partitions {
            let record = Partition {
                id: self.strings.text(id)?,
                title: self.strings.text(&partition.title)?,
                dns_suffix: self.strings.text(&partition.dns_suffix)?,
                dual_stack_suffix: self.strings.optional(partition.dual_stack_suffix.as_deref())?,
            };
            self.push(Section::Partitions, &record.to_bytes());
        }
        let by_name: BTreeMap<_, _> = facts.regions.regions.iter().collect();
        for (id, region) in by_name {
            let record = Region {
                id: self.strings.text(id)?,
                title: self.strings.text(&region.title)?,
                partition: partitions.number(&region.partition)? as u8,
                flags: flags([
                    (region.dual_stack, layout::region::DUAL_STACK),
                    (region.fips, layout::region::FIPS),
                    (region.sagemaker, layout::region::SAGEMAKER),
                    (region.ecr, layout::region::ECR),
                ]),
            };
            self.push(Section::Regions, &record.to_bytes());
        }
        Ok(())
    }

    fn sources(&mut self) -> Result<(), CompileError> {
        for (id, source) in &self.facts.sources {
            let record = Source {
                id: self.strings.text(id)?,
                title: self.strings.text(&source.title)?,
                version: self.strings.text(&source.edition())?,
                url: self.strings.optional(source.url.as_deref())?,
            };
            self.push(Section::Sources, &record.to_bytes());
        }
        for (section, names) in [
            (Section::Scopes, &self.scopes),
            (Section::Processors, &self.processors),
        ] {
            let mut bytes = Vec::new();
            for name in names.iter() {
                bytes.extend(self.strings.text(name)?.0.to_le_bytes());
            }
            self.sections.insert(section as usize, bytes);
        }
        Ok(())
    }

    fn instances(&mut self) -> Result<(), CompileError> {
        let uses = Names::new(
            Kind {
                one: "use of an instance",
                many: "uses of instances",
                file: "SageMaker's enumerations",
                most: 16,
            },
            layout::USES.map(str::to_owned),
        )?;
        let mut by_name = BTreeMap::new();
        for (family_name, family) in &self.facts.instances.families {
            for (size, facts) in &family.sizes {
                by_name.insert(format!("ml.{family_name}.{size}"), (family_name, family, facts));
            }
        }
        for (name, (family_name, family, size)) in by_name {
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

    /// The tables that find a record by its name, which is the first field of each record.
    fn indexes(&mut self) {
        for (index, named) in Section::INDEXES {
            let records = self
                .sections
                .get(&(named as usize))
                .map_or(&[][..], Vec::as_slice);
            let names = records
                .chunks_exact(named.record_size())
                .map(|record| self.strings.get(Text(u16::from_le_bytes([record[0], record[1]]))));
            let table = strings::index(names);
            self.sections.insert(index as usize, table);
        }
    }

    /// The block: header, table of sections, sections.
    fn finish(mut self) -> Result<Vec<u8>, CompileError> {
        for set in std::mem::take(&mut self.region_sets) {
            self.push(Section::RegionSets, &set.to_le_bytes());
        }
        self.indexes();
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
            let start = u32::try_from(block.len()).map_err(|_| CompileError::TooMany {
                what: "bytes",
                count: block.len(),
                most: u32::MAX as usize,
            })?;
            let count = (bytes.len() / section.record_size()) as u32;
            let entry = HEADER + section as usize * SECTION_ENTRY;
            block[entry..entry + 4].copy_from_slice(&start.to_le_bytes());
            block[entry + 4..entry + 8].copy_from_slice(&count.to_le_bytes());
            block.extend_from_slice(&bytes);
        }
        // The checksum ends where the bytes that it covers begin.
        let sum = checksum(&block[CHECKED_FROM..]).to_le_bytes();
        block[CHECKED_FROM - sum.len()..CHECKED_FROM].copy_from_slice(&sum);
        Ok(block)
    }
}
