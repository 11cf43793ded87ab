//! Templates of tags.

/// A tag with placeholders in braces. Parts are separated by hyphens, and a part that comes out empty is left out.
#[derive(Clone, Copy, Debug)]
pub struct Template<'t>(&'t str);

impl<'t> Template<'t> {
    /// Every placeholder that a template may have.
    pub const PLACEHOLDERS: [&'static str; 9] = [
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
    pub fn new(text: &'t str) -> Self {
        Template(text)
    }

    /// The tag, with what `value` gives for each placeholder.
    ///
    /// ```
    /// use sagepath_import::Template;
    ///
    /// let tag = Template::new("{version}-{processor}-{python}").fill(|name| match name {
    ///     "version" => "2.5.1",
    ///     "python" => "py311",
    ///     _ => "",
    /// });
    /// assert_eq!(tag, "2.5.1-py311");
    /// ```
    pub fn fill<'v>(&self, value: impl Fn(&str) -> &'v str) -> String {
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
    pub fn unknown_placeholder(&self) -> Option<&'t str> {
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
