//! Files of the site that are the same for every catalog: style, scripts, icon.

use crate::site::File;

/// A file that is served as it is.
pub(crate) struct Asset {
    path: &'static str,
    media_type: &'static str,
    content: &'static str,
}

const SCRIPT: &str = "text/javascript; charset=utf-8";

pub(crate) static ALL: [Asset; 9] = [
    Asset {
        path: "assets/site.css",
        media_type: "text/css; charset=utf-8",
        content: include_str!("../assets/site.css"),
    },
    Asset {
        path: "assets/icon.svg",
        media_type: "image/svg+xml",
        content: include_str!("../assets/icon.svg"),
    },
    Asset {
        path: "assets/theme.js",
        media_type: SCRIPT,
        content: include_str!("../assets/theme.js"),
    },
    Asset {
        path: "assets/copy.js",
        media_type: SCRIPT,
        content: include_str!("../assets/copy.js"),
    },
    Asset {
        path: "assets/targets.js",
        media_type: SCRIPT,
        content: include_str!("../assets/targets.js"),
    },
    Asset {
        path: "assets/catalog.js",
        media_type: SCRIPT,
        content: include_str!("../assets/catalog.js"),
    },
    Asset {
        path: "assets/resolver.js",
        media_type: SCRIPT,
        content: include_str!("../assets/resolver.js"),
    },
    Asset {
        path: "assets/images.js",
        media_type: SCRIPT,
        content: include_str!("../assets/images.js"),
    },
    Asset {
        path: "assets/filter.js",
        media_type: SCRIPT,
        content: include_str!("../assets/filter.js"),
    },
];

impl Asset {
    /// Where it is.
    pub(crate) fn path(&self) -> &'static str {
        self.path
    }

    pub(crate) fn file(&self) -> File {
        File::new(self.path, self.media_type, self.content)
    }
}
