//! TypeScript and JavaScript: their string literals and templates, put together where `+` does.
//!
//! It knows strings from comments and code, and which names and keys strings are given to; it builds no syntax tree.

use std::ops::Range;

use crate::text::Text;
use crate::tree::{Entry, Map, Node, Word};

/// The structure of a program: the keys of its objects and calls, with what they hold.
pub(super) fn read(text: &str) -> Node {
    let tokens = tokens(text);
    let mut reader = Reader {
        file: text,
        tokens: &tokens,
        at: 0,
    };
    let mut entries = Vec::new();
    while reader.at < tokens.len() {
        entries.extend(reader.entries(0));
        // A closing bracket too many.
        reader.at += 1;
    }
    Node::Map(Map { name: None, entries })
}

/// What a program consists of.
#[derive(Debug)]
enum Token {
    Word(Range<usize>),
    String(Text),
    Open,
    Close,
    Mark(u8),
}

/// Brackets in brackets, at most; what is within more is not looked at.
const DEEPEST: usize = 100;

struct Reader<'t> {
    file: &'t str,
    tokens: &'t [Token],
    at: usize,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> Option<&str> {
        match self.tokens.get(at)? {
            Token::Word(range) => self.file.get(range.clone()),
            _ => None,
        }
    }

    fn mark(&self, at: usize) -> Option<u8> {
        match self.tokens.get(at)? {
            Token::Mark(mark) => Some(*mark),
            _ => None,
        }
    }

    /// The values up to the closing bracket, with their keys.
    fn entries(&mut self, depth: usize) -> Vec<Entry> {
        let mut entries = Vec::new();
        while let Some(token) = self.tokens.get(self.at) {
            match token {
                Token::Close => break,
                Token::Mark(_) => self.at += 1,
                Token::Open if depth >= DEEPEST => self.at += 1,
                Token::Word(_) => self.named(depth, &mut entries),
                Token::String(text) if self.mark(self.at + 1) == Some(b':') => {
                    let key = text.fixed().unwrap_or_default().to_owned();
                    self.at += 2;
                    let value = self.value(depth);
                    entries.push(Entry::new(key, value));
                }
                Token::Open | Token::String(_) => {
                    let value = self.value(depth);
                    entries.push(Entry::new("", value));
                }
            }
        }
        entries
    }

    /// What begins with a word: `key: value`, `name = value`, a call, or nothing of interest.
    fn named(&mut self, depth: usize, entries: &mut Vec<Entry>) {
        let name = self.word(self.at).unwrap_or_default().to_owned();
        let before = self.at.checked_sub(1).and_then(|before| self.word(before));
        match self.mark(self.at + 1) {
            Some(b':') => {
                self.at += 2;
                let value = self.value(depth);
                entries.push(Entry::new(name, value));
            }
            Some(b'=') if self.mark(self.at + 2) != Some(b'=') => {
                let is_constant = before == Some("const");
                self.at += 2;
                let value = self.value(depth);
                entries.push(if is_constant {
                    Entry::binding(name.clone(), value, name)
                } else {
                    Entry::new(name, value)
                });
            }
            _ if matches!(self.tokens.get(self.at + 1), Some(Token::Open)) && depth < DEEPEST => {
                let value = self.value(depth);
                entries.push(Entry::new("", value));
            }
            _ => self.at += 1,
        }
    }

    /// One value, with what `+` joins to it.
    fn value(&mut self, depth: usize) -> Node {
        let mut operands = vec![self.operand(depth)];
        while self.mark(self.at) == Some(b'+') {
            self.at += 1;
            operands.push(self.operand(depth));
        }
        match operands.len() {
            1 => operands.swap_remove(0),
            _ => Node::Text(super::joined(&operands)),
        }
    }

    fn operand(&mut self, depth: usize) -> Node {
        let token = self.tokens.get(self.at);
        self.at += usize::from(!matches!(token, Some(Token::Close) | None));
        match token {
            Some(Token::String(text)) => Node::Text(text.clone()),
            Some(Token::Open) if depth < DEEPEST => self.bracket(None, depth),
            Some(Token::Word(range)) => {
                let place = range.clone();
                let mut name = self.file.get(range.clone()).unwrap_or_default().to_owned();
                if name == "new" || name == "await" {
                    return self.operand(depth);
                }
                while self.mark(self.at) == Some(b'.')
                    && let Some(member) = self.word(self.at + 1)
                {
                    name = format!("{name}.{member}");
                    self.at += 2;
                }
                if matches!(self.tokens.get(self.at), Some(Token::Open)) && depth < DEEPEST {
                    self.at += 1;
                    return self.bracket(Some(name), depth);
                }
                if name.starts_with(|first: char| first.is_ascii_digit()) {
                    return Node::Other(Word::new(name, place));
                }
                Node::Name(name)
            }
            _ => Node::Other(Word::default()),
        }
    }

    /// What is in brackets that were opened. The single object that a call is given is its arguments.
    fn bracket(&mut self, name: Option<String>, depth: usize) -> Node {
        let entries = self.entries(depth + 1);
        self.at += usize::from(self.at < self.tokens.len());
        Node::Map(Map { name, entries })
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let rest = &bytes[at..];
        match byte {
            b'/' if rest.starts_with(b"//") => at += end_of(rest, b"\n"),
            b'/' if rest.starts_with(b"/*") => at += 2 + end_of(&rest[2..], b"*/"),
            b'\'' | b'"' => at = string(text, at, &mut tokens),
            b'`' => at = template(text, at, &mut tokens),
            b'(' | b'[' | b'{' => {
                tokens.push(Token::Open);
                at += 1;
            }
            b')' | b']' | b'}' => {
                tokens.push(Token::Close);
                at += 1;
            }
            _ if is_word(byte) => {
                let length = rest.iter().take_while(|&&byte| is_word(byte)).count();
                tokens.push(Token::Word(at..at + length));
                at += length;
            }
            b' ' | b'\t' | b'\r' | b'\n' => at += 1,
            _ => {
                tokens.push(Token::Mark(byte));
                at += 1;
            }
        }
    }
    tokens
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$' || byte >= 0x80
}

