//! The thirteen principles of data protection of the International Organization for Migration (its manual of 2010), in its order,
//! with the rules that stand for each and the questions that no program answers.

/// A principle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    Collection,
    Purpose,
    Quality,
    Consent,
    Transfer,
    Confidentiality,
    Access,
    Security,
    Retention,
    Application,
    Ownership,
    Oversight,
    Exceptions,
}

/// What is said under a principle, as keys.
#[derive(Clone, Copy, Debug)]
pub(super) struct Principle {
    /// Which.
    pub topic: Topic,
    /// Its name.
    pub name: &'static str,
    /// Which columns are told under it; none where no column is told under it.
    pub columns: Option<&'static str>,
    /// Codes of the rules that hold it.
    pub rules: &'static [&'static str],
    /// What people have to answer.
    pub open: &'static [&'static str],
}

/// All of them, in the manual's order.
pub(super) const PRINCIPLES: [Principle; 13] = [
    Principle {
        topic: Topic::Collection,
        name: "assessment-collection",
        columns: Some("assessment-collection-columns"),
        rules: &["G-01", "G-03", "G-04", "G-05", "G-27"],
        open: &["assessment-collection-law", "assessment-collection-told"],
    },
    Principle {
        topic: Topic::Purpose,
        name: "assessment-purpose",
        columns: None,
        rules: &["G-02", "G-08", "G-17"],
        open: &["assessment-purpose-need", "assessment-purpose-use"],
    },
    Principle {
        topic: Topic::Quality,
        name: "assessment-quality",
        columns: None,
        rules: &["G-06", "G-07", "G-09", "G-10", "G-11", "G-20"],
        open: &["assessment-quality-source", "assessment-quality-errors"],
    },
    Principle {
        topic: Topic::Consent,
        name: "assessment-consent",
        columns: None,
        rules: &["G-20", "G-26"],
        open: &["assessment-consent-free", "assessment-consent-child"],
    },
    Principle {
        topic: Topic::Transfer,
        name: "assessment-transfer",
        columns: Some("assessment-transfer-columns"),
        rules: &["G-05", "G-22", "G-23", "G-24", "G-28", "G-29"],
        open: &["assessment-transfer-agreement", "assessment-transfer-onward"],
    },
    Principle {
        topic: Topic::Confidentiality,
        name: "assessment-confidentiality",
        columns: Some("assessment-confidentiality-columns"),
        rules: &["G-18", "G-19"],
        open: &["assessment-confidentiality-paper"],
    },
    Principle {
        topic: Topic::Access,
        name: "assessment-access",
        columns: Some("assessment-access-columns"),
        rules: &["G-25", "G-30"],
        open: &["assessment-access-known", "assessment-access-help"],
    },
    Principle {
        topic: Topic::Security,
        name: "assessment-security",
        columns: Some("assessment-security-columns"),
        rules: &["G-31"],
        open: &["assessment-security-keys", "assessment-security-breach"],
    },
    Principle {
        topic: Topic::Retention,
        name: "assessment-retention",
        columns: Some("assessment-retention-columns"),
        rules: &["G-13", "G-14", "G-15"],
        open: &["assessment-retention-days", "assessment-retention-copies"],
    },
    Principle {
        topic: Topic::Application,
        name: "assessment-application",
        columns: Some("assessment-application-columns"),
        rules: &["G-21", "G-33"],
        open: &["assessment-application-paper"],
    },
    Principle {
        topic: Topic::Ownership,
        name: "assessment-ownership",
        columns: Some("assessment-ownership-columns"),
        rules: &["G-12"],
        open: &["assessment-ownership-end"],
    },
    Principle {
        topic: Topic::Oversight,
        name: "assessment-oversight",
        columns: Some("assessment-oversight-columns"),
        rules: &["G-16", "G-25", "G-30"],
        open: &["assessment-oversight-body", "assessment-oversight-remedy"],
    },
    Principle {
        topic: Topic::Exceptions,
        name: "assessment-exceptions",
        columns: None,
        rules: &["G-32"],
        open: &["assessment-exceptions-law"],
    },
];
