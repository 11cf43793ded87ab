//! From a question to exactly one image.
//!
//! The keys of the version that is asked for lead to a few images; each either fits the question or fails one
//! [`Criterion`]. Nothing is allocated until it is clear that there is no answer; then [`failure`] looks at the images that
//! came nearest and says what is wrong.

mod criteria;
mod failure;

use criteria::Wanted;
use sagepath_catalog::{self as raw, RegionId, Text, layout};

use crate::catalog::Catalog;
use crate::error::Error;
use crate::framework::Framework;
use crate::image::{Evidence, Image, Platform};
use crate::located::{Located, Warnings};
use crate::query::Query;
use crate::unknown;

impl Catalog<'_> {
    /// Finds the one image that answers a question, at its region.
    ///
    /// What the question leaves open is decided where that is safe and documented: the scope of a framework whose images
    /// serve several, or that has one; the newest version, unless the framework asks for one; the only Python, processor
    /// or base framework; the newest Neuron SDK. [`Located::warnings`] tells what was decided or ignored.
    ///
    /// # Errors
    ///
    /// [`Error`] tells which field is missing or wrong, what the choices are, and the nearest of them.
    ///
    /// ```
    /// use sagepath::{Catalog, Code, Query};
    ///
    /// let catalog = Catalog::embedded();
    /// let located = catalog.resolve(&Query::new("xgboost", "us-east-1").version("1.7-1"))?;
    /// assert_eq!(located.path().to_string(), "683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1");
    ///
    /// let error = catalog.resolve(&Query::new("pytorch", "us-east-1").version("2.5.1")).unwrap_err();
    /// assert_eq!(error.code(), Code::MissingScope);
    /// assert_eq!(error.choices(), ["inference", "training"]);
    /// # Ok::<(), sagepath::Error>(())
    /// ```
    pub fn resolve<'c>(&'c self, query: &Query<'_>) -> Result<Located<'c>, Error> {
        let catalog = &self.raw;
        let Some(framework) = self.framework(query.framework) else {
            return Err(unknown::framework(self, query.framework, query.region));
        };
        let Some(region) = catalog.region(query.region) else {
            return Err(unknown::region(catalog, query.region));
        };
        let mut wanted = Wanted::of_query(catalog, query)?;
        let framework = wanted.redirect(framework, query);
        wanted.choose_scope(&framework, query)?;
        let search = Search {
            catalog,
            framework,
            query,
            wanted,
            region,
        };
        search.run()
    }
}

/// A question whose framework, region and instance type are known.
struct Search<'c, 'q> {
    catalog: &'c raw::Catalog<'c>,
    framework: Framework<'c>,
    query: &'q Query<'q>,
    wanted: Wanted<'c>,
    region: RegionId,
}

/// An image that fits, under the key by which it was found.
#[derive(Clone, Copy)]
struct Fit<'c> {
    image: Image<'c>,
    key: raw::Key,
}

