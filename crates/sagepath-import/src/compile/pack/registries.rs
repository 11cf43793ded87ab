//! Repositories, and who owns them in each region.

use std::collections::{BTreeMap, BTreeSet};

use sagepath_catalog::Repository;
use sagepath_catalog::layout::{NONE, Section};

use super::{CompileError, Packer, number};
use crate::facts::digits;

impl Packer<'_> {
    pub(super) fn registries(&mut self) -> Result<(), CompileError> {
        let facts = self.facts;
        let mut tables: Vec<BTreeMap<&str, &str>> = Vec::new();
        let mut table_number = |table: BTreeMap<_, _>| {
            let index = tables
                .iter()
                .position(|other| *other == table)
                .unwrap_or(tables.len());
            if index == tables.len() {
                tables.push(table);
            }
            number(index, "account tables")
        };
        let mut records = Vec::new();
        for name in self.repositories.iter() {
            let older = facts.older_accounts(name);
            let older_table = if older.is_empty() {
                NONE
            } else {
                table_number(older)?
            };
            let record = Repository {
                name: self.strings.text(name)?,
                table: table_number(facts.accounts(name))?,
                older_table,
            };
            records.push(record);
        }
        for record in records {
            self.push(Section::Repositories, &record.to_bytes());
        }

        let distinct: BTreeSet<&str> = tables.iter().flat_map(BTreeMap::values).copied().collect();
        let mut numbers: BTreeMap<&str, u16> = BTreeMap::new();
        for account in distinct {
            let digits = digits(account).ok_or_else(|| CompileError::Account(account.to_owned()))?;
            numbers.insert(account, number(numbers.len(), "accounts")?);
            self.push(Section::Accounts, &digits);
        }
        let mut bytes = Vec::new();
        for table in &tables {
            for region in table.keys() {
                self.regions.number(region)?;
            }
            for region in self.regions.iter() {
                let account = table.get(region).and_then(|account| numbers.get(account));
                bytes.extend(account.unwrap_or(&NONE).to_le_bytes());
            }
        }
        self.sections.insert(Section::AccountTables as usize, bytes);
        Ok(())
    }
}
