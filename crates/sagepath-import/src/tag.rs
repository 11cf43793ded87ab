//! Templates of tags.

/// A tag with placeholders in braces. Parts are separated by hyphens, and a part that comes out empty is left out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Template<'t>(&'t str);

impl<'t> Template<'t> {
    /// Every placeholder that a template may have.
    pub(crate) const PLACEHOLDERS: [&'static str; 9] = [
        "version",
        "full-version",
        "base",
        "full-base",
        "prefix",
        "processor",
        "python",
        "sdk",
        "container",
    ];

    /// A template with this text.
    pub(crate) fn new(text: &'t str) -> Self {
        Template(text)
    }

    /// The tag, with what `value` gives for each placeholder.
    pub(crate) fn fill<'v>(&self, value: impl Fn(&str) -> &'v str) -> String {
        let mut tag = String::new();
        for part in self.parts() {
            let start = tag.len();
            if start > 0 {
                tag.push('-');
            }
            let empty = tag.len();
            for piece in part.split_inclusive('}') {
                match piece.split_once('{') {
                    Some((text, name)) => {
                        tag.push_str(text);
                        tag.push_str(value(name.strip_suffix('}').unwrap_or(name)));
                    }
                    None => tag.push_str(piece),
                }
            }
            if tag.len() == empty {
                tag.truncate(start);
            }
        }
        tag
    }

    /// A placeholder that is none.
    pub(crate) fn unknown_placeholder(&self) -> Option<&'t str> {
        let names = self
            .0
            .split('{')
            .skip(1)
            .map(|rest| rest.split('}').next().unwrap_or(rest));
        names.into_iter().find(|name| !Self::PLACEHOLDERS.contains(name))
    }

    /// The parts between hyphens; a hyphen within braces separates nothing.
    fn parts(&self) -> impl Iterator<Item = &'t str> {
        let mut within = false;
        self.0.split(move |character| {
            match character {
                '{' => within = true,
                '}' => within = false,
                _ => {}
            }
            character == '-' && !within
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Template;

    fn filled(template: &str) -> String {
        Template::new(template).fill(|name| match name {
            "version" => "2.5.1",
            "full-base" => "2.1",
            "python" => "py311",
            _ => "",
        })
    }

    #[test]
    fn leaves_out_what_is_empty_with_its_hyphen() {
        for (template, tag) in [
            ("{version}-{processor}-{python}", "2.5.1-py311"),
            ("{processor}-{version}", "2.5.1"),
            ("{full-base}-transformers{version}", "2.1-transformers2.5.1"),
            ("{version}-arm64", "2.5.1-arm64"),
            ("{sdk}", ""),
            ("", ""),
            ("{version", "2.5.1"),
        ] {
            assert_eq!(filled(template), tag, "{template}");
        }
    }

    #[test]
    fn finds_a_placeholder_that_is_none() {
        for (template, unknown) in [
            ("{version}-{procesor}", Some("procesor")),
            ("{version}-{}", Some("")),
            ("{version}-{full-base}", None),
            ("1-cpu", None),
        ] {
            assert_eq!(
                Template::new(template).unknown_placeholder(),
                unknown,
                "{template}"
            );
        }
    }
}
