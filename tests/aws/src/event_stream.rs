//! Messages of an event stream, written as the documentation says.

/// A message with headers that are texts.
pub fn event(headers: &[(&str, &str)], payload: &[u8]) -> Vec<u8> {
    let mut encoded = Vec::new();
    for (name, value) in headers {
        encoded.push(u8::try_from(name.len()).unwrap_or(u8::MAX));
        encoded.extend(name.as_bytes());
        encoded.push(7);
        encoded.extend(u16::try_from(value.len()).unwrap_or(u16::MAX).to_be_bytes());
        encoded.extend(value.as_bytes());
    }
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes();
    let mut message = number(16 + encoded.len() + payload.len()).to_vec();
    message.extend(number(encoded.len()));
    message.extend(crc32fast::hash(&message).to_be_bytes());
    message.extend(encoded);
    message.extend(payload);
    message.extend(crc32fast::hash(&message).to_be_bytes());
    message
}
