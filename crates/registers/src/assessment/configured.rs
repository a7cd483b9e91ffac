//! What is configured in this folder and in force at this moment, read under the permit and given on as plain values.

use std::sync::Arc;

use base::access::{DETAIL_DAYS, LONG_DETAIL_DAYS, RateClass};
use base::desk::Reader;
use base::identity::profile::InForce;
use base::store::StoreError;
use jiff::Timestamp;

use super::permits::ShowAssessment;
use crate::alerts::{self, Adoption, Part};
use crate::redress;

/// What is configured.
#[derive(Clone, Debug)]
pub(super) struct Configured {
    /// Parties, roles, what the conference agreed on.
    pub profile: Arc<InForce>,
    /// The decision that switched the register of alerts on people on; none while it is off.
    pub adoption: Option<Adoption>,
    /// Which States take part in which categories.
    pub parts: Vec<Part>,
    /// Searches that may be made, under the names that a profile gives them.
    pub budgets: Vec<(&'static str, u64)>,
    /// Requests that one person may make in a minute, by class.
    pub rates: Vec<(&'static str, u64)>,
    /// What is kept for how long.
    pub terms: Vec<(&'static str, i64)>,
    /// The hash of the policies in force, hexadecimal.
    pub policies: String,
    /// When it was read.
    pub at: Timestamp,
}

impl Configured {
    /// Reads what is in force.
    pub(super) fn read(reader: &Reader<ShowAssessment>) -> Result<Self, StoreError> {
        let ground = reader.ground();
        let profile = ground.identity.profile();
        let rate = |class: RateClass| (class.code(), u64::from(class.per_minute()));
        Ok(Configured {
            adoption: reader.ask(alerts::adoption)?,
            parts: reader.ask(alerts::parts)?,
            budgets: alerts::watch::agreed(&profile.rules),
            rates: [RateClass::Look, RateClass::Check, RateClass::Write, RateClass::Bulk].map(rate).to_vec(),
            terms: terms(&profile),
            policies: hex::encode(ground.policy.version()),
            at: reader.now(),
            profile,
        })
    }
}

/// Answers the terms that the program keeps by itself, each with the key that says it.
fn terms(profile: &InForce) -> Vec<(&'static str, i64)> {
    vec![
        ("assessment-term-accusing", i64::from(alerts::ACCUSING_YEARS)),
        ("assessment-term-decided", i64::from(alerts::DECIDED_YEARS)),
        ("assessment-term-protective", i64::from(alerts::PROTECTIVE_YEARS)),
        ("assessment-term-notice", i64::from(alerts::NOTICE_MONTHS)),
        ("assessment-term-draft", i64::from(alerts::DRAFT_DAYS)),
        ("assessment-term-ended", i64::from(alerts::KEPT_DAYS)),
        ("assessment-term-cleared", i64::from(alerts::matches::CLEARED_DAYS)),
        ("assessment-term-answer", redress::answer_days(profile)),
        ("assessment-term-case", i64::from(redress::KEPT_DAYS)),
        ("assessment-term-looks", DETAIL_DAYS),
        ("assessment-term-long-looks", LONG_DETAIL_DAYS),
        ("assessment-term-concerns", base::oversight::DAYS_KEPT),
    ]
}
