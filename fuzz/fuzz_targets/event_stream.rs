//! Any bytes are an event stream, or none; and it does not matter how they are cut.
#![no_main]

// The module alone: the crate around it would bring a whole HTTP client.
#[path = "../../crates/sagepath-aws/src/event_stream.rs"]
mod event_stream;

use event_stream::{EventStream, EventStreamError, Message};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, Vec<u8>)| {
    let (cut, bytes) = input;
    let whole = read(bytes.chunks(bytes.len().max(1)));
    assert_eq!(whole, read(bytes.chunks(usize::from(cut).max(1))));
    if let Ok(messages) = &whole {
        let payloads: usize = messages.iter().map(|message| message.payload.len()).sum();
        assert!(payloads + 16 * messages.len() <= bytes.len());
    }
    for message in whole.iter().flatten() {
        let _ = message.header(":event-type");
    }
});

fn read<'b>(parts: impl Iterator<Item = &'b [u8]>) -> Result<Vec<Message>, EventStreamError> {
    let mut stream = EventStream::default();
    let mut messages = Vec::new();
    for part in parts {
        stream.push(part);
        while let Some(message) = stream.next_message()? {
            messages.push(message);
        }
    }
    stream.finish().map(|()| messages)
}
