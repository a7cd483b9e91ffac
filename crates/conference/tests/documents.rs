//! Documents of a word processor: counted numbers, tracked changes, tables; and files that nobody should send.

use std::io::{Cursor, Write};

use conference::import::{FILE_BYTES_MAX, ImportError, Line, Reading, Warning, read};
use jiff::civil::date;
use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const HEAD: &str = "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
const TAIL: &str = "</w:body></w:document>";

/// List 1 counts `1.` and below it `a)`; list 2 has signs; list 3 writes *Decision 1:*.
const NUMBERING: &str = "<w:numbering xmlns:w=\"x\">\
    <w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl>\
    <w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%2)\"/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\u{f0b7}\"/></w:lvl></w:abstractNum>\
    <w:abstractNum w:abstractNumId=\"9\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"Decision %1:\"/></w:lvl></w:abstractNum>\
    <w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"8\"/></w:num>\
    <w:num w:numId=\"3\"><w:abstractNumId w:val=\"9\"/></w:num></w:numbering>";

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

fn document(body: &str) -> Vec<u8> {
    let text = format!("{HEAD}{body}{TAIL}");
    archive(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("word/document.xml", text.as_bytes()),
        ("word/numbering.xml", NUMBERING.as_bytes()),
    ])
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

fn listed(list: u8, level: u8, text: &str) -> String {
    let number = format!("<w:pPr><w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr></w:pPr>");
    format!("<w:p>{number}<w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn reading(bytes: &[u8]) -> Reading {
    read(bytes, Some(date(2012, 3, 1)), &mut |_| {}).expect("it can be read")
}

fn lines(reading: &Reading) -> Vec<Line> {
    reading.drafts.iter().map(|draft| draft.line()).collect()
}

fn verbs(reading: &Reading) -> Vec<String> {
    let said = |line: &Line| line.verbs.iter().map(|verb| verb.code()).collect::<Vec<_>>().join(" ");
    lines(reading).iter().map(said).collect()
}

#[test]
fn counted_numbers_are_those_of_the_decisions() {
    let body = [
        paragraph("DECISIONS"),
        paragraph("The Ministers of Utopia decided to:"),
        listed(1, 0, "Thank Atlantis."),
        listed(1, 0, "Request the Secretariat to:"),
        listed(1, 1, "prepare a list;"),
        listed(1, 1, "send it to all members."),
        paragraph("The list shall be ready by 30 June 2012."),
        listed(1, 0, "Approve the budget."),
    ];
    let reading = reading(&document(&body.concat()));
    assert_eq!(verbs(&reading), ["thank", "request", "approve"]);
    assert_eq!(reading.drafts[1].number, 2);
    assert_eq!(reading.drafts[1].label.as_deref(), Some("2"));
    assert_eq!(reading.drafts[1].dues[0].value.date, Some(date(2012, 6, 30)));
    assert_eq!(reading.drafts[1].paragraphs.len(), 4);
    assert!(reading.warnings.contains(&Warning::NestedLists { count: 2 }), "{:?}", reading.warnings);
    let due = &reading.drafts[1].dues[0].at;
    let words: String = reading.paragraphs[due.paragraph].text.chars().skip(due.from).take(due.to - due.from).collect();
    assert_eq!(words, "by 30 June 2012");
}

#[test]
fn words_counted_by_the_document_number_decisions_too() {
    let body = [
        paragraph("The Ministers met in Utopia."),
        listed(3, 0, "Training"),
        paragraph("The Ministers accept the offer of Atlantis."),
        listed(3, 0, "Data"),
        paragraph("The Ministers urge all States to share data."),
    ];
    let reading = reading(&document(&body.concat()));
    assert_eq!(verbs(&reading), ["accept", "urge"]);
    assert_eq!(lines(&reading)[1].number, 2);
}

#[test]
fn changes_that_were_tracked_are_taken_and_said() {
    let changed = "<w:p><w:r><w:t>1. Request the Secretariat to report within </w:t></w:r>\
        <w:del w:id=\"1\"><w:r><w:delText>three</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>two</w:t></w:r></w:ins>\
        <w:r><w:t xml:space=\"preserve\"> months</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r><w:r><w:t>.</w:t></w:r></w:p>";
    let gone = "<w:p><w:pPr><w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr><w:del w:id=\"4\"><w:r><w:delText>2. Thank nobody.</w:delText></w:r></w:del></w:p>";
    let body =
        [paragraph("The Ministers agree to:"), changed.to_owned(), gone.to_owned(), paragraph("2. Thank Atlantis.")];
    let reading = reading(&document(&body.concat()));
    assert_eq!(verbs(&reading), ["request", "thank"]);
    assert_eq!(lines(&reading)[0].dues[0].date, Some(date(2012, 5, 1)));
    assert!(
        reading.warnings.contains(&Warning::TrackedChanges { insertions: 1, deletions: 3 }),
        "{:?}",
        reading.warnings
    );
    assert!(reading.warnings.contains(&Warning::Footnotes { count: 1 }));
}

#[test]
fn tables_are_read_and_said() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", paragraph(text));
    let row = |number: &str, text: &str| format!("<w:tr>{}{}</w:tr>", cell(number), cell(text));
    let table =
        format!("<w:tbl>{}{}</w:tbl>", row("1.", "Thank Atlantis."), row("2.", "Urge all States to share data."));
    let reading = reading(&document(&[paragraph("The Ministers decided to:"), table].concat()));
    assert_eq!(verbs(&reading), ["thank", "urge"]);
    assert!(reading.warnings.contains(&Warning::Tables { count: 1 }));
}

