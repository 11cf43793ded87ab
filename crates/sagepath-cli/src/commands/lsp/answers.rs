//! What an open file has to say: findings, facts, fixes, completions.

use std::collections::HashMap;
use std::path::Path;

use lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CompletionItem, CompletionItemKind, Diagnostic,
    DiagnosticSeverity, Hover, HoverContents, MarkupContent, MarkupKind, NumberOrString, Position, TextEdit,
    Uri, WorkspaceEdit,
};
use sagepath::{Catalog, RegistryPath};
use sagepath_check::{Finding, Mentioned, Safety, Settings, Severity};
use sagepath_json::Explanation;

use super::places::Encoding;
use crate::commands::explain::words;
use crate::day::Day;

/// An open file, and what was found in it.
pub(super) struct Document {
    text: String,
    findings: Vec<Finding>,
    paths: Vec<Mentioned>,
}

impl Document {
    pub(super) fn new(path: &Path, text: String, catalog: &Catalog<'_>, settings: &Settings) -> Self {
        let bytes = text.as_bytes();
        let findings = sagepath_check::check(path, bytes, catalog, settings);
        let paths = sagepath_check::paths(path, bytes, catalog, settings);
        Document {
            findings,
            paths,
            text,
        }
    }

    pub(super) fn diagnostics(&self, encoding: Encoding) -> Vec<Diagnostic> {
        self.findings
            .iter()
            .map(|finding| self.diagnostic(finding, encoding))
            .collect()
    }

    fn diagnostic(&self, finding: &Finding, encoding: Encoding) -> Diagnostic {
        let told = [Some(&finding.message), finding.help.as_ref()];
        let mut message = told.into_iter().flatten().cloned().collect::<Vec<_>>().join("\n");
        if let Some(expected) = &finding.expected {
            message.push_str(&format!("\nexpected {expected}"));
        }
        Diagnostic {
            range: encoding.range(&self.text, &finding.span),
            severity: Some(match finding.severity {
                Severity::Error => DiagnosticSeverity::ERROR,
                Severity::Warning => DiagnosticSeverity::WARNING,
                Severity::Info => DiagnosticSeverity::INFORMATION,
            }),
            code: Some(NumberOrString::String(finding.rule.name.to_owned())),
            source: Some("sagepath".to_owned()),
            message,
            ..Diagnostic::default()
        }
    }

    /// What the path at a place stands for.
    pub(super) fn hover(
        &self,
        position: Position,
        catalog: &Catalog<'_>,
        encoding: Encoding,
    ) -> Option<Hover> {
        let offset = encoding.offset(&self.text, position);
        let mentioned = self.paths.iter().find(|path| path.span.contains(&offset))?;
        let Explanation::Known(facts) = Explanation::of(catalog, &mentioned.path, None, Day::today().date())
        else {
            return None;
        };
        let mut told = anstream::StripStream::new(Vec::new());
        words::write(&facts, None, &mut told).ok()?;
        let told = String::from_utf8(told.into_inner()).ok()?;
        Some(Hover {
            contents: HoverContents::Markup(MarkupContent {
                kind: MarkupKind::Markdown,
                value: format!("```text\n{told}```"),
            }),
            range: Some(encoding.range(&self.text, &mentioned.span)),
        })
    }

    /// The fixes of what was found in a range.
    pub(super) fn actions(
        &self,
        uri: &Uri,
        range: lsp_types::Range,
        encoding: Encoding,
    ) -> Vec<CodeActionOrCommand> {
        let (start, end) = (
            encoding.offset(&self.text, range.start),
            encoding.offset(&self.text, range.end),
        );
        let within = self
            .findings
            .iter()
            .filter(|finding| finding.span.start <= end && start <= finding.span.end);
        within
            .filter_map(|finding| self.action(finding, uri, encoding))
            .collect()
    }

    #[expect(
        clippy::mutable_key_type,
        reason = "the protocol's library has such maps; nobody changes the keys"
    )]
    fn action(&self, finding: &Finding, uri: &Uri, encoding: Encoding) -> Option<CodeActionOrCommand> {
        let fix = finding.fix.as_ref()?;
        let edits = fix.edits.iter().map(|edit| TextEdit {
            range: encoding.range(&self.text, &edit.range),
            new_text: edit.text.clone(),
        });
        let changes = HashMap::from([(uri.clone(), edits.collect())]);
        Some(CodeActionOrCommand::CodeAction(CodeAction {
            title: format!("Write {}", finding.expected.as_deref()?),
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: Some(vec![self.diagnostic(finding, encoding)]),
            edit: Some(WorkspaceEdit {
                changes: Some(changes),
                ..WorkspaceEdit::default()
            }),
            is_preferred: Some(fix.safety == Safety::Safe),
            ..CodeAction::default()
        }))
    }

    /// What may stand after a registry's host, or after a repository.
    pub(super) fn completions(
        &self,
        position: Position,
        catalog: &Catalog<'_>,
        encoding: Encoding,
    ) -> Vec<CompletionItem> {
        let offset = encoding.offset(&self.text, position);
        let line = self.text[..offset].rsplit('\n').next().unwrap_or_default();
        let begun = line
            .rsplit(|character: char| !is_in_path(character))
            .next()
            .unwrap_or_default();
        let Some((host, written)) = begun.split_once('/') else {
            return Vec::new();
        };
        let whole = format!("{host}/repository");
        let Ok(path) = RegistryPath::parse(&whole) else {
            return Vec::new();
        };
        if let Some((repository, _)) = written.split_once(':') {
            return tags(catalog, repository, path.region());
        }
        let is_owner = |owner: Option<&str>| owner == Some(path.account());
        let owned = catalog.repositories().filter(|name| {
            is_owner(catalog.account(name, path.region()))
                || is_owner(catalog.older_account(name, path.region()))
        });
        owned.map(|name| item(name, CompletionItemKind::MODULE)).collect()
    }
}

/// The tags of a repository that a region offers, the newest first.
fn tags(catalog: &Catalog<'_>, repository: &str, region: &str) -> Vec<CompletionItem> {
    let images = catalog.all_images().filter(|image| {
        image.repository() == repository && image.regions().any(|offered| offered.id() == region)
    });
    let mut tags: Vec<String> = images
        .flat_map(|image| image.tags().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    tags.sort_by(|left, right| sagepath::version::compare(right, left));
    tags.dedup();
    let items = tags.iter().enumerate().map(|(rank, tag)| CompletionItem {
        sort_text: Some(format!("{rank:05}")),
        ..item(tag, CompletionItemKind::CONSTANT)
    });
    items.collect()
}

fn item(label: &str, kind: CompletionItemKind) -> CompletionItem {
    CompletionItem {
        label: label.to_owned(),
        kind: Some(kind),
        ..CompletionItem::default()
    }
}

/// Whether a character may be part of a path.
fn is_in_path(character: char) -> bool {
    character.is_ascii_alphanumeric() || "./:_-".contains(character)
}
