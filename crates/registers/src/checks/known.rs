//! What the registers know about one document, read with the right of one check and nothing more.

use base::desk::Reader;
use base::store::StoreError;
use jiff::Timestamp;
use serde::Serialize;

use super::Check;
use super::ask::Asked;
use super::hits::{FittingAlert, ReportedStatus};
use crate::document::{DocumentKind, DocumentRef};
use crate::{documents, status};

/// What fits a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// What issuing States report.
    pub status: Vec<ReportedStatus>,
    /// Alerts on false documents.
    pub alerts: Vec<FittingAlert>,
    /// How old that is.
    pub data: DataAge,
}

/// How old what was answered is; absent where nothing was ever entered, and where the registers were not asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[schema(as = CheckDataAge)]
pub struct DataAge {
    /// When the State that issued the document last reported, imported, corrected or took back.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub status_changed_at: Option<Timestamp>,
    /// When an alert on false documents was last published.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub alerts_changed_at: Option<Timestamp>,
}

/// Asks both registers about a number as of one moment, for each kind it may be of.
///
/// Alerts that speak of all documents of a kind are answered for the likeliest kind only, and for none where the kind is
/// not known: of eight kinds they would say what to look for on seven other documents.
pub(super) fn known(reader: &Reader<Check>, asked: Option<&Asked>) -> Result<Known, StoreError> {
    reader.at_one_moment(|| {
        let Some(asked) = asked else { return Ok(Known::default()) };
        let status_changed_at = status::age_of(reader, asked.issuing_state)?;
        let data = DataAge { status_changed_at, alerts_changed_at: documents::age(reader)? };
        let mut known = Known { data, ..Known::default() };
        for kind in asked.kinds {
            let document = DocumentRef { issuer: asked.issuing_state, kind: *kind, number: asked.number.clone() };
            known.status.extend(status::lookup(reader, &document)?.into_iter().map(ReportedStatus::from));
            known.alerts.extend(documents::fitting(reader, &document)?.into_iter().map(FittingAlert::from));
        }
        if let Some(likeliest) = asked.kinds.first().filter(|_| asked.kinds.len() < DocumentKind::ALL.len()) {
            let general = documents::general(reader, asked.issuing_state, *likeliest)?;
            known.alerts.extend(general.into_iter().map(FittingAlert::from));
        }
        Ok(known)
    })
}
