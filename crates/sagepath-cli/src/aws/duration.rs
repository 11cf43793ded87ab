//! Spans of time, as people write and read them.

use std::time::Duration;

/// Reads a number of seconds.
pub(crate) fn seconds(text: &str) -> Result<Duration, String> {
    let number: f64 = text
        .parse()
        .map_err(|_| "it is no number of seconds".to_owned())?;
    if !(0.01..=86400.0).contains(&number) {
        return Err("it is not between 0.01 and 86400 seconds".to_owned());
    }
    Ok(Duration::from_secs_f64(number))
}

/// Reads how long ago: `90s`, `30m`, `12h`, `7d`.
pub(crate) fn ago(text: &str) -> Result<Duration, String> {
    let wrong = || "it is no span of time such as 30m, 12h or 7d".to_owned();
    let unit = text.chars().next_back().ok_or_else(wrong)?;
    let number: u32 = text[..text.len() - unit.len_utf8()]
        .parse()
        .map_err(|_| wrong())?;
    let seconds = match unit {
        's' => 1,
        'm' => 60,
        'h' => 3600,
        'd' => 86400,
        'w' => 7 * 86400,
        _ => return Err(wrong()),
    };
    Ok(Duration::from_secs(u64::from(number) * seconds))
}

/// A span for people: `4s`, `1m 08s`, `2h 05m`, `3d 04h`.
pub(crate) fn words(seconds: i64) -> String {
    match seconds {
        ..60 => format!("{}s", seconds.max(0)),
        60..3600 => format!("{}m {:02}s", seconds / 60, seconds % 60),
        3600..86400 => format!("{}h {:02}m", seconds / 3600, seconds % 3600 / 60),
        86400.. => format!("{}d {:02}h", seconds / 86400, seconds % 86400 / 3600),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_read_and_written() {
        for (text, read) in [
            ("90s", Some(90)),
            ("30m", Some(1800)),
            ("7d", Some(604_800)),
            ("2w", Some(1_209_600)),
            ("", None),
            ("m", None),
            ("3", None),
            ("-3d", None),
            ("3é", None),
        ] {
            assert_eq!(ago(text).ok().map(|span| span.as_secs()), read, "{text:?}");
        }
        for (seconds, written) in [
            (-5, "0s"),
            (59, "59s"),
            (68, "1m 08s"),
            (7500, "2h 05m"),
            (273_600, "3d 04h"),
        ] {
            assert_eq!(words(seconds), written);
        }
        for text in ["0", "-1", "NaN", "inf", "x", "1e9"] {
            assert!(seconds(text).is_err(), "{text}");
        }
    }
}
