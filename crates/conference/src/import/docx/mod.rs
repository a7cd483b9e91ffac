//! A word processor's document into blocks: paragraphs, counted numbers, tables, and changes that were tracked.
//!
//! ECMA-376, Office Open XML. Three parts of the archive are read: the text, the numbering and the styles. Nothing outside the file is fetched,
//! and an entity that the file declares is not expanded.

mod archive;
mod body;
mod numbering;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::ImportError;
use super::block::{Block, Oddities};

/// Answers the blocks of a document.
///
/// # Errors
/// [`ImportError::Document`] and [`ImportError::Unpacked`].
pub(super) fn blocks(bytes: &[u8], oddities: &mut Oddities) -> Result<Vec<Block>, ImportError> {
    let parts = archive::parts(bytes)?;
    let styles = numbering::styles(&parts.styles)?;
    let numbering = numbering::numbering(&parts.numbering)?;
    body::blocks(&parts.text, &styles, numbering, oddities)
}

/// Answers whether bytes are an archive, as a document is.
pub(super) fn is_document(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Reads the events of a part; a tag without content comes as its beginning and its end.
fn each(xml: &str, mut take: impl FnMut(Event<'_>)) -> Result<(), ImportError> {
    let mut reader = Reader::from_str(xml);
    let config = reader.config_mut();
    config.expand_empty_elements = true;
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return Ok(()),
            Ok(event) => take(event),
            Err(_) => return Err(ImportError::Document),
        }
    }
}

/// Answers an attribute without its prefix.
fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found =
        tag.attributes().with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

/// Answers what a tag that only has a value says: `<w:val w:val="…"/>`.
fn value(tag: &BytesStart<'_>) -> Option<String> {
    attribute(tag, "val")
}

/// Answers whether a property is set: it is there, and not switched off.
fn is_on(tag: &BytesStart<'_>) -> bool {
    !matches!(value(tag).as_deref(), Some("0" | "false" | "off" | "none"))
}
