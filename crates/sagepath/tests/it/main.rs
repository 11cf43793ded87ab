//! The integration tests of `sagepath`, in one binary. Each module's cases are data, in the folder of its
//! name.

mod registry_path;
