//! Tables of cases in files: a case a line, its fields separated by tabs, `#` for remarks.

pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let cases = table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'));
    cases.map(|line| line.split('\t').collect())
}
