//! Images in a table: the columns that say something, the newest first.

use jiff::civil::Date;
use sagepath::{Architecture, Evidence, Image, Located, Platform};

use crate::life_cycle::LifeCycle;

/// As many rows are shown at once; what is older is behind a click. A version is never split.
const SHOWN_AT_ONCE: usize = 12;

/// Images of one framework.
pub(crate) struct Table<'c> {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row<'c>>,
    shown: usize,
}

/// An image, at a region if the table is that of one.
pub(crate) struct Row<'c> {
    pub(crate) image: Image<'c>,
    pub(crate) life: LifeCycle,
    located: Option<Located<'c>>,
}

/// What is told of an image besides version and path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Package,
    Scopes,
    Processor,
    Architecture,
    Platform,
    Python,
    BaseFramework,
    NeuronSdk,
    Cuda,
    Os,
    Start,
    End,
    Evidence,
}

/// A cell: its text, and a word on the state it tells of.
pub(crate) struct Cell {
    pub(crate) text: String,
    pub(crate) is_date: bool,
    pub(crate) badge: &'static str,
}

impl Column {
    const ALL: [Column; 13] = [
        Column::Scopes,
        Column::Processor,
        Column::Architecture,
        Column::Platform,
        Column::Python,
        Column::BaseFramework,
        Column::NeuronSdk,
        Column::Cuda,
        Column::Os,
        Column::Package,
        Column::Start,
        Column::End,
        Column::Evidence,
    ];

    /// Its header.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Column::Package => "Package",
            Column::Scopes => "Job types",
            Column::Processor => "Processor",
            Column::Architecture => "Architecture",
            Column::Platform => "Platform",
            Column::Python => "Python",
            Column::BaseFramework => "Base framework",
            Column::NeuronSdk => "Neuron SDK",
            Column::Cuda => "CUDA",
            Column::Os => "System",
            Column::Start => "Available",
            Column::End => "Patched until",
            Column::Evidence => "Evidence",
        }
    }

    /// Whether it would say something of an image that is not the usual.
    fn is_worth_showing(self, image: &Image<'_>) -> bool {
        match self {
            Column::Architecture => image.architecture() != Architecture::X86_64,
            Column::Platform => image.platform() != Platform::SageMaker,
            Column::Evidence => true,
            _ => !self.text(image).is_empty(),
        }
    }

    fn text(self, image: &Image<'_>) -> String {
        let some = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        match self {
            Column::Package => some(image.package_version()),
            Column::Scopes => image.scopes().collect::<Vec<_>>().join(", "),
            Column::Processor => some(image.processor()),
            Column::Architecture => image.architecture().to_string(),
            Column::Platform => image.platform().to_string(),
            Column::Python => some(image.python()),
            Column::BaseFramework => some(image.base_framework()),
            Column::NeuronSdk => some(image.neuron_sdk()),
            Column::Cuda => some(image.cuda()),
            Column::Os => some(image.os()),
            Column::Start => date(image.general_availability()),
            Column::End => date(image.end_of_patch()),
            Column::Evidence => image.evidence().to_string(),
        }
    }
}

impl<'c> Row<'c> {
    fn new(image: Image<'c>, located: Option<Located<'c>>, today: Date) -> Self {
        Row {
            image,
            life: LifeCycle::of(&image, today),
            located,
        }
    }

    /// The path, or where the table is of no region, repository and tag; nothing for an image that is never an answer.
    pub(crate) fn reference(&self) -> String {
        match (&self.located, self.image.tag()) {
            _ if self.image.withheld().is_some() => String::new(),
            (Some(located), _) => located.path().to_string(),
            (None, Some(tag)) => format!("{}:{tag}", self.image.repository()),
            (None, None) => self.image.repository().to_owned(),
        }
    }

    /// The path in two parts, between which a line may break: the host, and what it holds.
    pub(crate) fn parts(&self) -> Option<(String, String)> {
        let reference = self.reference();
        if reference.is_empty() {
            return None;
        }
        let repository = self.image.repository();
        let (host, _) = reference.split_once(repository)?;
        let (host, rest) = reference.split_at(host.len());
        Some((host.to_owned(), rest.to_owned()))
    }

