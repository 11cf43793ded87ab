//! XML, as the Security Token Service answers.

use quick_xml::Reader;
use quick_xml::events::Event;

/// The text of the first element of this name.
pub(crate) fn element(xml: &[u8], name: &str) -> Option<String> {
    let mut reader = Reader::from_str(std::str::from_utf8(xml).ok()?);
    let mut within = false;
    let mut text = String::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) if start.local_name().as_ref() == name => within = true,
            Event::Text(part) if within => text.push_str(&part.xml10_content()),
            Event::GeneralRef(reference) if within => match reference.resolve_char_ref().ok()? {
                Some(character) => text.push(character),
                None => text.push_str(quick_xml::escape::resolve_xml_entity(&reference)?),
            },
            Event::End(end) if within && end.local_name().as_ref() == name => {
                return Some(text.trim().to_owned());
            }
            Event::Eof => return None,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::element;

    #[test]
    fn an_element_has_a_text() {
        let xml = b"<a xmlns='urn:x'><Error><Code> Expired </Code><Message>&lt;a&gt; &amp; &#98;</Message></Error></a>";
        assert_eq!(element(xml, "Code").as_deref(), Some("Expired"));
        assert_eq!(element(xml, "Message").as_deref(), Some("<a> & b"));
        assert_eq!(element(xml, "Type"), None);
        assert_eq!(element(b"<Code>", "Code"), None);
    }

    proptest! {
        #[test]
        fn no_text_is_too_strange(text in "[<>/&;#a-cC!\\[\\]\\-]{0,60}") {
            let _ = element(text.as_bytes(), "C");
        }
    }
}
