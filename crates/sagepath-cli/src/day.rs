//! A day, as an argument names it.

use std::str::FromStr;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

/// A date, or `today`, which is the day in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Day(Date);

impl Day {
    pub(crate) fn today() -> Self {
        Day(Offset::UTC.to_datetime(Timestamp::now()).date())
    }

    pub(crate) fn date(self) -> Date {
        self.0
    }
}

impl FromStr for Day {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "today" {
            return Ok(Day::today());
        }
        text.parse()
            .map(Day)
            .map_err(|_| "expected a date such as 2026-01-31, or `today`")
    }
}
