//! What a document is: its kind, who may see it, and the forms a file of it may have.

/// The largest file, in bytes: a long report with pictures.
pub(crate) const FILE_BYTES_MAX: usize = 8 << 20;
/// The longest title or note, in characters.
pub(crate) const TEXT_CHARS_MAX: usize = 400;

/// The most changes that one comparison tells.
pub(crate) const TEXT_CHANGES_MAX: usize = 1_000;

/// What a document may be, as tables, forms and the API write it, with the key of its name. Frozen.
pub(crate) const KINDS: [(&str, &str); 5] = [
    ("report", "papers-kind-report"),
    ("proposal", "papers-kind-proposal"),
    ("note", "papers-kind-note"),
    ("statement", "papers-kind-statement"),
    ("other", "papers-kind-other"),
];

/// Who may see a document, narrowest last, with the key of its name. Frozen.
pub(crate) const CLASSES: [(&str, &str); 4] = [
    (PUBLIC, "papers-class-public"),
    (PARTICIPANTS, "papers-class-participants"),
    (OBSERVERS, "papers-class-observers"),
    (MEMBERS, "papers-class-members"),
];

/// The class of what anyone reads, also without signing in, unless its meeting is kept for members.
pub(crate) const PUBLIC: &str = "public";
/// The class of what members and observers read.
pub(crate) const OBSERVERS: &str = "observers";
/// The class of what members read.
pub(crate) const MEMBERS: &str = "members";

/// The class of what is given to all who take part in its meeting: networks and guests read it as well. It is also what the
/// policies call a document that they may open.
pub(crate) const PARTICIPANTS: &str = "participants";

/// Answers the key of a code's name.
pub(crate) fn key(list: &[(&'static str, &'static str)], code: &str) -> Option<&'static str> {
    list.iter().find(|(known, _)| *known == code).map(|(_, key)| *key)
}

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// Portable Document Format.
    Pdf,
    /// A word processor's document.
    Docx,
    /// Plain text.
    Txt,
    /// A page; never shown as one.
    Html,
}

impl Format {
    /// All there are.
    pub(crate) const ALL: [Format; 4] = [Format::Pdf, Format::Docx, Format::Txt, Format::Html];

    /// Answers the code used in tables, forms and the API. Frozen.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Format::Pdf => "pdf",
            Format::Docx => "docx",
            Format::Txt => "txt",
            Format::Html => "html",
        }
    }

    /// Reads a code.
    pub(crate) fn parse(code: &str) -> Option<Self> {
        Format::ALL.into_iter().find(|format| format.code() == code)
    }

    /// Answers the form that a file's name promises and its content has; none where the two disagree.
    pub(crate) fn of(name: &str, content: &[u8]) -> Option<Self> {
        let ending = name.rsplit_once('.')?.1.to_ascii_lowercase();
        let format = Format::parse(if ending == "htm" { "html" } else { &ending })?;
        format.fits(content).then_some(format)
    }

    /// Answers whether content begins, or reads, as this form does.
    pub(crate) fn fits(self, content: &[u8]) -> bool {
        match self {
            Format::Pdf => content.starts_with(b"%PDF-"),
            Format::Docx => content.starts_with(b"PK\x03\x04"),
            Format::Txt | Format::Html => !content.contains(&0) && std::str::from_utf8(content).is_ok(),
        }
    }

    /// Answers the media type under which it is handed over; a page never leaves as one.
    pub(crate) const fn media_type(self) -> &'static str {
        match self {
            Format::Pdf => "application/pdf",
            Format::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Format::Txt => "text/plain; charset=utf-8",
            Format::Html => "application/octet-stream",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_name_and_its_content_say_or_it_is_refused() {
        assert_eq!(Format::of("a.PDF", b"%PDF-1.7"), Some(Format::Pdf));
        assert_eq!(Format::of("a.htm", b"<p>"), Some(Format::Html));
        for (name, content) in
            [("a.pdf", &b"MZ"[..]), ("a.txt", b"a\0b"), ("a.txt", b"\xff"), ("a.exe", b"x"), ("a", b"x")]
        {
            assert_eq!(Format::of(name, content), None, "{name}");
        }
    }
}