    /// Further tags of the same image.
    pub(crate) fn other_tags(&self) -> String {
        if self.image.withheld().is_some() {
            return String::new();
        }
        let own = self.image.tag();
        let others = self.image.tags().filter(|tag| Some(*tag) != own);
        others.collect::<Vec<_>>().join(", ")
    }

    /// The versions by which it is called besides its own.
    pub(crate) fn aliases(&self) -> String {
        let own = self.image.version();
        let others = self.image.version_names().filter(|name| *name != own);
        others.collect::<Vec<_>>().join(", ")
    }

    /// What a reader should know before taking it.
    pub(crate) fn warning(&self) -> &'static str {
        if self.image.withheld().is_some() {
            "not given out"
        } else if self.image.is_deprecated() {
            "deprecated"
        } else if self.image.tag() == Some("latest") {
            "moves"
        } else {
            ""
        }
    }

    pub(crate) fn cell(&self, column: &Column) -> Cell {
        let column = *column;
        let badge = match (column, self.life) {
            (Column::End, LifeCycle::Ended | LifeCycle::EndsSoon) | (Column::Start, LifeCycle::Coming) => {
                self.life.word()
            }
            _ => "",
        };
        let text = match (column, &self.located) {
            // A path may be less well known than the image: its tag under the full version is composed.
            (Column::Evidence, Some(located)) => located.evidence().to_string(),
            _ => column.text(&self.image),
        };
        Cell {
            text,
            is_date: matches!(column, Column::Start | Column::End),
            badge,
        }
    }
}

impl<'c> Table<'c> {
    /// A table of images as a region offers them.
    pub(crate) fn in_region(images: impl Iterator<Item = Image<'c>>, region: &str, today: Date) -> Self {
        let rows = images.filter_map(|image| Some(Row::new(image, Some(image.at(region)?), today)));
        Table::of(rows.collect())
    }

    /// A table of images wherever they are offered.
    pub(crate) fn anywhere(images: impl Iterator<Item = Image<'c>>, today: Date) -> Self {
        Table::of(images.map(|image| Row::new(image, None, today)).collect())
    }

    fn of(mut rows: Vec<Row<'c>>) -> Self {
        rows.reverse();
        let columns = Column::ALL.into_iter();
        let columns = columns.filter(|column| rows.iter().any(|row| column.is_worth_showing(&row.image)));
        let version = |index: usize| rows.get(index).map(|row| row.image.version());
        let mut shown = SHOWN_AT_ONCE;
        while shown < rows.len() && version(shown) == version(shown - 1) {
            shown += 1;
        }
        // A click for a row or two is not worth it.
        if shown + 3 > rows.len() {
            shown = rows.len();
        }
        Table {
            columns: columns.collect(),
            shown,
            rows,
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows in two parts: what is shown at once, and what is older.
    pub(crate) fn parts(&self) -> [&[Row<'c>]; 2] {
        let (newer, older) = self.rows.split_at(self.shown.min(self.rows.len()));
        [newer, older]
    }

    /// Whether all of its paths are composed by rule.
    pub(crate) fn is_derived(&self) -> bool {
        self.rows
            .iter()
            .all(|row| row.image.evidence() == Evidence::Derived)
    }

    /// What is to be known of some of its images.
    pub(crate) fn remarks(&self) -> Vec<(String, String)> {
        remarks(self.rows.iter().map(|row| row.image))
    }
}

/// What is to be known of some images of a framework: their versions, and the remark.
pub fn remarks<'c>(images: impl IntoIterator<Item = Image<'c>>) -> Vec<(String, String)> {
    let mut remarks: Vec<(Vec<&str>, String)> = Vec::new();
    for image in images {
        let remark = match (image.withheld(), image.note()) {
            (Some(reason), _) => format!("not given out: {reason}"),
            (None, Some(note)) => note.to_owned(),
            (None, None) => continue,
        };
        let version = image.version();
        match remarks.iter_mut().find(|(_, known)| *known == remark) {
            Some((versions, _)) if versions.contains(&version) => {}
            Some((versions, _)) => versions.push(version),
            None => remarks.push((vec![version], remark)),
        }
    }
    let joined = remarks
        .into_iter()
        .map(|(versions, remark)| (versions.join(", "), remark));
    joined.collect()
}
