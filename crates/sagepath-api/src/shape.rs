//! Shapes: what a value must be.

/// What a value must be.
#[derive(Debug)]
pub struct Shape {
    /// Its name in the service's model.
    pub name: &'static str,
    /// What kind of value it is.
    pub kind: Kind,
    /// How long a text, list or map may be, or how great a number.
    pub bounds: Bounds,
}

/// A kind of value.
#[derive(Debug)]
pub enum Kind {
    /// Named fields.
    Structure(&'static [Member]),
    /// One of these fields at a time, as a stream of events brings them.
    EventStream(&'static [Member]),
    /// Values in order.
    List(&'static Shape),
    /// Values by free keys.
    Map {
        /// The keys.
        key: &'static Shape,
        /// The values.
        value: &'static Shape,
    },
    /// A text.
    String {
        /// A regular expression that must match all of it.
        pattern: Option<&'static str>,
        /// What it may be; anything if there are no choices.
        choices: &'static [&'static str],
    },
    /// A whole number.
    Integer,
    /// A number.
    Float,
    /// True or false.
    Boolean,
    /// A moment: a number of seconds since 1970 on the wire, and RFC 3339 in a file.
    Timestamp,
    /// Bytes: Base64 in JSON.
    Blob,
}

/// A field of a structure.
#[derive(Debug)]
pub struct Member {
    /// Its name.
    pub name: &'static str,
    /// What its value must be.
    pub shape: &'static Shape,
    /// Whether it must be there.
    pub is_required: bool,
    /// Where it is in an HTTP request or response.
    pub location: Location,
}

/// Where a field is in an HTTP request or response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// In the body, under its name.
    Body,
    /// The body is its value.
    Payload,
    /// In this header.
    Header(&'static str),
    /// In the path, in place of this word in braces.
    Path(&'static str),
    /// In the query, under this name.
    Query(&'static str),
}

/// The least and the greatest, both allowed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// The least.
    pub min: Option<i64>,
    /// The greatest.
    pub max: Option<i64>,
}

impl Bounds {
    /// Whether something is within them.
    pub fn contain(&self, number: i64) -> bool {
        self.min.is_none_or(|min| number >= min) && self.max.is_none_or(|max| number <= max)
    }
}

impl Shape {
    /// The fields of a structure; none of anything else.
    pub fn members(&self) -> &'static [Member] {
        match self.kind {
            Kind::Structure(members) | Kind::EventStream(members) => members,
            _ => &[],
        }
    }

    /// A field of a structure.
    pub fn member(&self, name: &str) -> Option<&'static Member> {
        self.members().iter().find(|member| member.name == name)
    }

    /// What it may be, of a text with choices.
    pub fn choices(&self) -> &'static [&'static str] {
        match self.kind {
            Kind::String { choices, .. } => choices,
            _ => &[],
        }
    }
}

// What the models are written in.
impl Shape {
    const fn of(name: &'static str, kind: Kind) -> Self {
        Shape {
            name,
            kind,
            bounds: Bounds { min: None, max: None },
        }
    }

    pub(crate) const fn structure(name: &'static str, members: &'static [Member]) -> Self {
        Shape::of(name, Kind::Structure(members))
    }

    pub(crate) const fn event_stream(name: &'static str, members: &'static [Member]) -> Self {
        Shape::of(name, Kind::EventStream(members))
    }

    pub(crate) const fn list(name: &'static str, item: &'static Shape) -> Self {
        Shape::of(name, Kind::List(item))
    }

    pub(crate) const fn map(name: &'static str, key: &'static Shape, value: &'static Shape) -> Self {
        Shape::of(name, Kind::Map { key, value })
    }

    pub(crate) const fn string(name: &'static str) -> Self {
        let kind = Kind::String {
            pattern: None,
            choices: &[],
        };
        Shape::of(name, kind)
    }

    pub(crate) const fn matching(name: &'static str, pattern: &'static str) -> Self {
        let kind = Kind::String {
            pattern: Some(pattern),
            choices: &[],
        };
        Shape::of(name, kind)
    }

    pub(crate) const fn choice(name: &'static str, choices: &'static [&'static str]) -> Self {
        let kind = Kind::String {
            pattern: None,
            choices,
        };
        Shape::of(name, kind)
    }

    pub(crate) const fn integer(name: &'static str) -> Self {
        Shape::of(name, Kind::Integer)
    }

    pub(crate) const fn float(name: &'static str) -> Self {
        Shape::of(name, Kind::Float)
    }

    pub(crate) const fn boolean(name: &'static str) -> Self {
        Shape::of(name, Kind::Boolean)
    }

    pub(crate) const fn timestamp(name: &'static str) -> Self {
        Shape::of(name, Kind::Timestamp)
    }

    pub(crate) const fn blob(name: &'static str) -> Self {
        Shape::of(name, Kind::Blob)
    }

    pub(crate) const fn at_least(mut self, min: i64) -> Self {
        self.bounds.min = Some(min);
        self
    }

    pub(crate) const fn at_most(mut self, max: i64) -> Self {
        self.bounds.max = Some(max);
        self
    }
}

impl Member {
    pub(crate) const fn required(name: &'static str, shape: &'static Shape) -> Self {
        Member {
            name,
            shape,
            is_required: true,
            location: Location::Body,
        }
    }

    pub(crate) const fn optional(name: &'static str, shape: &'static Shape) -> Self {
        Member {
            name,
            shape,
            is_required: false,
            location: Location::Body,
        }
    }

    pub(crate) const fn at(mut self, location: Location) -> Self {
        self.location = location;
        self
    }
}
