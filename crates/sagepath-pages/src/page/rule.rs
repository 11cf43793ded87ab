//! A rule that files are checked by: the page that `sagepath rule` prints.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd, html};
use sagepath_check::Rule;

use super::{Frame, templates};
use crate::site::{Error, Site};

struct RulePage<'c> {
    rule: &'c Rule,
}

templates!(RulePage, html = "html/rule.html", markdown = "markdown/rule.md");

pub(crate) fn render(site: &Site<'_>, path: &str, rule: &'static Rule) -> Result<String, Error> {
    let frame = Frame::new(site, path, "rules", rule.name, rule.summary());
    in_format(&frame, &RulePage { rule })
}

impl RulePage<'_> {
    /// Its Markdown as HTML.
    fn html(&self) -> String {
        let page = self.rule.page();
        let mut text = String::new();
        html::push_html(&mut text, Parser::new(&page).map(reachable));
        text
    }
}

/// Code that is wider than the window is scrolled: by keyboard, too.
fn reachable(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
            Event::Html("<pre tabindex=\"0\"><code>".into())
        }
        Event::End(TagEnd::CodeBlock) => Event::Html("</code></pre>\n".into()),
        other => other,
    }
}
