//! Whether a text is nested so deeply that a reader which calls itself would run out of stack.

/// Brackets in brackets, at most.
const BRACKETS: usize = 200;
/// Operators in one statement, at most: each may add a level to a tree.
const OPERATORS: usize = 20_000;
/// Blanks before a statement, at most.
const INDENTATION: usize = 400;

/// Tells of a program's text whether a reader may go into it.
///
/// It counts without knowing strings from code, which only errs to the safe side: such a text is looked at line by line.
pub(super) fn is_bearable(text: &str) -> bool {
    let (mut depth, mut operators, mut indentation) = (0_usize, 0, 0);
    let mut at_start = true;
    for byte in text.bytes() {
        match byte {
            b'\n' => {
                at_start = true;
                indentation = 0;
                if depth == 0 {
                    operators = 0;
                }
                continue;
            }
            b' ' | b'\t' if at_start => {
                indentation += 1;
                continue;
            }
            // What a comma parts lies side by side.
            b',' => operators = 0,
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            b'+' | b'-' | b'~' | b'*' | b'/' | b'.' | b'%' | b'<' | b'>' | b'=' | b'&' | b'|' | b'^'
            | b' ' => {
                operators += 1;
            }
            _ => {}
        }
        if at_start && indentation > INDENTATION && depth == 0 || depth > BRACKETS {
            return false;
        }
        if operators > OPERATORS {
            return false;
        }
        at_start = false;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::is_bearable;

    #[test]
    fn only_what_is_absurd_is_refused() {
        assert!(is_bearable("x = {'a': [1, 2, (3 + 4)]}\n"));
        assert!(!is_bearable(&"(".repeat(1_000)));
        assert!(!is_bearable(&"1+".repeat(100_000)));
        assert!(!is_bearable(&format!("({})", "1+".repeat(100_000))));
        assert!(!is_bearable(&"not ".repeat(100_000)));
    }
}
