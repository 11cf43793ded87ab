//! Places in a text: bytes here, lines and columns in an editor.

use std::ops::Range;

use lsp_types::{InitializeParams, Position, PositionEncodingKind};

/// What an editor's columns count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// Units of UTF-16, as every editor can.
    Utf16,
}

impl Encoding {
    /// The one that both sides like best.
    pub(super) fn of(parameters: &InitializeParams) -> Self {
        let general = parameters.capabilities.general.as_ref();
        let known = general.and_then(|general| general.position_encodings.as_ref());
        if known.is_some_and(|known| known.contains(&PositionEncodingKind::UTF8)) {
            Encoding::Utf8
        } else {
            Encoding::Utf16
        }
    }

    fn width(self, character: char) -> usize {
        match self {
            Encoding::Utf8 => character.len_utf8(),
            Encoding::Utf16 => character.len_utf16(),
        }
    }

    /// The place of a byte.
    pub(super) fn position(self, text: &str, offset: usize) -> Position {
        let before = text.get(..offset).unwrap_or(text);
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let column: usize = before[start..]
            .chars()
            .map(|character| self.width(character))
            .sum();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Position {
            line: count(before.matches('\n').count()),
            character: count(column),
        }
    }

    pub(super) fn range(self, text: &str, range: &Range<usize>) -> lsp_types::Range {
        lsp_types::Range {
            start: self.position(text, range.start),
            end: self.position(text, range.end),
        }
    }

    /// The byte at a place; the end of the line for one behind it.
    pub(super) fn offset(self, text: &str, position: Position) -> usize {
        let mut start = 0;
        for line in text.split_inclusive('\n').take(position.line as usize) {
            start += line.len();
        }
        let line = text[start..].lines().next().unwrap_or_default();
        let mut column = 0;
        for (at, character) in line.char_indices() {
            if column >= position.character as usize {
                return start + at;
            }
            column += self.width(character);
        }
        start + line.len()
    }
}

#[cfg(test)]
mod tests {
    use super::Encoding;

    #[test]
    fn every_byte_has_a_place_and_is_found_there() {
        let text = "a\nä𝄞b\r\n\n€";
        for encoding in [Encoding::Utf8, Encoding::Utf16] {
            for (offset, character) in text
                .char_indices()
                .filter(|(_, character)| !"\r\n".contains(*character))
            {
                let position = encoding.position(text, offset);
                assert_eq!(
                    encoding.offset(text, position),
                    offset,
                    "{character} {encoding:?}"
                );
            }
        }
        let behind = text.find('b').unwrap_or_default();
        assert_eq!(Encoding::Utf16.position(text, behind).character, 3);
        assert_eq!(Encoding::Utf8.position(text, behind).character, 6);
    }
}
