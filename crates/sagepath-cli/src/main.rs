//! The `sagepath` command.
fn main() {
    println!("hi");
}
