//! The pages of Amazon SageMaker's Docker registry paths: one for each region, framework and instance type, as a static site
//! or as Markdown.
//!
//! They are the successor of the documentation's pages "Docker Registry Paths and Example Code", and keep their names and
//! anchors: `ecr-us-east-2.html#xgboost-us-east-2.title`. Every fact on them comes from the catalog, and every path is
//! looked up.
//!
//! A [`Site`] is a pure function of a catalog and of [`Options`], today's date among them: no I/O, no clock, the same bytes
//! each time. Each file is made when it is asked for, so that a server can make the one that it serves.
//!
//! ```
//! use jiff::civil::date;
//! use sagepath::Catalog;
//! use sagepath_pages::{Options, Site};
//!
//! let site = Site::new(Catalog::embedded(), Options::new(date(2026, 11, 1)));
//! let page = site.file("ecr-us-east-2.html")?.expect("the region is known");
//! let html = String::from_utf8_lossy(&page.bytes);
//! assert!(html.contains(r#"id="xgboost-us-east-2.title""#));
//! assert!(html.contains("<span>257758044811.dkr.ecr.us-east-2.amazonaws.com/</span><span>sagemaker-xgboost:1.7-1</span>"));
//! # Ok::<(), sagepath_pages::Error>(())
//! ```

mod asset;
mod data;
mod example;
mod life_cycle;
mod link;
mod markdown;
mod page;
mod parameters;
mod question;
mod site;
mod table;

pub use crate::parameters::in_words as parameters_in_words;
pub use crate::site::{Error, File, Format, Options, Site};
pub use crate::table::remarks;
