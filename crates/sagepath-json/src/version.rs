//! The versions of a framework.

use jiff::civil::Date;
use sagepath::Image;
use serde::Serialize;

/// A version and what its images have in common, or have among them.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct VersionRow<'c> {
    /// The version.
    pub version: &'c str,
    /// The names by which its images are called besides.
    pub aliases: Vec<&'c str>,
    /// What its images are for.
    pub scopes: Vec<&'c str>,
    /// The version of the package within.
    pub package_version: Option<&'c str>,
    /// The day of its first image.
    pub ga: Option<Date>,
    /// The day on which the last of its images gets no more patches.
    pub eop: Option<Date>,
    /// Whether the documentation calls it deprecated.
    pub deprecated: bool,
    /// Why it is never an answer, if it is not.
    pub withheld: Option<&'c str>,
}

impl<'c> VersionRow<'c> {
    fn new(version: &'c str) -> Self {
        VersionRow {
            version,
            aliases: Vec::new(),
            scopes: Vec::new(),
            package_version: None,
            ga: None,
            eop: None,
            deprecated: false,
            withheld: None,
        }
    }

    fn add(&mut self, image: &Image<'c>) {
        let VersionRow {
            version,
            aliases,
            scopes,
            ..
        } = self;
        let missing = |known: &Vec<&'c str>, word: &&'c str| !known.contains(word);
        for alias in image.version_names() {
            if alias != *version && missing(aliases, &alias) {
                aliases.push(alias);
            }
        }
        for scope in image.scopes() {
            if missing(scopes, &scope) {
                scopes.push(scope);
            }
        }
        self.package_version = self.package_version.or(image.package_version());
        self.ga = [self.ga, image.general_availability()]
            .into_iter()
            .flatten()
            .min();
        self.eop = [self.eop, image.end_of_patch()].into_iter().flatten().max();
        self.deprecated |= image.is_deprecated();
        self.withheld = self.withheld.or(image.withheld());
    }

    /// What a reader should know before all else, in two words; empty if there is nothing.
    pub fn remark(&self) -> &'static str {
        match (self.withheld, self.deprecated) {
            (Some(_), _) => "not given out",
            (None, true) => "deprecated",
            (None, false) => "",
        }
    }
}

/// The versions of these images, in their order; images without a version are left out.
pub fn versions<'c>(images: impl IntoIterator<Item = Image<'c>>) -> Vec<VersionRow<'c>> {
    let mut rows: Vec<VersionRow<'_>> = Vec::new();
    for image in images.into_iter().filter(|image| !image.version().is_empty()) {
        if rows.last().is_none_or(|row| row.version != image.version()) {
            rows.push(VersionRow::new(image.version()));
        }
        if let Some(row) = rows.last_mut() {
            row.add(&image);
        }
    }
    rows
}
