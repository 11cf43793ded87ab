//! The whole: which pages there are, and each by its path.

use std::fmt;

use jiff::civil::Date;
use sagepath::{Catalog, Framework, InstanceType, Region};
use sagepath_check::{RULES, Rule};

use crate::{asset, data, link, page};

/// What pages are made of besides the catalog.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Options {
    /// The day on which the pages are read: it decides what has ended and what ends soon.
    pub today: Date,
    /// The form of the pages.
    pub format: Format,
    /// Where the site will be, `https://example.org/paths/`: for canonical addresses and the sitemap, which is left out without it.
    pub base_url: Option<String>,
}

impl Options {
    /// A site in HTML, of unknown address.
    pub fn new(today: Date) -> Self {
        Options {
            today,
            format: Format::Html,
            base_url: None,
        }
    }

    /// The same in another form.
    #[must_use]
    pub fn format(self, format: Format) -> Self {
        Options { format, ..self }
    }

    /// The same at an address.
    #[must_use]
    pub fn base_url(self, base_url: &str) -> Self {
        let base_url = Some(format!("{}/", base_url.trim_end_matches('/')));
        Options { base_url, ..self }
    }
}

/// The forms of the pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A static site.
    #[default]
    Html,
    /// Markdown, to be read as it is or put into other documentation.
    Markdown,
}

impl Format {
    /// How the names of pages end.
    pub const fn extension(self) -> &'static str {
        match self {
            Format::Html => "html",
            Format::Markdown => "md",
        }
    }
}

/// A file of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct File {
    /// Where it is in the site's folder; parts are separated by `/`.
    pub path: String,
    /// What it is, as HTTP says it.
    pub media_type: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl File {
    pub(crate) fn new(path: impl Into<String>, media_type: &'static str, text: impl Into<String>) -> Self {
        File {
            path: path.into(),
            media_type,
            bytes: text.into().into_bytes(),
        }
    }
}

/// A page could not be written out. It does not happen: templates have no failing parts.
#[derive(Debug)]
pub struct Error(askama::Error);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "page could not be made: {}", self.0)
    }
}

impl std::error::Error for Error {}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Error(error)
    }
}

/// The pages of a catalog.
#[derive(Clone, Debug)]
pub struct Site<'c> {
    pub(crate) catalog: &'c Catalog<'c>,
    pub(crate) options: Options,
}

