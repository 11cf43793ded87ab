//! The records: plain data of one size each, read from bytes where they lie and written by the catalog's compiler.

/// The identifier that stands for nothing.
pub const NONE: u16 = u16::MAX;

/// The number of a string of the catalog; [`crate::Catalog::text`] gives the string.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(pub u16);

impl Text {
    /// No string.
    pub const NONE: Text = Text(NONE);

    /// Whether there is a string at all.
    pub const fn is_some(self) -> bool {
        self.0 != NONE
    }
}

impl Default for Text {
    fn default() -> Self {
        Text::NONE
    }
}

/// The place of a list of strings; [`crate::Catalog::list`] gives the list. Place 0 is the empty list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct List(pub u32);

/// Defines identifiers: the number of a record within its section.
macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u16);
    )*};
}

identifiers! {
    /// The number of a region.
    RegionId;
    /// The number of a repository.
    RepositoryId;
    /// The number of a framework.
    FrameworkId;
    /// The number of an image.
    ImageId;
    /// The number of an instance type.
    InstanceId;
}

/// A field of a record: how it lies in bytes.
pub(crate) trait Field: Sized {
    const SIZE: usize;
    fn read(bytes: &[u8], at: usize) -> Self;
    fn write(&self, bytes: &mut [u8], at: usize);
}

macro_rules! number_fields {
    ($($number:ty),*) => {$(
        impl Field for $number {
            const SIZE: usize = size_of::<$number>();
            #[inline(always)]
            fn read(bytes: &[u8], at: usize) -> Self {
                match bytes.get(at..at + Self::SIZE).and_then(|field| field.try_into().ok()) {
                    Some(field) => <$number>::from_le_bytes(field),
                    None => 0,
                }
            }
            fn write(&self, bytes: &mut [u8], at: usize) {
                bytes[at..at + Self::SIZE].copy_from_slice(&self.to_le_bytes());
            }
        }
    )*};
}
number_fields!(u8, u16, u32, u128);

macro_rules! wrapped_fields {
    ($($wrapper:ident($number:ty)),*) => {$(
        impl Field for $wrapper {
            const SIZE: usize = size_of::<$number>();
            #[inline(always)]
            fn read(bytes: &[u8], at: usize) -> Self {
                $wrapper(<$number>::read(bytes, at))
            }
            fn write(&self, bytes: &mut [u8], at: usize) {
                self.0.write(bytes, at);
            }
        }
    )*};
}
wrapped_fields!(
    Text(u16),
    List(u32),
    RegionId(u16),
    RepositoryId(u16),
    FrameworkId(u16),
    ImageId(u16),
    InstanceId(u16),
    RegionSet(u128)
);

/// Defines a record: its fields in the order in which they lie, how it is read and how it is written.
macro_rules! records {
    ($($(#[$doc:meta])* $name:ident[$size:literal] { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
        }

        impl $name {
            /// Bytes of the record.
            pub const SIZE: usize = {
                assert!(0 $(+ <$type as Field>::SIZE)* <= $size);
                $size
            };

            /// The record of these bytes; an empty one if they are too few.
            #[inline]
            pub(crate) fn read(bytes: &[u8]) -> Self {
                // Of a fixed size, so that the compiler sees that every field is inside.
                let bytes: &[u8] = bytes.first_chunk::<$size>().unwrap_or(&[0; $size]);
                let mut at = 0;
                let mut after = |size| {
                    at += size;
                    at - size
                };
                Self { $($field: <$type as Field>::read(bytes, after(<$type as Field>::SIZE)),)* }
            }

            /// The record as it lies in a catalog.
            pub fn to_bytes(&self) -> [u8; $size] {
                let mut bytes = [0; $size];
                let mut at = 0;
                let mut after = |size| {
                    at += size;
                    at - size
                };
                $(self.$field.write(&mut bytes, after(<$type as Field>::SIZE));)*
                bytes
            }
        }
    )*};
}

impl Framework {
    /// The bit that says that there are images at all, whatever their scopes. Scopes are fewer than 16.
    pub const ANY: u16 = 1 << 15;
}

/// A set of regions, a bit for each [`RegionId`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct RegionSet(pub u128);

impl RegionSet {
    /// The most regions that a catalog can hold.
    pub const CAPACITY: usize = 128;

    /// Whether the region is in the set.
    #[inline]
    pub const fn contains(self, region: RegionId) -> bool {
        region.0 < Self::CAPACITY as u16 && self.0 >> region.0 & 1 == 1
    }

    /// The regions of the set, in order.
    pub fn iter(self) -> impl Iterator<Item = RegionId> {
        (0..Self::CAPACITY as u16)
            .map(RegionId)
            .filter(move |&region| self.contains(region))
    }
}

