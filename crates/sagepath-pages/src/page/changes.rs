//! What changes: what ends, what has ended, what is new, by the dates that the catalog knows.

use jiff::civil::Date;
use sagepath::{Framework, Image};

use super::{Frame, templates};
use crate::life_cycle::days_between;
use crate::site::{Error, Site};

struct Changes<'c> {
    parts: Vec<Part<'c>>,
    dated: usize,
    images: usize,
    /// Versions that the documentation calls deprecated.
    deprecated: Vec<(Framework<'c>, Vec<&'c str>)>,
    /// Versions that are known and never an answer, and why.
    withheld: Vec<(Framework<'c>, String, &'c str)>,
}

/// A part of the page: events within some days.
struct Part<'c> {
    id: &'static str,
    title: &'static str,
    events: Vec<Event<'c>>,
}

/// A version begins or ends.
#[derive(Clone)]
struct Event<'c> {
    day: Date,
    kind: Kind,
    framework: Framework<'c>,
    version: &'c str,
    scopes: Vec<&'c str>,
    images: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Start,
    End,
}

/// The parts: what happens, and within which days from today.
const PARTS: [(&str, &str, Kind, std::ops::RangeInclusive<i32>); 5] = [
    ("ends-soon", "End within 90 days", Kind::End, 1..=90),
    (
        "new",
        "New within the last 180 days, and coming",
        Kind::Start,
        -180..=i32::MAX,
    ),
    (
        "ended-lately",
        "Ended within the last 180 days",
        Kind::End,
        -180..=0,
    ),
    ("ends-later", "End later", Kind::End, 91..=i32::MAX),
    ("ended", "Ended before", Kind::End, i32::MIN..=-181),
];

templates!(
    Changes,
    html = "html/changes.html",
    markdown = "markdown/changes.md"
);

pub(crate) fn render(site: &Site<'_>, path: &str) -> Result<String, Error> {
    let frame = Frame::new(
        site,
        path,
        "changes",
        "What changes",
        "Which Amazon SageMaker images are new, which end soon, and which have ended.",
    );
    let today = site.options.today;
    let events = events(site.catalog.all_images());
    let parts = PARTS.into_iter().map(|(id, title, kind, days)| {
        let within =
            |event: &&Event<'_>| event.kind == kind && days.contains(&days_between(today, event.day));
        let mut events: Vec<_> = events.iter().filter(within).cloned().collect();
        // What is to come in the order in which it comes; what has been, the latest first.
        events.sort_by_key(|event| (event.day, event.framework.title().to_lowercase()));
        if *days.start() < 1 {
            events.reverse();
        }
        Part { id, title, events }
    });
    let dated = |image: &Image<'_>| image.general_availability().or(image.end_of_patch()).is_some();
    let page = Changes {
        parts: parts.filter(|part| !part.events.is_empty()).collect(),
        dated: site.catalog.all_images().filter(dated).count(),
        images: site.catalog.all_images().len(),
        deprecated: deprecated(site.catalog.all_images()),
        withheld: withheld(site.catalog.all_images()),
    };
    in_format(&frame, &page)
}

/// What begins and ends, each once for a version.
fn events<'c>(images: impl Iterator<Item = Image<'c>>) -> Vec<Event<'c>> {
    let mut events: Vec<Event<'c>> = Vec::new();
    for image in images {
        let dates = [
            (Kind::Start, image.general_availability()),
            (Kind::End, image.end_of_patch()),
        ];
        for (kind, day) in dates {
            let Some(day) = day else { continue };
            let (framework, version) = (image.framework(), image.version());
            let known = events.iter_mut().rev().find(|event| {
                event.kind == kind
                    && event.day == day
                    && event.framework == framework
                    && event.version == version
            });
            match known {
                Some(event) => {
                    event.images += 1;
                    let new: Vec<_> = image
                        .scopes()
                        .filter(|scope| !event.scopes.contains(scope))
                        .collect();
                    event.scopes.extend(new);
                }
                None => events.push(Event {
                    day,
                    kind,
                    framework,
                    version,
                    scopes: image.scopes().collect(),
                    images: 1,
                }),
            }
        }
    }
    events
}

fn deprecated<'c>(images: impl Iterator<Item = Image<'c>>) -> Vec<(Framework<'c>, Vec<&'c str>)> {
    let mut deprecated: Vec<(Framework<'c>, Vec<&'c str>)> = Vec::new();
    for image in images.filter(Image::is_deprecated) {
        let (framework, version) = (image.framework(), image.version());
        match deprecated.iter_mut().find(|(known, _)| *known == framework) {
            Some((_, versions)) if versions.contains(&version) => {}
            Some((_, versions)) => versions.push(version),
            None => deprecated.push((framework, vec![version])),
        }
    }
    deprecated
}

fn withheld<'c>(images: impl Iterator<Item = Image<'c>>) -> Vec<(Framework<'c>, String, &'c str)> {
    let mut withheld: Vec<(Framework<'c>, String, &'c str)> = Vec::new();
    for image in images {
        let Some(reason) = image.withheld() else { continue };
        let names: Vec<_> = image.version_names().collect();
        let entry = (image.framework(), names.join(", "), reason);
        if !withheld.contains(&entry) {
            withheld.push(entry);
        }
    }
    withheld
}
