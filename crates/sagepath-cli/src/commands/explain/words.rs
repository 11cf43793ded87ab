//! What is known of a registry path, in words.

use std::io::Write;

use sagepath::{Image, RegistryVerdict, TagVerdict};
use sagepath_json::{Facts, Verdict};

use crate::failure::Failure;
use crate::output::{joined, text};
use crate::style::{ERROR, GOOD, TITLE, WARNING};

/// Writes the path, the verdict, and a line for each thing that is known.
pub(crate) fn write(facts: &Facts<'_>, width: Option<usize>, out: &mut dyn Write) -> Result<(), Failure> {
    let style = match facts.verdict {
        Verdict::Right => GOOD,
        Verdict::Wrong => ERROR,
        _ => WARNING,
    };
    let verdict = facts.verdict.as_str();
    writeln!(out, "{TITLE}{}{TITLE:#}", facts.identity.path())?;
    let told = [
        ("verdict", Some(format!("{style}{verdict}{style:#}"))),
        ("image", image(facts)),
        ("account", Some(account(facts))),
        ("region", Some(region(facts))),
        ("suffix", suffix(facts)),
        ("host", host(facts)),
        ("repository", repository(facts)),
        ("tag", tag(facts)),
        ("moves", moves(facts)),
        (
            "life cycle",
            facts.image.and_then(|image| life_cycle(facts, &image)),
        ),
        ("newest", newest(facts)),
        (
            "note",
            facts.image.and_then(|image| image.note()).map(str::to_owned),
        ),
        ("sources", sources(facts)),
        ("right path", facts.closest.clone()),
        ("elsewhere", elsewhere(facts)),
    ];
    let told: Vec<_> = told
        .into_iter()
        .filter_map(|(label, text)| Some((label, text?)))
        .collect();
    Ok(text::fields(&told, width, out)?)
}

fn image(facts: &Facts<'_>) -> Option<String> {
    let image = facts.image?;
    let framework = image.framework();
    let mut text = match image.version() {
        "" => framework.title().to_owned(),
        version => format!("{} {version}", framework.title()),
    };
    let scopes = joined(image.scopes());
    if !scopes.is_empty() {
        text.push_str(&format!(" for {scopes}"));
    }
    let details = [
        image.processor(),
        image.python(),
        image.base_framework(),
        image.cuda(),
        image.os(),
    ];
    let details = [Some(framework.slug())]
        .into_iter()
        .chain(details)
        .flatten()
        .chain([image.architecture().as_str()]);
    text.push_str(&format!(" ({})", joined(details)));
    let others = facts.identity.images().count() - 1;
    if others > 0 {
        text.push_str(&format!(", and {others} more under this tag"));
    }
    Some(text)
}

fn account(facts: &Facts<'_>) -> String {
    let path = facts.identity.path();
    let (account, repository, region) = (path.account(), path.repository(), path.region());
    let right = match facts.identity.right_account() {
        Some(right) => format!(": in {region} it is {right}"),
        None => String::new(),
    };
    match facts.identity.registry() {
        RegistryVerdict::Right => format!("{account}, the one that owns {repository} in {region}"),
        RegistryVerdict::Older => {
            format!("{account}, an older one of AWS's for {repository} in {region}{right} today")
        }
        RegistryVerdict::OtherRegion => {
            let owner = facts.account_of.unwrap_or("another region");
            format!("{account} owns {repository} in {owner}{right}")
        }
        RegistryVerdict::OtherRepository => {
            format!("{account} is one of AWS's, but does not own {repository}{right}")
        }
        _ => format!(
            "{account} is none of AWS's that the catalog knows: a private copy, a mirror, or a mistake{right}"
        ),
    }
}

fn region(facts: &Facts<'_>) -> String {
    let id = facts.identity.path().region();
    let Some(region) = facts.identity.region() else {
        return format!("{id} is not known");
    };
    let offered = match facts.identity.is_offered() {
        Some(true) => ", where the image is offered",
        Some(false) => ", where the image is not known to be offered",
        None => "",
    };
    format!("{id}, {}{offered}", region.title())
}

