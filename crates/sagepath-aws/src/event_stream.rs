//! Messages of an event stream, `application/vnd.amazon.eventstream`.
//!
//! Written from the documentation "Event stream encoding": a message is the length of the whole, the length of the headers, a
//! check sum of both; headers; a payload; a check sum of everything. Numbers are big-endian.

use bytes::{Buf as _, Bytes, BytesMut};

/// A message: some of its headers, and its payload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    headers: Vec<(String, String)>,
    /// What the message carries.
    pub payload: Bytes,
}

/// Bytes that are no message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EventStreamError {
    /// A length is impossible.
    #[error("a message of the event stream has an impossible length ({0} bytes)")]
    Length(u32),
    /// A check sum does not hold.
    #[error("a message of the event stream was damaged on its way")]
    CheckSum,
    /// Headers cannot be read.
    #[error("a message of the event stream has headers that cannot be read")]
    Headers,
    /// The stream ends within a message.
    #[error("the event stream ends in the middle of a message")]
    Truncated,
}

/// Takes bytes as they come, and gives messages as they are complete.
///
/// ```
/// use sagepath_aws::EventStream;
///
/// let mut stream = EventStream::default();
/// stream.push(&[0, 0, 0, 16]);
/// assert_eq!(stream.next_message(), Ok(None), "there is more to come");
/// ```
#[derive(Debug, Default)]
pub struct EventStream {
    pending: BytesMut,
}

const PRELUDE: usize = 12;
const CHECK_SUM: usize = 4;
/// What AWS allows: 16 MiB of payload, 128 KiB of headers.
const LONGEST: u32 = 16 * 1024 * 1024 + 128 * 1024 + 16;

impl EventStream {
    /// Takes some bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        self.pending.extend_from_slice(bytes);
    }

    /// The next message, if all of it is there.
    ///
    /// # Errors
    ///
    /// What has come is no message: nothing after it can be read either.
    pub fn next_message(&mut self) -> Result<Option<Message>, EventStreamError> {
        let Some((mut prelude, _)) = self.pending.split_at_checked(PRELUDE) else {
            return Ok(None);
        };
        let sum = crc32fast::hash(&prelude[..PRELUDE - CHECK_SUM]);
        let (length, header_length, wanted) = (prelude.get_u32(), prelude.get_u32(), prelude.get_u32());
        if sum != wanted {
            return Err(EventStreamError::CheckSum);
        }
        let around = (PRELUDE + CHECK_SUM) as u32;
        if length > LONGEST
            || header_length
                .checked_add(around)
                .is_none_or(|least| length < least)
        {
            return Err(EventStreamError::Length(length));
        }
        let (length, header_length) = (length as usize, header_length as usize);
        if self.pending.len() < length {
            return Ok(None);
        }
        let mut message = self.pending.split_to(length).freeze();
        let wanted = message.split_off(length - CHECK_SUM).get_u32();
        if crc32fast::hash(&message) != wanted {
            return Err(EventStreamError::CheckSum);
        }
        message.advance(PRELUDE);
        let headers = read_headers(message.split_to(header_length)).ok_or(EventStreamError::Headers)?;
        Ok(Some(Message {
            headers,
            payload: message,
        }))
    }

    /// Whether nothing is left over, now that no more will come.
    ///
    /// # Errors
    ///
    /// The beginning of a message is.
    pub fn finish(&self) -> Result<(), EventStreamError> {
        if self.pending.is_empty() {
            Ok(())
        } else {
            Err(EventStreamError::Truncated)
        }
    }
}

impl Message {
    /// The value of a header that is a text.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    }
}

/// Reads headers, and keeps those that are texts: the protocol of SageMaker has no others.
fn read_headers(mut bytes: Bytes) -> Option<Vec<(String, String)>> {
    let mut headers = Vec::new();
    while bytes.has_remaining() {
        let length = usize::from(bytes.try_get_u8().ok()?);
        let name = text(&mut bytes, length)?;
        let length = match bytes.try_get_u8().ok()? {
            0 | 1 => 0,
            2 => 1,
            3 => 2,
            4 => 4,
            5 | 8 => 8,
            6 => usize::from(bytes.try_get_u16().ok()?),
            7 => {
                let length = usize::from(bytes.try_get_u16().ok()?);
                headers.push((name, text(&mut bytes, length)?));
                continue;
            }
            9 => 16,
            _ => return None,
        };
        bytes.try_advance(length)?;
    }
    Some(headers)
}

