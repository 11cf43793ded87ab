use sagepath::Catalog;

use super::{Check, Draft, Remedy, rule};
use crate::context::looks_like_region;
use crate::finding::{Edit, Safety};
use crate::settings::Settings;
use crate::text::Text;
use crate::tree::{Map, Node};

rule! {
    /// A map of accounts by region has an entry that does not fit the others.
    ///
    /// Where most entries of a map are the accounts of a repository, the rest should be, too.
    ///
    /// ```hcl
    /// accounts = {
    ///   us-east-1 = "683313688378"
    ///   us-east-2 = "257758044811"
    ///   us-west-2 = "257758044811"
    /// }
    /// ```
    ///
    /// In us-west-2 it is 246618743249.
    "accounts-map-entry": Error, Medium, fix Some(Safety::Unsafe), on, Check::Map(check)
}

/// Entries that must agree before one that does not is told.
const AGREEING: usize = 2;

fn check(map: &Map, catalog: &Catalog<'_>, settings: &Settings) -> Vec<Draft> {
    columns(map)
        .iter()
        .flat_map(|entries| column(entries, catalog, settings))
        .collect()
}

/// The accounts of a map by region; of a map of maps, those under each key.
fn columns<'m>(map: &'m Map) -> Vec<Vec<(&'m str, &'m Text)>> {
    let mut columns: Vec<(&str, Vec<(&str, &Text)>)> = Vec::new();
    let mut add = |column: &'m str, region: &'m str, text: &'m Text| match columns
        .iter_mut()
        .find(|(name, _)| *name == column)
    {
        Some((_, entries)) => entries.push((region, text)),
        None => columns.push((column, vec![(region, text)])),
    };
    for entry in map.entries.iter().filter(|entry| looks_like_region(&entry.key)) {
        match &entry.value {
            Node::Text(text) => add("", &entry.key, text),
            Node::Map(inner) => {
                for inner in &inner.entries {
                    if let Node::Text(text) = &inner.value {
                        add(&inner.key, &entry.key, text);
                    }
                }
            }
            _ => {}
        }
    }
    columns.into_iter().map(|(_, entries)| entries).collect()
}

fn column(entries: &[(&str, &Text)], catalog: &Catalog<'_>, settings: &Settings) -> Vec<Draft> {
    let accounts: Vec<_> = entries
        .iter()
        .filter_map(|(region, text)| Some((*region, *text, text.fixed().filter(|value| is_account(value))?)))
        .collect();
    if accounts.len() <= AGREEING {
        return Vec::new();
    }
    // The tables whose accounts most of them are. A repository may have one of older accounts, too.
    let tables = || {
        catalog
            .repositories()
            .flat_map(|name| [(name, false), (name, true)])
    };
    let owner = |(name, is_older): (&str, bool), region: &str| {
        if is_older {
            catalog.older_account(name, region)
        } else {
            catalog.account(name, region)
        }
    };
    let fitting = |table| {
        accounts
            .iter()
            .filter(|(region, _, account)| owner(table, region) == Some(account))
            .count()
    };
    let counted: Vec<_> = tables().map(|table| (fitting(table), table)).collect();
    let most = counted.iter().map(|(count, _)| *count).max().unwrap_or(0);
    if most < AGREEING || most == accounts.len() || most * 2 <= accounts.len() {
        return Vec::new();
    }
    let best: Vec<_> = counted
        .iter()
        .filter(|(count, _)| *count == most)
        .map(|(_, table)| *table)
        .collect();
    let is_right = |region: &str, account: &str| {
        best.iter()
            .any(|(name, _)| crate::subject::owns(catalog, account, name, region))
    };
    let wrong = accounts
        .iter()
        .filter(|(region, _, account)| !settings.is_private(account) && !is_right(region, account));
    wrong
        .filter_map(|(region, text, account)| {
            let mut rights: Vec<&str> = best.iter().filter_map(|table| owner(*table, region)).collect();
            rights.sort_unstable();
            rights.dedup();
            let [right] = rights[..] else { return None };
            let remedy = text
                .verbatim()
                .map(|range| place(range, account))
                .map_or(Remedy::None, |range| {
                    let edit = Edit {
                        range,
                        text: right.to_owned(),
                    };
                    Remedy::Edits(right.to_owned(), vec![edit])
                });
            let draft = Draft::new(
                text.span(),
                format!(
                    "{account} is not the account of `{}` in {region}, as those of the other regions are",
                    best[0].0
                ),
            );
            Some(Draft {
                remedy,
                ..draft.help(format!("in {region} it is {right}"))
            })
        })
        .collect()
}

/// The place of an account, which is all of its text.
fn place(range: std::ops::Range<usize>, account: &str) -> std::ops::Range<usize> {
    range.start..range.start + account.len()
}

fn is_account(value: &str) -> bool {
    value.len() == 12 && value.bytes().all(|byte| byte.is_ascii_digit())
}
