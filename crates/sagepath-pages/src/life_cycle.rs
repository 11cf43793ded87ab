//! Where an image stands in its life on a day.

use jiff::civil::Date;
use sagepath::Image;

/// From so many days before its end an image is said to end soon: time to move to another one.
const SOON: i32 = 90;

/// A part of an image's life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LifeCycle {
    /// No source tells its end.
    Unknown,
    /// It is not generally available yet.
    Coming,
    /// It gets patches.
    Alive,
    /// It gets patches, and not for long.
    EndsSoon,
    /// It gets no more patches.
    Ended,
}

impl LifeCycle {
    pub(crate) fn of(image: &Image<'_>, today: Date) -> Self {
        if image.general_availability().is_some_and(|start| today < start) {
            return LifeCycle::Coming;
        }
        let Some(end) = image.end_of_patch() else {
            return LifeCycle::Unknown;
        };
        match days_between(today, end) {
            ..=0 => LifeCycle::Ended,
            1..=SOON => LifeCycle::EndsSoon,
            _ => LifeCycle::Alive,
        }
    }

    /// The word for it, where there is something to say.
    pub(crate) fn word(self) -> &'static str {
        match self {
            LifeCycle::Unknown | LifeCycle::Alive => "",
            LifeCycle::Coming => "coming",
            LifeCycle::EndsSoon => "ends soon",
            LifeCycle::Ended => "ended",
        }
    }
}

/// The days from one date to a later one; negative if it is earlier.
pub(crate) fn days_between(from: Date, to: Date) -> i32 {
    (to - from).get_days()
}
