//! Closed lists of this room, each code with the key of its name. Frozen.

use conference::exercises::{KINDS, Kind, Standing};

/// Kinds of institution that coordinate: which one it is, and no person.
pub(super) const INSTITUTIONS: [(&str, &str); 7] = [
    ("migration", "exercises-institution-migration"),
    ("police", "exercises-institution-police"),
    ("foreign-affairs", "exercises-institution-foreign-affairs"),
    ("justice", "exercises-institution-justice"),
    ("child-protection", "exercises-institution-child-protection"),
    ("human-rights", "exercises-institution-human-rights"),
    ("other", "exercises-institution-other"),
];

/// Answers the key of an institution's name.
pub(super) fn institution(code: &str) -> Option<&'static str> {
    INSTITUTIONS.iter().find(|(known, _)| *known == code).map(|(_, key)| *key)
}

/// Names of what is counted, in the order of [`KINDS`].
const COUNTED: [&str; KINDS.len()] = [
    "exercises-count-need-asylum",
    "exercises-count-need-trafficking",
    "exercises-count-need-child",
    "exercises-count-need-medical",
    "exercises-count-need-other",
    "exercises-count-referred-asylum",
    "exercises-count-referred-trafficking",
    "exercises-count-referred-child",
    "exercises-count-referred-health",
    "exercises-count-referred-consulate",
    "exercises-count-referred-other",
    "exercises-count-false-documents",
    "exercises-count-smugglers-charged",
];

/// Answers all that is counted, in the order in which it is shown, each with the key of its name.
pub(super) fn counted() -> impl Iterator<Item = (&'static Kind, &'static str)> {
    KINDS.iter().zip(COUNTED)
}

/// Answers the key of a standing's name.
pub(super) const fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Planned => "exercises-standing-planned",
        Standing::Held => "exercises-standing-held",
        Standing::Reported => "exercises-standing-reported",
        Standing::Closed => "exercises-standing-closed",
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn each_thing_that_is_counted_has_its_own_name() {
        for (kind, key) in super::counted() {
            assert_eq!(format!("exercises-count-{}", kind.code), key);
        }
    }
}
