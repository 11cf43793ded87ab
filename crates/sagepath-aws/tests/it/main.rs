//! The client against a scripted server (`tests/aws`), which is no AWS, and does what each test tells it.

mod bucket;
mod clock;
mod create;
mod credentials;
mod faults;
mod follow;
mod invoke;
mod sessions;
mod settings;
mod world;
