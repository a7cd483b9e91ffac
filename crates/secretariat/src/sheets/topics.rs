//! The topics on which States say what their policy is: those that the declaration of Cancún names. Closed and frozen: a decision adds
//! one with a release, and none goes.

/// Each topic's code with the key of its name, in the order of the table.
pub(super) const TOPICS: [(&str, &str); 10] = [
    ("family-reunification", "sheets-topic-family-reunification"),
    ("children", "sheets-topic-children"),
    ("trafficking", "sheets-topic-trafficking"),
    ("smuggling", "sheets-topic-smuggling"),
    ("return", "sheets-topic-return"),
    ("stranded", "sheets-topic-stranded"),
    ("rights", "sheets-topic-rights"),
    ("consular-protection", "sheets-topic-consular-protection"),
    ("false-documents", "sheets-topic-false-documents"),
    ("refugees", "sheets-topic-refugees"),
];

/// Answers the key of a topic's name.
pub(super) fn key(code: &str) -> Option<&'static str> {
    TOPICS.iter().find(|(known, _)| *known == code).map(|(_, key)| *key)
}