/// How far it is to the end of what ends so.
fn end_of(bytes: &[u8], end: &[u8]) -> usize {
    memchr::memmem::find(bytes, end).map_or(bytes.len(), |at| at + end.len())
}

/// Reads a string, which ends with its line at the latest.
fn string(text: &str, start: usize, tokens: &mut Vec<Token>) -> usize {
    let bytes = text.as_bytes();
    let quote = bytes[start];
    let mut end = start + 1;
    while let Some(&byte) = bytes.get(end) {
        match byte {
            b'\\' => end += 1,
            b'\n' => break,
            _ if byte == quote => break,
            _ => {}
        }
        end += 1;
    }
    let end = end.min(bytes.len());
    if let Some(inner) = text.get(start + 1..end) {
        tokens.push(Token::String(Text::literal(inner, text, start + 1..end)));
    }
    (end + 1).min(bytes.len().max(end))
}

/// Reads a template, with what is in `${...}` as holes.
fn template(text: &str, start: usize, tokens: &mut Vec<Token>) -> usize {
    let bytes = text.as_bytes();
    let mut whole = Text::default();
    let (mut from, mut at) = (start + 1, start + 1);
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        match rest.first() {
            None | Some(b'`') => break,
            Some(b'\\') => at += 2,
            Some(b'$') if rest.starts_with(b"${") => {
                let length = hole_length(rest);
                push(&mut whole, text, from..at);
                let name = text
                    .get(at + 2..at + length.saturating_sub(1))
                    .unwrap_or_default();
                whole.push_hole(name.trim(), at..at + length);
                at += length;
                from = at;
            }
            Some(_) => at += 1,
        }
    }
    let end = at.min(bytes.len());
    push(&mut whole, text, from..end);
    tokens.push(Token::String(whole));
    end + usize::from(end < bytes.len())
}

fn push(whole: &mut Text, text: &str, range: Range<usize>) {
    if let Some(literal) = text.get(range.clone()) {
        whole.push_literal(literal, text, range);
    }
}

/// The bytes of `${...}`, with brackets within.
fn hole_length(bytes: &[u8]) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return at + 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    bytes.len()
}
