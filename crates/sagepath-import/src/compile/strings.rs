//! Strings and lists of strings, each stored once.

use std::collections::HashMap;

use sagepath_catalog::{List, Text, hash, layout};

use super::CompileError;

/// The strings of a catalog under construction.
#[derive(Default)]
pub(super) struct Strings {
    strings: Vec<String>,
    numbers: HashMap<String, Text>,
    lists: Vec<u16>,
    places: HashMap<Vec<Text>, List>,
}

impl Strings {
    /// Starts with the empty string as number 0 and the empty list at place 0, which is what an empty record refers to.
    pub(super) fn new() -> Self {
        let mut strings = Strings {
            strings: vec![String::new()],
            lists: vec![0],
            ..Strings::default()
        };
        strings.numbers.insert(String::new(), Text(0));
        strings.places.insert(Vec::new(), List::default());
        strings
    }

    pub(super) fn text(&mut self, string: &str) -> Result<Text, CompileError> {
        if let Some(&text) = self.numbers.get(string) {
            return Ok(text);
        }
        let text = Text(super::pack::number(self.strings.len(), "strings")?);
        self.strings.push(string.to_owned());
        self.numbers.insert(string.to_owned(), text);
        Ok(text)
    }

    pub(super) fn optional(&mut self, string: Option<&str>) -> Result<Text, CompileError> {
        string.map_or(Ok(Text::NONE), |string| self.text(string))
    }

    pub(super) fn list<S: AsRef<str>>(
        &mut self,
        strings: impl IntoIterator<Item = S>,
    ) -> Result<List, CompileError> {
        let texts = strings
            .into_iter()
            .map(|string| self.text(string.as_ref()))
            .collect::<Result<Vec<Text>, _>>()?;
        self.list_of(texts)
    }

    pub(super) fn list_of(&mut self, texts: Vec<Text>) -> Result<List, CompileError> {
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
        for string in &self.strings {
            bytes.extend_from_slice(string.as_bytes());
            ends.extend_from_slice(&(bytes.len() as u32).to_le_bytes());
        }
        let index = index(self.strings.iter().map(String::as_str));
        [ends, bytes, index, little_endian(&self.lists)]
    }

    /// The string of a number.
    pub(super) fn get(&self, text: Text) -> &str {
        self.strings.get(usize::from(text.0)).map_or("", String::as_str)
    }
}

/// An open-addressing table from the hash of a name to its number: at most two thirds full.
pub(super) fn index<'n>(names: impl ExactSizeIterator<Item = &'n str>) -> Vec<u8> {
    let mut slots = vec![layout::NONE; (names.len() * 3 / 2 + 1).next_power_of_two()];
    for (number, name) in names.enumerate() {
        let mut slot = hash(name.as_bytes()) as usize & (slots.len() - 1);
        while slots[slot] != layout::NONE {
            slot = (slot + 1) & (slots.len() - 1);
        }
        slots[slot] = number as u16;
    }
    little_endian(&slots)
}

fn little_endian(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}
