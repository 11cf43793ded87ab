//! Names that records refer to by number.

use crate::compile::CompileError;

/// What is numbered, for errors.
#[derive(Clone, Copy)]
pub(super) struct Kind {
    /// One of it.
    pub(super) one: &'static str,
    /// Several.
    pub(super) many: &'static str,
    /// The file that defines it.
    pub(super) file: &'static str,
    /// The most that the format holds.
    pub(super) most: usize,
}

/// The names of one kind, by number.
pub(super) struct Names {
    kind: Kind,
    names: Vec<String>,
}

impl Names {
    pub(super) fn new(kind: Kind, names: impl IntoIterator<Item = String>) -> Result<Self, CompileError> {
        let names: Vec<String> = names.into_iter().collect();
        if names.len() > kind.most {
            return Err(CompileError::TooMany {
                what: kind.many,
                count: names.len(),
                most: kind.most,
            });
        }
        Ok(Names { kind, names })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }

    pub(super) fn number(&self, name: &str) -> Result<u16, CompileError> {
        let found = self.names.iter().position(|known| known == name);
        found
            .map(|index| index as u16)
            .ok_or_else(|| CompileError::Undefined {
                what: self.kind.one,
                name: name.to_owned(),
                file: self.kind.file,
            })
    }

    /// The numbers of some names as a set of bits.
    pub(super) fn bits<'n>(&self, names: impl IntoIterator<Item = &'n String>) -> Result<u16, CompileError> {
        names
            .into_iter()
            .try_fold(0, |bits, name| Ok(bits | 1 << self.number(name)?))
    }
}