#[test]
fn gaps_in_numbers_and_mixed_languages_are_said() {
    let text = "The Ministers decided to:\n\n1. Thank the Government of Atlantis.\n\n2. Urge the States to share their data.\n\n\
                4. Solicitar a los Estados que envíen los datos.\n\nANNEX\n\n1. Thank nobody.";
    let reading = reading(text.as_bytes());
    assert_eq!(reading.drafts.iter().map(|draft| draft.number).collect::<Vec<_>>(), [1, 2, 4]);
    assert!(
        reading.warnings.iter().any(|warning| matches!(warning, Warning::Numbering { expected: 3, found: 4, .. })),
        "{:?}",
        reading.warnings
    );
    assert!(reading.warnings.contains(&Warning::MixedLanguages { english: 2, spanish: 1 }));
    assert!(reading.warnings.iter().any(|warning| matches!(warning, Warning::Annex { .. })));
}

#[test]
fn files_that_nobody_should_send_are_refused() {
    let refused = |bytes: &[u8]| read(bytes, None, &mut |_| {}).err();
    assert_eq!(refused(&vec![b' '; FILE_BYTES_MAX + 1]), Some(ImportError::TooLarge { bytes: FILE_BYTES_MAX + 1 }));
    assert_eq!(refused(b""), Some(ImportError::Empty));
    assert_eq!(refused(b" \n\n "), Some(ImportError::Empty));
    assert_eq!(refused(b"PK\x03\x04 no archive"), Some(ImportError::Document));
    assert_eq!(refused(&archive(&[("other.txt", b"text")])), Some(ImportError::Document));
    let bomb = vec![b' '; 60 << 20];
    assert_eq!(refused(&archive(&[("word/document.xml", &bomb)])), Some(ImportError::Unpacked));
    assert_eq!(refused(&"Thank the States of Utopia, ".repeat(4_000).into_bytes()), Some(ImportError::TooMuchText));
    assert_eq!(refused(&"Thank.\n\n".repeat(70_000).into_bytes()), Some(ImportError::TooMuchText));
}

