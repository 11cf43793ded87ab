//! Strings and lists of strings, each stored once.

use std::collections::HashMap;

use sagepath_catalog::{List, Text, hash, layout};

use super::pack::PackError;

/// The strings of a catalog under construction.
#[derive(Default)]
pub(super) struct Strings {
    strings: Vec<String>,
    numbers: HashMap<String, Text>,
    lists: Vec<u16>,
    places: HashMap<Vec<Text>, List>,
}

impl Strings {
    /// Starts with the empty list at place 0.
    pub(super) fn new() -> Self {
        let mut strings = Strings {
            lists: vec![0],
            ..Strings::default()
        };
        strings.places.insert(Vec::new(), List::default());
        strings
    }

    pub(super) fn text(&mut self, string: &str) -> Result<Text, PackError> {
        if let Some(&text) = self.numbers.get(string) {
            return Ok(text);
        }
        let text = Text(super::pack::number(self.strings.len(), "strings")?);
        self.strings.push(string.to_owned());
        self.numbers.insert(string.to_owned(), text);
        Ok(text)
    }

    pub(super) fn optional(&mut self, string: Option<&str>) -> Result<Text, PackError> {
        string.map_or(Ok(Text::NONE), |string| self.text(string))
    }

    pub(super) fn list<S: AsRef<str>>(
        &mut self,
        strings: impl IntoIterator<Item = S>,
    ) -> Result<List, PackError> {
        let texts = strings
            .into_iter()
            .map(|string| self.text(string.as_ref()))
            .collect::<Result<Vec<Text>, _>>()?;
        self.list_of(texts)
    }

    pub(super) fn list_of(&mut self, texts: Vec<Text>) -> Result<List, PackError> {
        if let Some(&list) = self.places.get(&texts) {
            return Ok(list);
        }
        let list = List(self.lists.len() as u32);
        self.lists
            .push(super::pack::number(texts.len(), "strings of a list")?);
        self.lists.extend(texts.iter().map(|text| text.0));
        self.places.insert(texts, list);
        Ok(list)
    }

    /// The bytes of the string sections: ends, text, index, lists.
    pub(super) fn sections(&self) -> [Vec<u8>; 4] {
        let mut ends = Vec::new();
        let mut bytes = Vec::new();
        let mut index = vec![layout::NONE; (self.strings.len() * 3 / 2).next_power_of_two()];
        for (number, string) in self.strings.iter().enumerate() {
            bytes.extend_from_slice(string.as_bytes());
            ends.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
            let mut slot = hash(string.as_bytes()) as usize & (index.len() - 1);
            while index[slot] != layout::NONE {
                slot = (slot + 1) & (index.len() - 1);
            }
            index[slot] = number as u16;
        }
        let little_endian =
            |numbers: &[u16]| numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
        [ends, bytes, little_endian(&index), little_endian(&self.lists)]
    }
}
