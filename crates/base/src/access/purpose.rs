//! Why a person looks: a closed list, because a look without a purpose is refused.

use std::fmt;
use std::str::FromStr;

/// The reason for which a person works, chosen when they open their desk and written beside every look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Purpose {
    /// Deciding about a document that a traveller presents.
    BorderControl,
    /// Examining a document, reporting, comparing and confirming fraud.
    DocumentExamination,
    /// Keeping a State's own documents' status, by the authority that issues them.
    DocumentIssuance,
    /// Answering for the quality of what one's State contributes.
    DataStewardship,
    /// Saying for one's State whom it looks for.
    AlertIssuance,
    /// Protecting children: their cases, and nobody else's.
    ChildProtection,
    /// Answering whoever asks what is kept of them, and deciding what of it may stay.
    Redress,
    /// Managing the people of one's own State or organisation.
    Administration,
    /// Running the machine: backup, verification, repair.
    Operation,
    /// The conference's own work.
    Secretariat,
    /// Supervising lawfulness.
    Oversight,
}

/// The text names no purpose of the list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no such purpose: {0}")]
pub struct NoSuchPurpose(pub String);

impl Purpose {
    /// All purposes there are.
    pub const ALL: [Purpose; 11] = [
        Purpose::BorderControl,
        Purpose::DocumentExamination,
        Purpose::DocumentIssuance,
        Purpose::DataStewardship,
        Purpose::AlertIssuance,
        Purpose::ChildProtection,
        Purpose::Redress,
        Purpose::Administration,
        Purpose::Operation,
        Purpose::Secretariat,
        Purpose::Oversight,
    ];

    /// Answers the code used in policies, logs, tokens and the API's `Puebla-Purpose` header.
    pub const fn code(self) -> &'static str {
        match self {
            Purpose::BorderControl => "border_control",
            Purpose::DocumentExamination => "document_examination",
            Purpose::DocumentIssuance => "document_issuance",
            Purpose::DataStewardship => "data_stewardship",
            Purpose::AlertIssuance => "alert_issuance",
            Purpose::ChildProtection => "child_protection",
            Purpose::Redress => "redress",
            Purpose::Administration => "administration",
            Purpose::Operation => "operation",
            Purpose::Secretariat => "secretariat",
            Purpose::Oversight => "oversight",
        }
    }
}

impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Purpose {
    type Err = NoSuchPurpose;
    fn from_str(text: &str) -> Result<Self, NoSuchPurpose> {
        Purpose::ALL.into_iter().find(|p| p.code() == text).ok_or_else(|| NoSuchPurpose(text.to_owned()))
    }
}
