//! What holds for every document.

#![allow(clippy::unwrap_used)]

use std::path::Path;

use base::words::Language;

use crate::specimen::{a_certificate, a_letter, a_table};
use crate::{Outcome, ReportError, Stance, certificate, comment_table_docx, letter};

/// The documents that `bin/check-formats` gives to readers of others.
fn documents() -> [(&'static str, Vec<u8>); 3] {
    [
        ("certificate.es.pdf", certificate(&a_certificate(Language::Es)).unwrap()),
        ("letter.en.pdf", letter(&a_letter(Language::En)).unwrap()),
        ("comments.fr.docx", comment_table_docx(&a_table(Language::Fr)).unwrap()),
    ]
}

/// `ACCEPT=1` writes them anew: read them before you commit them.
#[test]
fn the_same_data_make_the_bytes_that_others_have_read() {
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/formats/golden");
    for (name, made) in documents() {
        let place = golden.join(name);
        if std::env::var_os("ACCEPT").is_some() {
            std::fs::write(&place, &made).unwrap();
        }
        assert!(std::fs::read(&place).unwrap() == made, "{name} is another; read it, and accept it with ACCEPT=1");
    }
    for ((name, first), (_, second)) in documents().into_iter().zip(documents()) {
        assert!(first == second, "{name} was made twice, and differs");
    }
    // Not the same bytes whatever the data.
    let mut other = a_certificate(Language::Es);
    other.record.position += 1;
    assert!(certificate(&other).unwrap() != documents()[0].1);
}

#[test]
fn every_outcome_is_told_in_every_language() {
    for language in Language::ALL {
        let mut told = a_letter(language);
        told.outcome = Outcome::Broken { since: told.opened_at, by: vec!["Erewhon".into()] };
        if let Some(position) = &mut told.electorate[1].position {
            position.stance = Stance::Objection(told.comments[0].2.clone());
        }
        let stands = letter(&told).unwrap();
        if let Some(position) = &mut told.electorate[1].position {
            position.taken_back_at = Some(told.made_at);
        }
        assert!(letter(&told).unwrap() != stands, "an objection that was taken back is not told as one that stands");
        told.outcome = Outcome::Lapsed { undelivered: vec!["Utopia".into()], spoken: 1 };
        told.electorate.clear();
        told.comments.clear();
        told.texts.clear();
        told.places.clear();
        assert!(letter(&told).is_ok());
        assert!(certificate(&a_certificate(language)).is_ok());
    }
}

#[test]
fn a_table_holds_no_more_than_its_limit_and_what_xml_cannot() {
    let mut table = a_table(Language::Es);
    table.rows[1].comments[0].remark.text = "\u{0}\u{b}\u{202e}<w:p>&amp;]]>\u{ffff}".into();
    assert!(comment_table_docx(&table).is_ok());
    table.title = "ñ".repeat(crate::DOCX_CHARACTERS_MAX);
    assert!(matches!(comment_table_docx(&table), Err(ReportError::Long { .. })));
}