records! {
    /// A partition of AWS: what decides the suffix of a host.
    Partition[8] {
        /// Its identifier, such as `aws-cn`.
        id: Text,
        /// Its name for people.
        title: Text,
        /// The suffix of registry hosts.
        dns_suffix: Text,
        /// The suffix of dual-stack registry hosts, where the partition has them.
        dual_stack_suffix: Text,
    }

    /// A region.
    Region[6] {
        /// Its identifier, such as `us-east-1`.
        id: Text,
        /// Its name for people.
        title: Text,
        /// The number of its partition.
        partition: u8,
        /// Bits of [`crate::layout::region`].
        flags: u8,
    }

    /// A repository and who owns it in each region.
    Repository[8] {
        /// Its name.
        name: Text,
        /// The number of its account table.
        table: u16,
        /// The number of the table of older official accounts, or [`NONE`].
        older_table: u16,
    }

    /// An algorithm or a Deep Learning Container.
    Framework[32] {
        /// Its name in look-ups.
        slug: Text,
        /// Its name for people.
        title: Text,
        /// What it is for, in a sentence.
        summary: Text,
        /// Bits of [`crate::layout::framework`].
        flags: u16,
        /// The number of its first image.
        images_start: u16,
        /// How many images it has.
        images_count: u16,
        /// The number of its first key.
        keys_start: u16,
        /// How many keys it has.
        keys_count: u16,
        /// The number of the scope that is meant where a query names none, or [`NONE`].
        default_scope: u16,
        /// The instance processors for which another framework holds its images, a bit each.
        sibling_processors: u16,
        /// The scopes of its images for SageMaker on x86_64, a bit each; [`Framework::ANY`] if there are any such images.
        scopes_x86_64: u16,
        /// The same for arm64.
        scopes_arm64: u16,
        /// Bits of the sources that know it.
        sources: u16,
        /// Pairs of a name and the place of a list: what else is known, see [`crate::Catalog::attributes`].
        attributes: List,
    }

    /// An image of a framework, wherever it is offered.
    Image[56] {
        /// Its framework.
        framework: FrameworkId,
        /// Its version in full.
        version: Text,
        /// The base framework and its version, `pytorch2.5.1`.
        base: Text,
        /// What it is for: a bit for each scope.
        scopes: u16,
        /// The tag's word for the processor.
        processor: Text,
        /// The instance processors that it runs on, a bit each.
        runs_on: u16,
        /// 1 for x86_64, 2 for arm64.
        architecture: u8,
        /// 0 for SageMaker, 1 for EC2, 2 for images that are not made for a platform.
        platform: u8,
        /// Its Python, `py312`.
        python: Text,
        /// Its Neuron SDK, `sdk2.26.0`.
        sdk: Text,
        /// The last part of its tag: CUDA, operating system.
        container: Text,
        /// Its CUDA, `cu130`.
        cuda: Text,
        /// Its operating system, `ubuntu22.04`.
        os: Text,
        /// The version of the package inside, where it differs from the image's own.
        package: Text,
        /// Its repository.
        repository: RepositoryId,
        /// The number of the set of regions where it is offered.
        regions: u16,
        /// Bits of [`crate::layout::image`].
        flags: u16,
        /// General availability, in days since 2000-01-01; 0 where it is not known.
        ga: u16,
        /// End of patch, in days since 2000-01-01; 0 where it is not known.
        eop: u16,
        /// A remark for people: why it is withheld, on what two sources disagree.
        note: Text,
        /// Bits of the sources that know it.
        sources: u16,
        /// All tags that are known to name it, the fullest first.
        tags: List,
        /// Container versions that a query may add to its tag.
        containers: List,
        /// Instance families that it must not run on.
        except: List,
    }

    /// A way in which a query may call an image, and the tag that it then has.
    Key[12] {
        /// The version as asked for: in full, or an alias.
        version: Text,
        /// The base framework as asked for.
        base: Text,
        /// The image.
        image: ImageId,
        /// The tag; none for an image that has no tag.
        tag: Text,
        /// Bits of [`crate::layout::key`].
        flags: u16,
    }

    /// A tag of a repository, and the image behind it.
    Listed[8] {
        /// The repository.
        repository: RepositoryId,
        /// The tag; none for an image that has no tag.
        tag: Text,
        /// The image.
        image: ImageId,
        /// Bits of [`crate::layout::listed`].
        flags: u16,
    }

    /// An instance type.
    Instance[24] {
        /// Its name, such as `ml.m5.xlarge`.
        name: Text,
        /// Its family, such as `m5`.
        family: Text,
        /// The number of its processor among the catalog's processors.
        processor: u8,
        /// 1 for x86_64, 2 for arm64, 0 where it is not known.
        architecture: u8,
        /// A bit for each of [`crate::layout::USES`].
        uses: u16,
        /// Virtual CPUs; 0 where unknown.
        vcpus: u16,
        /// GPUs.
        gpus: u8,
        /// Neuron devices.
        neuron_devices: u8,
        /// Memory in MiB; 0 where unknown.
        memory_mib: u32,
        /// Memory of all GPUs in MiB; 0 where unknown.
        gpu_memory_mib: u32,
        /// The GPU's name.
        gpu_name: Text,
        /// An accelerator beyond the processor.
        accelerator: Text,
    }

    /// Where facts come from.
    Source[12] {
        /// Its short name in the catalog's files.
        id: Text,
        /// Its title.
        title: Text,
        /// Its version, revision or date.
        version: Text,
        /// Its public address.
        url: Text,
    }
}
