//! Many images at once.

use std::str::FromStr;

use jiff::civil::Date;
use sagepath_catalog::Text;

use crate::catalog::Catalog;
use crate::error::Error;
use crate::image::{Evidence, Image, Platform};
use crate::instance::{Architecture, Target};
use crate::{unknown, version};

/// Which images to list: those that have everything that is given.
///
/// ```
/// use sagepath::{Catalog, Filter};
///
/// let filter = Filter { framework: Some("xgboost"), versions: Some(">=1.5-1".parse()?), ..Filter::default() };
/// let versions: Vec<_> = Catalog::embedded().images(&filter)?.map(|image| image.version()).collect();
/// assert_eq!(versions, ["1.5-1", "1.5-1", "1.7-1", "3.0-5", "3.2-0"]);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Filter<'f> {
    /// The framework's slug.
    pub framework: Option<&'f str>,
    /// A region that offers them.
    pub region: Option<&'f str>,
    /// What they are for.
    pub scope: Option<&'f str>,
    /// An instance processor or instance type that they run on.
    pub runs_on: Option<&'f str>,
    /// The architecture they are built for.
    pub architecture: Option<&'f str>,
    /// The platform they are made for.
    pub platform: Option<&'f str>,
    /// Their Python.
    pub python: Option<&'f str>,
    /// Their versions.
    pub versions: Option<VersionRange>,
    /// A day on which they are generally available and not past their end of patch; images whose dates no source tells are
    /// kept.
    pub alive_on: Option<Date>,
    /// Whether a source must list one of their tags.
    pub listed_only: bool,
}

/// Versions within bounds: `2.5` and all that begins with it, `>=2.5`, `>=2.5,<2.8`.
///
/// A bound stands for all versions that begin with it: `<2.10` leaves out 2.10.0 and `<=2.10` takes it. A version that is
/// a word, such as `latest`, is neither before nor after another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionRange(Vec<Bound>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Bound {
    comparison: Comparison,
    version: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comparison {
    Within,
    Exactly,
    AtLeast,
    After,
    AtMost,
    Before,
}

/// The comparisons as they are written; the longer first where one begins with another.
const COMPARISONS: [(&str, Comparison); 6] = [
    (">=", Comparison::AtLeast),
    ("<=", Comparison::AtMost),
    ("==", Comparison::Exactly),
    (">", Comparison::After),
    ("<", Comparison::Before),
    ("=", Comparison::Exactly),
];

/// A range of versions that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeError(String);

impl std::fmt::Display for RangeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "version range `{}` names no version: expected `2.5`, `>=2.5` or `>=2.5,<2.8`",
            self.0
        )
    }
}

impl std::error::Error for RangeError {}

impl FromStr for VersionRange {
    type Err = RangeError;

    fn from_str(text: &str) -> Result<Self, RangeError> {
        let bounds = text.split(',').map(|part| {
            let part = part.trim();
            let found = COMPARISONS
                .into_iter()
                .find_map(|(sign, comparison)| Some((comparison, part.strip_prefix(sign)?.trim())));
            let (comparison, version) = found.unwrap_or((Comparison::Within, part));
            if version.is_empty() || version.contains(['<', '>', '=', ' ']) {
                return Err(RangeError(text.to_owned()));
            }
            Ok(Bound {
                comparison,
                version: version.to_owned(),
            })
        });
        bounds.collect::<Result<_, _>>().map(VersionRange)
    }
}

impl VersionRange {
    /// Whether a version is within the bounds.
    ///
    /// ```
    /// let range: sagepath::VersionRange = ">=2.5,<2.10".parse()?;
    /// assert!(range.contains("2.9.0") && !range.contains("2.10.0"));
    /// # Ok::<(), sagepath::RangeError>(())
    /// ```
    pub fn contains(&self, version: &str) -> bool {
        self.0.iter().all(|bound| {
            let ordered = version.starts_with(|character: char| character.is_ascii_digit());
            let order = version::compare(version, &bound.version);
            let within = version::within(version, &bound.version);
            match bound.comparison {
                Comparison::Within => within,
                Comparison::Exactly => version == bound.version,
                Comparison::AtLeast => within || (ordered && order.is_ge()),
                Comparison::After => !within && ordered && order.is_gt(),
                Comparison::AtMost => within || (ordered && order.is_le()),
                Comparison::Before => !within && ordered && order.is_lt(),
            }
        })
    }
}

impl Catalog<'_> {
    /// The images that a filter lets through, by framework and version; found as they are asked for.
    ///
    /// # Errors
    ///
    /// [`Error`] if the filter names something that does not exist, as no image could then be meant.
    pub fn images<'s>(
        &'s self,
        filter: &Filter<'_>,
    ) -> Result<impl Iterator<Item = Image<'s>> + use<'s>, Error> {
        let raw = &self.raw;
        let framework = named(filter.framework, |slug| {
            self.framework(slug)
                .ok_or_else(|| unknown::framework(self, slug, ""))
        })?;
        let region = named(filter.region, |id| {
            raw.region(id).ok_or_else(|| unknown::region(raw, id))
        })?;
        let scope = named(filter.scope, |name| {
            raw.scopes()
                .position(|text| raw.is(text, name))
                .ok_or_else(|| unknown::scope(raw, name))
        })?;
        let target = named(filter.runs_on, |name| {
            let by_processor = Target::of_processor(raw, name).map(|processors| Target {
                processors,
                ..Target::default()
            });
            let unknown = || {
                if name.contains('.') {
                    unknown::instance_type(raw, name)
                } else {
                    unknown::processor(raw, name)
                }
            };
            by_processor.or_else(|| Target::of(raw, name)).ok_or_else(unknown)
        })?
        .unwrap_or_default();
        let architecture = named(filter.architecture, |name| {
            Architecture::from_name(name).ok_or_else(|| unknown::architecture(name))
        })?;
        let architecture = architecture.or(target.architecture);
        let platform = named(filter.platform, |name| {
            Platform::from_name(name).ok_or_else(|| unknown::platform(name))
        })?;
        let python = filter
            .python
            .map(|python| raw.find_text(python).unwrap_or(Text::NONE));
        let Filter {
            versions,
            alive_on,
            listed_only,
            ..
        } = filter.clone();
        let passes = move |image: &Image<'s>| {
            let record = &image.record;
            region.is_none_or(|region| raw.regions_of(record).contains(region))
                && scope.is_none_or(|bit| record.scopes >> bit & 1 == 1)
                && target.suits(image)
                && architecture.is_none_or(|architecture| image.architecture() == architecture)
                && platform.is_none_or(|platform| image.platform() == platform)
                && python.is_none_or(|python| python.is_some() && record.python == python)
                && versions
                    .as_ref()
                    .is_none_or(|range| range.contains(image.version()))
                && alive_on.is_none_or(|day| image.is_alive_on(day) != Some(false))
                && (!listed_only || image.evidence() == Evidence::Listed)
        };
        let own = framework.into_iter().flat_map(|framework| framework.images());
        let all = self.all_images().filter(move |_| framework.is_none());
        Ok(own.chain(all).filter(passes))
    }
}

/// What a name stands for, if one is given.
fn named<T>(given: Option<&str>, find: impl FnOnce(&str) -> Result<T, Error>) -> Result<Option<T>, Error> {
    given.map(find).transpose()
}