fn text(bytes: &mut Bytes, length: usize) -> Option<String> {
    if bytes.remaining() < length {
        return None;
    }
    String::from_utf8(bytes.split_to(length).to_vec()).ok()
}

/// `advance`, which says so instead of a panic where there are too few bytes.
trait TryAdvance {
    fn try_advance(&mut self, length: usize) -> Option<()>;
}

impl TryAdvance for Bytes {
    fn try_advance(&mut self, length: usize) -> Option<()> {
        if self.remaining() < length {
            return None;
        }
        self.advance(length);
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A message, written as the documentation says.
    fn encode(headers: &[u8], payload: &[u8]) -> Vec<u8> {
        let length = (PRELUDE + headers.len() + payload.len() + CHECK_SUM) as u32;
        let mut message = length.to_be_bytes().to_vec();
        message.extend((headers.len() as u32).to_be_bytes());
        message.extend(crc32fast::hash(&message).to_be_bytes());
        message.extend(headers);
        message.extend(payload);
        message.extend(crc32fast::hash(&message).to_be_bytes());
        message
    }

    fn string_header(name: &str, value: &str) -> Vec<u8> {
        let mut header = vec![name.len() as u8];
        header.extend(name.as_bytes());
        header.push(7);
        header.extend((value.len() as u16).to_be_bytes());
        header.extend(value.as_bytes());
        header
    }

    fn read_all(bytes: &[u8]) -> Result<Vec<Message>, EventStreamError> {
        let mut stream = EventStream::default();
        stream.push(bytes);
        let mut messages = Vec::new();
        while let Some(message) = stream.next_message()? {
            messages.push(message);
        }
        stream.finish().map(|()| messages)
    }

    #[test]
    fn a_message_has_headers_and_a_payload() -> Result<(), EventStreamError> {
        let mut headers = string_header(":event-type", "PayloadPart");
        for other in [
            &[0][..],
            &[2, 9],
            &[4, 0, 0, 0, 1],
            &[6, 0, 2, 1, 2],
            &[8, 0, 0, 0, 0, 0, 0, 0, 1],
        ] {
            headers.extend([1, b'x']);
            headers.extend(other);
        }
        let messages = read_all(&encode(&headers, b"Hello"))?;
        assert_eq!(messages.len(), 1);
        assert_eq!(messages[0].header(":event-type"), Some("PayloadPart"));
        assert_eq!(messages[0].header("x"), None);
        assert_eq!(messages[0].payload, "Hello");
        Ok(())
    }

    #[test]
    fn what_is_damaged_is_refused() {
        let whole = encode(&string_header("a", "b"), b"payload");
        assert_eq!(
            read_all(&whole[..whole.len() - 1]),
            Err(EventStreamError::Truncated)
        );
        for place in 0..whole.len() {
            let mut damaged = whole.clone();
            damaged[place] ^= 0x40;
            assert_eq!(read_all(&damaged), Err(EventStreamError::CheckSum), "{place}");
        }
        assert_eq!(read_all(&encode(&[5, b'a'], b"")), Err(EventStreamError::Headers));
        assert_eq!(
            read_all(&encode(&[1, b'a', 6, 255, 255], b"")),
            Err(EventStreamError::Headers)
        );
        let mut endless = u32::MAX.to_be_bytes().to_vec();
        endless.extend(0_u32.to_be_bytes());
        endless.extend(crc32fast::hash(&endless).to_be_bytes());
        assert_eq!(read_all(&endless), Err(EventStreamError::Length(u32::MAX)));
    }

    proptest! {
        #[test]
        fn messages_come_out_as_they_went_in_however_they_are_cut(
            payloads in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..5),
            cut in 1..20_usize,
        ) {
            let bytes: Vec<u8> = payloads.iter().flat_map(|payload| encode(&string_header("k", "v"), payload)).collect();
            let mut stream = EventStream::default();
            let mut found = Vec::new();
            for part in bytes.chunks(cut) {
                stream.push(part);
                while let Ok(Some(message)) = stream.next_message() {
                    found.push(message.payload.to_vec());
                }
            }
            prop_assert_eq!(stream.finish(), Ok(()));
            prop_assert_eq!(found, payloads);
        }

        #[test]
        fn no_bytes_are_too_strange(bytes in prop::collection::vec(any::<u8>(), 0..200), headers in prop::collection::vec(any::<u8>(), 0..60)) {
            let _ = read_all(&bytes);
            let _ = read_all(&encode(&headers, b""));
        }
    }
}