/// A file, by what it is about.
enum Page<'c> {
    Index,
    /// The documentation's name of the index.
    OldIndex,
    Images,
    Frameworks,
    Instances,
    Changes,
    Rules,
    About,
    NotFound,
    Region(Region<'c>),
    Framework(Framework<'c>),
    Instance(InstanceType<'c>),
    Rule(&'static Rule),
    Data,
    Asset(&'static asset::Asset),
    Robots,
    Sitemap,
}

impl<'c> Site<'c> {
    /// The pages of a catalog.
    pub fn new(catalog: &'c Catalog<'c>, options: Options) -> Self {
        Site { catalog, options }
    }

    /// The form of the pages.
    pub fn format(&self) -> Format {
        self.options.format
    }

    /// All files; each is made when it is asked for.
    ///
    /// # Errors
    ///
    /// [`Error`] in place of a file that cannot be made.
    pub fn files(&self) -> impl Iterator<Item = Result<File, Error>> {
        self.pages().map(|page| self.make(&page))
    }

    /// The paths of all files.
    pub fn paths(&self) -> impl Iterator<Item = String> {
        self.pages().map(|page| self.path(&page))
    }

    /// The file at a path, such as `frameworks/xgboost.html`; `None` if there is no such file.
    ///
    /// # Errors
    ///
    /// [`Error`] if the file cannot be made.
    pub fn file(&self, path: &str) -> Result<Option<File>, Error> {
        self.find(path).map(|page| self.make(&page)).transpose()
    }

    /// The pages that are about nothing in particular.
    fn fixed_pages(&self) -> impl Iterator<Item = Page<'c>> + use<'c> {
        let both = [
            Page::Index,
            Page::Frameworks,
            Page::Instances,
            Page::Changes,
            Page::Rules,
            Page::About,
        ];
        let html = self.options.format == Format::Html;
        let only_html = [
            Page::Images,
            Page::OldIndex,
            Page::NotFound,
            Page::Data,
            Page::Robots,
        ];
        let sitemap = self.options.base_url.is_some().then_some(Page::Sitemap);
        let assets = asset::ALL.iter().map(Page::Asset);
        let only_html = only_html.into_iter().chain(sitemap).chain(assets);
        both.into_iter().chain(only_html.filter(move |_| html))
    }

    fn pages(&self) -> impl Iterator<Item = Page<'c>> + use<'c> {
        let catalog = self.catalog;
        self.fixed_pages()
            .chain(catalog.regions().map(Page::Region))
            .chain(catalog.frameworks().map(Page::Framework))
            .chain(catalog.instance_types().map(Page::Instance))
            .chain(RULES.iter().copied().map(Page::Rule))
    }

    fn find(&self, path: &str) -> Option<Page<'c>> {
        let ending = format!(".{}", self.options.format.extension());
        if let Some(name) = path.strip_suffix(&ending) {
            if let Some(id) = name.strip_prefix("ecr-") {
                return self.catalog.region(id).map(Page::Region);
            }
            if let Some(slug) = name.strip_prefix("frameworks/") {
                return self.catalog.framework(slug).map(Page::Framework);
            }
            if let Some(name) = name.strip_prefix("instances/") {
                return self.catalog.instance_type(name).map(Page::Instance);
            }
            if let Some(name) = name.strip_prefix("rules/") {
                return RULES
                    .iter()
                    .find(|rule| rule.name == name)
                    .copied()
                    .map(Page::Rule);
            }
        }
        self.fixed_pages().find(|page| self.path(page) == path)
    }

    fn path(&self, page: &Page<'_>) -> String {
        let format = self.options.format;
        let named = |name: &str| format!("{name}.{}", format.extension());
        match page {
            Page::Index => named("index"),
            Page::OldIndex => named("sagemaker-algo-docker-registry-paths"),
            Page::Images => named("images"),
            Page::Frameworks => named("frameworks"),
            Page::Instances => named("instances"),
            Page::Changes => named("changes"),
            Page::Rules => named("rules"),
            Page::About => named("about"),
            Page::NotFound => named("404"),
            Page::Region(region) => link::region(region, format),
            Page::Framework(framework) => link::framework(framework, format),
            Page::Instance(instance) => link::instance(instance, format),
            Page::Rule(rule) => link::rule(rule, format),
            Page::Data => data::PATH.to_owned(),
            Page::Asset(asset) => asset.path().to_owned(),
            Page::Robots => "robots.txt".to_owned(),
            Page::Sitemap => "sitemap.xml".to_owned(),
        }
    }

    fn make(&self, page: &Page<'c>) -> Result<File, Error> {
        let path = self.path(page);
        let text = match page {
            Page::Index => page::index::render(self, &path)?,
            Page::OldIndex => page::moved::render(self)?,
            Page::Images => page::images::render(self, &path)?,
            Page::Frameworks => page::frameworks::render(self, &path)?,
            Page::Instances => page::instances::render(self, &path)?,
            Page::Changes => page::changes::render(self, &path)?,
            Page::Rules => page::rules::render(self, &path)?,
            Page::About => page::about::render(self, &path)?,
            Page::NotFound => page::not_found::render(self, &path)?,
            Page::Region(region) => page::region::render(self, &path, *region)?,
            Page::Framework(framework) => page::framework::render(self, &path, *framework)?,
            Page::Instance(instance) => page::instance::render(self, &path, *instance)?,
            Page::Rule(rule) => page::rule::render(self, &path, rule)?,
            Page::Data => {
                let script = data::script(self.catalog);
                return Ok(File::new(path, "text/javascript; charset=utf-8", script));
            }
            Page::Asset(asset) => return Ok(asset.file()),
            Page::Robots => return Ok(File::new(path, "text/plain; charset=utf-8", self.robots())),
            Page::Sitemap => return Ok(File::new(path, "application/xml", self.sitemap())),
        };
        let media_type = match self.options.format {
            Format::Html => "text/html; charset=utf-8",
            Format::Markdown => "text/markdown; charset=utf-8",
        };
        Ok(File::new(path, media_type, text))
    }

    /// The address of a file, if the site's is known.
    pub(crate) fn address(&self, path: &str) -> Option<String> {
        let base = self.options.base_url.as_deref()?;
        // A server shows the index for the folder.
        let path = if path == "index.html" { "" } else { path };
        Some(format!("{base}{path}"))
    }

    fn robots(&self) -> String {
        let sitemap = self.address("sitemap.xml");
        let sitemap = sitemap
            .map(|address| format!("Sitemap: {address}\n"))
            .unwrap_or_default();
        format!("User-agent: *\nAllow: /\n{sitemap}")
    }

    fn sitemap(&self) -> String {
        let listed = |page: &Page<'_>| {
            !matches!(
                page,
                Page::OldIndex | Page::NotFound | Page::Data | Page::Asset(_) | Page::Robots | Page::Sitemap
            )
        };
        let pages = self.pages().filter(listed);
        let addresses = pages.filter_map(|page| self.address(&self.path(&page)));
        let entries: String = addresses
            .map(|address| format!("<url><loc>{}</loc></url>\n", in_xml(&address)))
            .collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{entries}</urlset>\n"
        )
    }
}

/// Text as XML has it.
fn in_xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
