//! What holds for every document.

#![allow(clippy::unwrap_used)]

use base::words::Language;

use crate::specimen::{a_certificate, a_letter, a_table};
use crate::{certificate, comment_table_docx, letter};

#[test]
fn the_same_data_make_the_same_bytes() {
    let made = || {
        [
            certificate(&a_certificate(Language::Es)).unwrap(),
            letter(&a_letter(Language::En)).unwrap(),
            comment_table_docx(&a_table(Language::Fr)).unwrap(),
        ]
    };
    let first = made();
    if let Ok(folder) = std::env::var("REPORTS_TO") {
        for (name, bytes) in ["certificate.es.pdf", "letter.en.pdf", "comments.fr.docx"].iter().zip(&first) {
            std::fs::write(std::path::Path::new(&folder).join(name), bytes).unwrap();
        }
    }
    assert!(first == made());
}
