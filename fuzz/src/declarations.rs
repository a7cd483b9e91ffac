//! The reader of declarations: texts, pages and documents of a word processor, read into drafts of decisions.
//!
//! Held: whatever is proposed rests on characters that are there, in a paragraph of its draft or one that leads to it; a draft has paragraphs,
//! and none has two drafts; the same bytes are read the same again; a draft's line is read again from its JSON; progress never goes back and never
//! beyond what there is; a file too large is refused and no other for its size.

use std::io::{Cursor, Write};

use conference::import::{Draft, FILE_BYTES_MAX, ImportError, Line, PARAGRAPHS_MAX, Progress, Reading, Span, read};
use jiff::civil::{Date, date};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// How the text of a document begins that is packed before it is read: a changed byte in an archive breaks its sum and nothing else.
const UNPACKED: &[u8] = b"<w:";

/// What parts the text of a document from its lists.
const PARTED: u8 = 0;

/// Reads bytes as a file that somebody hands in; a document's text without its archive is packed first.
pub fn declarations(bytes: &[u8]) {
    let on = [None, Some(date(2012, 3, 1)), Some(date(2024, 2, 29)), Some(Date::MAX)][bytes.len() % 4];
    held(bytes, on);
    if bytes.starts_with(UNPACKED) {
        held(&packed(bytes), on);
    }
}

fn held(bytes: &[u8], on: Option<Date>) {
    let mut last = Progress { done: 0, of: 0 };
    let mut forward = |now: Progress| {
        assert!(last.done <= now.done && now.done <= now.of && now.of <= PARAGRAPHS_MAX, "{last:?}, {now:?}");
        last = now;
    };
    let found = read(bytes, on, &mut forward);
    assert_eq!(found, read(bytes, on, &mut |_| {}), "read again");
    match found {
        Ok(reading) => whole(&reading),
        Err(error) => assert_eq!(matches!(error, ImportError::TooLarge { .. }), bytes.len() > FILE_BYTES_MAX),
    }
}

fn whole(reading: &Reading) {
    assert!(!reading.paragraphs.is_empty());
    let mut belonging = 0;
    for (at, draft) in reading.drafts.iter().enumerate() {
        assert!(!draft.paragraphs.is_empty(), "a draft of nothing");
        belonging += draft.paragraphs.len();
        for paragraph in &draft.paragraphs {
            assert_eq!(reading.paragraphs[*paragraph].draft, Some(at));
        }
        spans(draft).for_each(|span| inside(reading, draft, span));
        let line = draft.line();
        let json = serde_json::to_string(&line).expect("a line");
        assert_eq!(serde_json::from_str::<Line>(&json).expect("the same line"), line);
    }
    assert_eq!(reading.paragraphs.iter().filter(|one| one.draft.is_some()).count(), belonging);
    for warning in &reading.warnings {
        serde_json::to_string(warning).expect("a warning");
    }
}

fn spans(draft: &Draft) -> impl Iterator<Item = Span> {
    let verbs = draft.verbs.iter().map(|one| one.at);
    let addressees = draft.addressees.iter().map(|one| one.at);
    verbs.chain(addressees).chain(draft.dues.iter().map(|one| one.at)).chain(draft.condition.iter().map(|one| one.at))
}

fn inside(reading: &Reading, draft: &Draft, span: Span) {
    let text = &reading.paragraphs[span.paragraph].text;
    assert!(span.from < span.to && span.to <= text.chars().count(), "{span:?} in {text:?}");
    // A list's own words are told apart from its items: what introduces them says who is asked, and what they do, once for all.
    let last = draft.paragraphs.iter().max();
    assert!(last.is_some_and(|last| span.paragraph <= *last), "{span:?} lies behind {:?}", draft.paragraphs);
}

/// Packs the text of a document, and its lists where there are some, without making them smaller.
fn packed(bytes: &[u8]) -> Vec<u8> {
    let (body, lists) = bytes.split_at(bytes.iter().position(|byte| *byte == PARTED).unwrap_or(bytes.len()));
    let document = [
        b"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>",
        body,
        b"</w:body></w:document>",
    ];
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in [
        ("[Content_Types].xml", b"<Types/>".to_vec()),
        ("word/document.xml", document.concat()),
        ("word/numbering.xml", lists.get(1..).unwrap_or_default().to_vec()),
    ] {
        if !bytes.is_empty() {
            writer.start_file(name, stored).expect("a part");
            writer.write_all(&bytes).expect("its bytes");
        }
    }
    writer.finish().expect("an archive").into_inner()
}
