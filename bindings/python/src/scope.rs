//! The scopes of images as the SDK's tables have them.

use sagepath::{Architecture, Image};

/// The SDK's name for inference on arm64, where the same framework has images for x86-64 as well.
const GRAVITON: &str = "inference_graviton";

/// Images of a framework, with the scopes that the SDK has them under.
pub(crate) struct Scoped {
    images: Vec<Image<'static>>,
    /// Whether there are images of both architectures.
    is_mixed: bool,
}

impl Scoped {
    pub(crate) fn new(images: impl Iterator<Item = Image<'static>>) -> Self {
        let images: Vec<_> = images.collect();
        let has = |architecture| images.iter().any(|image| image.architecture() == architecture);
        Scoped {
            is_mixed: has(Architecture::Arm64) && has(Architecture::X86_64),
            images,
        }
    }

    pub(crate) fn images(&self) -> &[Image<'static>] {
        &self.images
    }

    /// The scopes of an image.
    pub(crate) fn scopes_of(&self, image: &Image<'static>) -> impl Iterator<Item = &'static str> + use<> {
        let is_graviton = self.is_mixed && image.architecture() == Architecture::Arm64;
        image.scopes().map(move |scope| match scope {
            "inference" if is_graviton => GRAVITON,
            scope => scope,
        })
    }

    /// The images for a scope, or all.
    pub(crate) fn of(&self, scope: Option<&str>) -> Vec<Image<'static>> {
        let is_wanted = |image: &&Image<'static>| {
            scope.is_none_or(|scope| self.scopes_of(image).any(|known| known == scope))
        };
        self.images.iter().filter(is_wanted).copied().collect()
    }
}
