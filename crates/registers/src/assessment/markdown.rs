//! The document as Markdown, for files, version control and whoever has to add answers.

use std::fmt::Write as _;

use base::web::Voice;

use super::document::{Document, Section};

/// Writes it.
pub(super) fn markdown(voice: &Voice, document: &Document) -> String {
    let mut text = format!("# {}\n", plain(&document.title));
    document.lead.iter().for_each(|line| paragraph(&mut text, line));
    for (number, section) in (1..).zip(&document.sections) {
        paragraph(&mut text, &format!("## {number}. {}", plain(&section.title)));
        columns(&mut text, voice, section);
        rules(&mut text, voice, section);
        list(&mut text, &voice.t("assessment-configured"), &section.configured);
        list(&mut text, &voice.t("assessment-open"), &section.open);
    }
    text
}

// Writing to a text cannot fail.
fn paragraph(text: &mut String, line: &str) {
    let _ = write!(text, "\n{line}\n");
}

fn columns(text: &mut String, voice: &Voice, section: &Section) {
    paragraph(text, &format!("### {}", voice.t("assessment-held")));
    let Some(are) = &section.columns_are else { return paragraph(text, &voice.t("assessment-no-columns")) };
    paragraph(text, &plain(are));
    let heads = HEADS.map(|key| voice.t(key).into_owned());
    let _ = write!(text, "\n| {} |\n|{}\n", heads.join(" | "), "---|".repeat(heads.len()));
    for held in &section.held {
        let personal = voice.t(about(held.personal));
        let (place, names) = (format!("`{}`", held.place), format!("`{}`", held.columns.join("`, `")));
        let cells = [&place, &names, &held.class, &held.readers, personal.as_ref(), &held.kept];
        let _ = writeln!(text, "| {} |", cells.map(|cell| cell.replace('|', "\\|")).join(" | "));
    }
}

fn rules(text: &mut String, voice: &Voice, section: &Section) {
    paragraph(text, &format!("### {}", voice.t("assessment-rules")));
    text.push('\n');
    for rule in &section.rules {
        let tests = match rule.tests.as_slice() {
            [] => voice.t("assessment-untested").into_owned(),
            tests => format!("`{}`", tests.join("`, `")),
        };
        let _ = writeln!(text, "* **{}** {} ({tests})", rule.code, plain(&rule.says));
    }
}

fn list(text: &mut String, heading: &str, lines: &[String]) {
    paragraph(text, &format!("### {heading}"));
    text.push('\n');
    for line in lines {
        let _ = writeln!(text, "* {}", plain(line));
    }
}

/// Headings of the table of columns.
pub(super) const HEADS: [&str; 6] = [
    "assessment-head-place",
    "assessment-head-columns",
    "assessment-head-class",
    "assessment-head-readers",
    "assessment-head-personal",
    "assessment-head-kept",
];

/// Answers the key that says whether something is about a person.
pub(super) fn about(personal: bool) -> &'static str {
    if personal { "assessment-personal" } else { "assessment-not-personal" }
}

/// Takes from a text of outside, such as a State's legal basis, what Markdown would read as more than text.
fn plain(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>#|".contains(c) {
            safe.push('\\');
        }
        safe.push(if c.is_control() { ' ' } else { c });
    }
    safe
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_text_of_outside_stays_text() {
        assert_eq!(super::plain("Ley 9 [x](y)\n# <b>"), "Ley 9 \\[x\\](y) \\# \\<b\\>");
    }
}
