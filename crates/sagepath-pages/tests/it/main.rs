//! The site as a whole: every link leads somewhere, every page is HTML, every path is the look-up's, and nothing is too big.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod budget;
mod data;
mod html;
mod links;
mod markdown;
mod page;
mod site;
