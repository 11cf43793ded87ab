//! An image as a row of a list.

use jiff::civil::Date;
use sagepath_json::ImageRow;

use crate::output::{Column, Row};

impl Row for ImageRow<'_> {
    const NOUN: &'static str = "image";
    const COLUMNS: &'static [Column] = &[
        Column::new("framework"),
        Column::new("version"),
        Column::optional("aliases", 5),
        Column::optional("scopes", 12),
        Column::optional("processor", 11),
        Column::optional("architecture", 6),
        Column::optional("platform", 7),
        Column::optional("python", 10),
        Column::optional("base_framework", 13),
        Column::optional("neuron_sdk", 9),
        Column::optional("cuda", 2),
        Column::optional("package_version", 3),
        Column::optional("ga", 1),
        Column::optional("eop", 8),
        Column::optional("evidence", 4),
        Column::optional("remark", 14),
        Column::new("image"),
    ];

    fn cells(&self) -> Vec<String> {
        let date = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        let image = self.image();
        vec![
            image.framework().slug().to_owned(),
            image.version().to_owned(),
            self.aliases().collect::<Vec<_>>().join(", "),
            image.scopes().collect::<Vec<_>>().join(", "),
            text(image.processor()),
            image.architecture().as_str().to_owned(),
            image.platform().as_str().to_owned(),
            text(image.python()),
            text(image.base_framework()),
            text(image.neuron_sdk()),
            text(image.cuda()),
            text(image.package_version()),
            date(image.general_availability()),
            date(image.end_of_patch()),
            self.evidence().as_str().to_owned(),
            self.remark().to_owned(),
            self.reference(),
        ]
    }

    /// The path, if there is one; else what tells images apart, and the tag.
    fn plain(&self) -> String {
        let image = self.image();
        if self.located().is_some() && image.withheld().is_none() {
            return self.reference();
        }
        let scopes = image.scopes().collect::<Vec<_>>().join(",");
        let (processor, python) = (
            image.processor().unwrap_or_default(),
            image.python().unwrap_or_default(),
        );
        [
            image.framework().slug(),
            image.version(),
            &scopes,
            processor,
            python,
            &self.reference(),
        ]
        .join("\t")
    }
}