fn suffix(facts: &Facts<'_>) -> Option<String> {
    let path = facts.identity.path();
    let right = facts.identity.right_suffix()?;
    Some(format!(
        "{} is not the one of {}: that is {right}",
        path.suffix(),
        path.region()
    ))
}

fn host(facts: &Facts<'_>) -> Option<String> {
    let endpoint = facts.identity.path().endpoint();
    let kind = match (endpoint.fips, endpoint.dual_stack) {
        (true, true) => "dual-stack FIPS host",
        (true, false) => "FIPS host",
        _ => "dual-stack host",
    };
    let region = facts.identity.path().region();
    (facts.identity.is_host_known() == Some(false)).then(|| format!("no {kind} is known in {region}"))
}

fn repository(facts: &Facts<'_>) -> Option<String> {
    let unknown = !facts.identity.has_known_repository();
    unknown.then(|| {
        format!(
            "{} is none of AWS's that the catalog knows",
            facts.identity.path().repository()
        )
    })
}

fn tag(facts: &Facts<'_>) -> Option<String> {
    let path = facts.identity.path();
    let tag = path.tag().unwrap_or_default();
    if !facts.identity.has_known_repository() {
        return None;
    }
    Some(match facts.identity.tag() {
        TagVerdict::Listed => format!("{tag}, which a source lists"),
        TagVerdict::Derived => format!("{tag}, which no source lists: it follows from the SDK's rules"),
        TagVerdict::Build => format!("{tag}, a build of the image above"),
        TagVerdict::Plausible => {
            format!("{tag}, of the kind that such an image may have: no source tells whether it does")
        }
        TagVerdict::Absent if path.digest().is_some() => "none: the digest tells which image".to_owned(),
        TagVerdict::Absent if facts.image.is_some() => "none, as it should be".to_owned(),
        TagVerdict::Absent => "none".to_owned(),
        TagVerdict::Missing => "none, which a registry takes for `latest`: name one".to_owned(),
        _ => format!("{tag} is not known in {}", path.repository()),
    })
}

fn moves(facts: &Facts<'_>) -> Option<String> {
    let tag = facts.identity.path().tag()?;
    if !facts.identity.is_mutable() {
        return None;
    }
    if tag == "latest" {
        return Some("`latest` is for trying out: what it stands for changes".to_owned());
    }
    let fullest = facts
        .image
        .and_then(|image| image.tags().next())
        .filter(|fullest| *fullest != tag);
    let pin = fullest
        .map(|fullest| format!(": `{fullest}` moves least"))
        .unwrap_or_default();
    Some(format!("the tag moves from image to image as versions come{pin}"))
}

fn life_cycle(facts: &Facts<'_>, image: &Image<'_>) -> Option<String> {
    let available = image
        .general_availability()
        .map(|day| format!("generally available since {day}"));
    let end = image.end_of_patch().map(|day| match facts.alive {
        Some(false) => format!("past its end of patch since {day}"),
        _ => format!("patched until {day}"),
    });
    let deprecated = image
        .is_deprecated()
        .then(|| "called deprecated by the documentation".to_owned());
    let parts: Vec<String> = [available, end, deprecated].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn newest(facts: &Facts<'_>) -> Option<String> {
    let Some((newest, path)) = &facts.newest else {
        return facts.image.map(|_| "this one".to_owned());
    };
    Some(match path {
        Some(path) => format!("{}: {path}", newest.version()),
        None => format!("{}, which is not known to be offered here", newest.version()),
    })
}

fn sources(facts: &Facts<'_>) -> Option<String> {
    let named = facts
        .sources
        .iter()
        .map(|source| format!("{} {}", source.title, source.version));
    let text = named.collect::<Vec<_>>().join("; ");
    (!text.is_empty()).then_some(text)
}

fn elsewhere(facts: &Facts<'_>) -> Option<String> {
    Some(match facts.elsewhere.as_ref()? {
        Ok(parts) => parts.to_string(),
        Err(error) => error.to_string(),
    })
}