#[test]
fn entities_of_a_document_are_not_expanded() {
    let declared =
        "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"yyyy\">]>";
    let text = format!(
        "{declared}{}<w:p><w:r><w:t>1. Thank &x;&y;&amp; &#65;tlantis.</w:t></w:r></w:p>{}{TAIL}",
        &HEAD[21..],
        paragraph("2. Urge all States.")
    );
    let reading = reading(&archive(&[("word/document.xml", text.as_bytes())]));
    assert_eq!(reading.paragraphs[0].text, "1. Thank & Atlantis.");
}

#[test]
fn two_hundred_pages_are_read_with_progress() {
    let page = "Urge member countries to send any comments, within a period of three months, on the project presented by Utopia, and request \
                the Secretariat to report at its next meeting, once the network has approved the plan. ";
    let text: String = (1..=900).map(|number| format!("{number}. {}\n\n", page.repeat(4))).collect();
    let mut seen = Vec::new();
    let reading =
        read(text.as_bytes(), Some(date(2012, 3, 1)), &mut |progress| seen.push(progress)).expect("it can be read");
    assert_eq!(reading.drafts.len(), 900);
    assert!(seen.len() > 10 && seen.is_sorted_by(|a, b| a.done < b.done), "{}", seen.len());
    assert!(seen.iter().all(|progress| progress.done <= progress.of));
}

/// Pieces of which texts are made that a reader may stumble on.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "1. ",
        "2) ",
        "(a) ",
        "IV. ",
        "• ",
        "- ",
        "Primero.- ",
        "Decision 3: ",
        "Thank ",
        "urges ",
        "acuerdan ",
        "The Ministers ",
        "decided to:",
        "CONSIDERANDO:",
        "ANNEX",
        "within three months ",
        "a más tardar el 31 de diciembre de 2004",
        "if and when ",
        "at its next meeting",
        "\n",
        "\n\n",
        "\u{c}",
        "<p>",
        "</li>",
        "<ol start='",
        "&nbsp",
        "&#x",
        "**",
        "# ",
        "“",
        "(",
        ")",
        ";",
        ".",
        ",",
        "ñ",
        "é\u{301}",
        "\u{ad}",
        "\t\t\t",
        "every six ",
        "se ",
        "to ",
        "and ",
        "wish to ",
        "will be ",
        "de la ",
        "próxima ",
        "reunión ",
        "9999",
        "60 (sixty) ",
        "días ",
        "same meeting in ",
        "El Salvador",
        "\u{1f600}",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_makes_the_reader_fall(text in pieces()) {
        holds(text.as_bytes())?;
    }

    #[test]
    fn no_bytes_make_the_reader_fall(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        holds(&bytes)?;
    }

    #[test]
    fn no_document_makes_the_reader_fall(text in pieces(), at in 0.0..1.0_f64, byte in any::<u8>()) {
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
        let mut bytes = document(&[paragraph(&escaped), listed(1, 3, &escaped), listed(2, 0, &escaped)].concat());
        holds(&bytes)?;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in the file")]
        let place = (at * bytes.len() as f64) as usize;
        bytes[place] = byte;
        holds(&bytes)?;
    }
}

/// Whatever is read, its places are inside its paragraphs and its numbers follow its drafts.
fn holds(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(reading) = read(bytes, Some(date(2012, 3, 1)), &mut |_| {}) else { return Ok(()) };
    for draft in &reading.drafts {
        prop_assert!(!draft.paragraphs.is_empty());
        let places = draft.verbs.iter().map(|verb| verb.at).chain(draft.addressees.iter().map(|known| known.at));
        let places = places
            .chain(draft.dues.iter().map(|due| due.at))
            .chain(draft.condition.iter().map(|condition| condition.at));
        for at in places {
            let paragraph = &reading.paragraphs[at.paragraph];
            prop_assert!(at.from < at.to && at.to <= paragraph.text.chars().count(), "{at:?} in {:?}", paragraph.text);
        }
        let line = serde_json::to_string(&draft.line()).expect("a line");
        prop_assert!(serde_json::from_str::<Line>(&line).is_ok(), "{line}");
    }
    Ok(())
}