impl<'c> Search<'c, '_> {
    fn run(mut self) -> Result<Located<'c>, Error> {
        let version = match self.query.version {
            Some(version) => self.catalog.find_text(version),
            None => self.newest()?,
        };
        let Some(version) = version else {
            return Err(failure::unknown_version(&self));
        };
        let fit = self.fit(version)?;
        self.locate(fit)
    }

    /// The newest version that a question without one means: one that the SDK knows, if it knows any.
    fn newest(&mut self) -> Result<Option<Text>, Error> {
        if self.framework.requires_version() {
            return Err(failure::missing_version(self));
        }
        // What only the DLC repository lists for SageMaker is found by its version; the SDK's choice stays the choice.
        let by_sdk = self.framework.is_in_sdk() && self.wanted.platform == Platform::SageMaker;
        let in_sdk = |image: &Image<'_>| image.is_in_sdk() || !by_sdk;
        let answers = |image: &Image<'_>| {
            in_sdk(image)
                && image.withheld().is_none()
                && !image.is_smdistributed()
                && self.wanted.scope_fits(image).is_ok()
        };
        let mut images = self.framework.images().rev().filter(answers);
        let newest = images.next().map(|image| image.record.version);
        // Where there is a choice of versions, people should know that one was made for them.
        let chosen = newest.is_some_and(|newest| images.any(|image| image.record.version != newest));
        if chosen && self.framework.has(layout::framework::DLC) {
            self.wanted.warnings.insert(Warnings::VERSION_CHOSEN);
        }
        Ok(newest)
    }

    /// The one image that fits, among those of a version.
    fn fit(&self, version: Text) -> Result<Fit<'c>, Error> {
        let mut best: Option<Fit<'c>> = None;
        let mut is_tied = false;
        for fit in self.fits(version) {
            best = match best {
                Some(best) => self.better(best, fit).or_else(|| {
                    is_tied = true;
                    Some(best)
                }),
                None => Some(fit),
            };
        }
        let Some(best) = best else {
            return Err(match self.judged(version).last() {
                Some(fit) => failure::withheld(self, &fit.image),
                None => failure::nothing(self, version),
            });
        };
        // What is better than every other has won each comparison above; two that tie may both be beaten by a third.
        let wins = |fit: Fit<'c>| {
            fit.image.id == best.image.id
                || self
                    .better(best, fit)
                    .is_some_and(|better| better.image.id == best.image.id)
        };
        if is_tied && !self.fits(version).all(wins) {
            return Err(failure::several(self, version));
        }
        Ok(best)
    }

    /// The images of a version that fit and may be an answer.
    fn fits(&self, version: Text) -> impl Iterator<Item = Fit<'c>> {
        self.judged(version).filter(|fit| fit.image.withheld().is_none())
    }

    /// The images of a version that fit.
    fn judged(&self, version: Text) -> impl Iterator<Item = Fit<'c>> {
        let keys = self.catalog.keys_of_version(&self.framework.record, version);
        keys.filter_map(|key| {
            let image = Image::new(self.catalog, key.image);
            self.wanted
                .judge(&image, &key, self.query)
                .is_ok()
                .then_some(Fit { image, key })
        })
    }

    /// Of two images that fit, the one that is meant; `None` if the question does not tell.
    fn better(&self, first: Fit<'c>, second: Fit<'c>) -> Option<Fit<'c>> {
        let differs =
            |field: fn(&raw::Image) -> Text| field(&first.image.record) != field(&second.image.record);
        if first.image.id == second.image.id {
            // One image under two names of its base framework: the full name stands for it.
            return Some(if second.key.base == second.image.record.base {
                second
            } else {
                first
            });
        }
        let is_alike = !differs(|image| image.base) && !differs(|image| image.python);
        match (first.image.is_smdistributed(), second.image.is_smdistributed()) {
            (true, false) if is_alike => return Some(first),
            (false, true) if is_alike => return Some(second),
            _ => {}
        }
        let is_same = is_alike
            && !differs(|image| image.processor)
            && first.image.record.repository == second.image.record.repository;
        // Images come in the order of their Neuron SDKs.
        (is_same && differs(|image| image.sdk)).then_some(second)
    }

    fn locate(self, fit: Fit<'c>) -> Result<Located<'c>, Error> {
        let Fit { image, key } = fit;
        let container = match self.query.container_version {
            Some(version) => self.container(&image, version)?,
            None => None,
        };
        let mut warnings = self.wanted.warnings;
        warnings.note_ignored(&image, self.query, container.is_some());
        let offered = self.catalog.regions_of(&image.record).contains(self.region);
        let account = self
            .catalog
            .account(image.record.repository, self.region)
            .filter(|_| offered);
        let Some(account) = account else {
            return Err(failure::unsupported_region(&self, &image));
        };
        if self.catalog.is(key.tag, "latest") {
            warnings.insert(Warnings::LATEST_TAG);
        }
        if image.is_deprecated() {
            warnings.insert(Warnings::DEPRECATED);
        }
        let listed = match container {
            None => key.flags & layout::key::LISTED != 0,
            Some(container) => self.is_listed(&image, &format!("{}-{container}", self.catalog.text(key.tag))),
        };
        let evidence = if listed {
            Evidence::Listed
        } else {
            Evidence::Derived
        };
        Ok(Located::new(
            image,
            self.region,
            account,
            self.catalog.some_text(key.tag),
            container,
            evidence,
            warnings,
        ))
    }

    /// Whether a source lists this very tag of an image.
    fn is_listed(&self, image: &Image<'c>, tag: &str) -> bool {
        let text = self.catalog.find_text(tag);
        let mut tags = text
            .into_iter()
            .flat_map(|text| self.catalog.listed(image.record.repository, text));
        tags.any(|listed| listed.image == image.id && listed.flags & layout::listed::LISTED != 0)
    }

    /// The container version to add to the tag: one that the image leaves open. Where the image has its own, it stands.
    fn container(&self, image: &Image<'c>, version: &str) -> Result<Option<&'c str>, Error> {
        if let Some(known) = image.container_versions().find(|known| *known == version) {
            return Ok(Some(known));
        }
        if image.container_version().is_some() {
            return Ok(None);
        }
        Err(failure::unsupported_container(self, image, version))
    }
}
