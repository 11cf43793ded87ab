//! Dates as the files have them: TOML's own, without a time.

use jiff::civil::Date;
use serde::de::{Deserialize as _, Deserializer, Error as _};
use toml::value::Datetime;

pub(super) fn required<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    let datetime = Datetime::deserialize(deserializer)?;
    let Datetime {
        date: Some(date),
        time: None,
        offset: None,
    } = datetime
    else {
        return Err(D::Error::custom(format_args!(
            "expected a date, found `{datetime}`"
        )));
    };
    // The year has four digits in TOML, so that the conversions cannot lose anything.
    Date::new(date.year as i16, date.month as i8, date.day as i8)
        .map_err(|_| D::Error::custom(format_args!("`{date}` is not in the calendar")))
}

pub(super) fn optional<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    required(deserializer).map(Some)
}
