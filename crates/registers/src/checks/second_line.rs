//! The act "say how the second line ended": one line of the access log, and no trace of a traveller or a document.
//!
//! The form is not tied to the check that led to it: nothing in it could say which document, or who carried it.

use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::Permitted;
use base::web::fields::{Choice, Field, error_summary, form, radios, submit_row};
use base::web::parts::card;
use base::web::{Filled, Posted, Refusal, Visit};
use maud::{Markup, html};

use super::SecondLine;
use super::zone::coded::worded;

worded! {
    /// How the second line ended. The codes stay in the log's leaves, so they are added to and never edited.
    Outcome {
        /// The document is what it says it is.
        DocumentGenuine = "document_genuine" => "checks-outcome-document-genuine",
        /// The document is false, altered, or not its bearer's.
        FraudConfirmed = "fraud_confirmed" => "checks-outcome-fraud-confirmed",
        /// It could not be decided.
        Undecided = "undecided" => "checks-outcome-undecided",
        /// The person was referred to protection or asylum; what became of the document is not said.
        ReferredToProtection = "referred_to_protection" => "checks-outcome-referred-to-protection",
        /// The report was about another document, or is wrong.
        RegisterError = "register_error" => "checks-outcome-register-error",
    }
}

impl Outcome {
    fn read(code: &str) -> Option<Self> {
        Outcome::ALL.iter().copied().find(|outcome| outcome.code() == code)
    }

    /// Answers the key of what to do next.
    const fn next_key(self) -> &'static str {
        match self {
            Outcome::DocumentGenuine => "checks-next-document-genuine",
            Outcome::FraudConfirmed => "checks-next-fraud-confirmed",
            Outcome::Undecided => "checks-next-undecided",
            Outcome::ReferredToProtection => "checks-next-referred-to-protection",
            Outcome::RegisterError => "checks-next-register-error",
        }
    }
}

/// Shows the form.
pub async fn page(permitted: Permitted<SecondLine>, visit: Visit) -> Result<Markup, Refusal> {
    permitted.open(Resource::room()).await?;
    Ok(visit.page("checks-second-line-title", form_of(&visit, &Filled::new())))
}

/// Writes the outcome on the access log and says what to do next.
pub async fn submit(
    permitted: Permitted<SecondLine>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let Some(outcome) = Outcome::read(filled.typed("outcome")) else {
        permitted.open(Resource::room()).await?;
        filled.refuse("outcome", visit.voice.t("checks-error-outcome"));
        return Ok(visit.refused_page("checks-second-line-title", form_of(&visit, &filled)).into_response());
    };
    permitted.open_with_outcome(Resource::room(), outcome.code()).await?;
    Ok(visit.page("checks-second-line-thanks", thanks(&visit, outcome)).into_response())
}

fn form_of(visit: &Visit, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let choices: Vec<Choice<'_>> =
        Outcome::ALL.iter().map(|outcome| Choice::new(outcome.code(), voice.t(outcome.key()))).collect();
    let field = Field::new("outcome", "checks-second-line-outcome").hint("checks-second-line-outcome-hint").autofocus();
    html! {
        (error_summary(voice, filled))
        h1 { (voice.t("checks-second-line-title")) }
        p { (voice.t("checks-second-line-person")) }
        (form("/check/second-line", visit.csrf(), html! {
            (radios(voice, filled, &field, &choices))
            (submit_row(voice, "checks-second-line-send", Some(html! {
                a .button .plain href="/check" { (voice.t("form-cancel")) }
            })))
        }))
    }
}

fn thanks(visit: &Visit, outcome: Outcome) -> Markup {
    let voice = &visit.voice;
    html! {
        h1 { (voice.t("checks-second-line-thanks")) }
        (card("outcome", &voice.t(outcome.key()), html! { p { (voice.t(outcome.next_key())) } }))
        p { (voice.t("checks-second-line-kept")) }
        div .row { a .button href="/check" { (voice.t("checks-next-traveller")) } }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use axum::http::StatusCode;
    use base::access::{ACCESS, Leaf, Purpose};
    use base::ground::HousePlan;
    use base::specimen::Specimen;
    use base::store::Database;

    static PLANS: &[HousePlan] = &[crate::PLAN];

    fn outcomes(specimen: &Specimen) -> Vec<String> {
        let log = Database::open_alone(specimen.path(), &ACCESS).unwrap();
        let mut all = log.prepare("SELECT body FROM leaf ORDER BY position").unwrap();
        let leaves = all.query_map([], |row| row.get::<_, Vec<u8>>(0)).unwrap();
        let leaves = leaves.map(|body| Leaf::decode(&body.unwrap()).unwrap());
        leaves
            .filter(|leaf| leaf.action == "checks.second_line" && !leaf.outcome.is_empty())
            .map(|leaf| leaf.outcome)
            .collect()
    }

    #[tokio::test]
    async fn every_outcome_is_one_line_of_the_log_and_says_what_to_do_next() {
        let specimen = Specimen::new(PLANS);
        let officer = specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
        let form = specimen.get(Some(&officer), "/check/second-line").await;
        assert_eq!(form.status, StatusCode::OK);
        for outcome in Outcome::ALL {
            assert!(form.body.contains(&format!("value=\"{}\"", outcome.code())));
            let thanks = specimen.post(&officer, "/check/second-line", &[("outcome", outcome.code())]).await;
            assert_eq!(thanks.status, StatusCode::OK);
            assert!(thanks.body.contains("Recorded, thank you"));
        }
        let codes: Vec<&str> = Outcome::ALL.iter().map(|outcome| outcome.code()).collect();
        assert_eq!(outcomes(&specimen), codes);
        let positions: u64 = specimen
            .ground
            .database("registers")
            .unwrap()
            .read(|tables| Ok(tables.query_row("SELECT count(*) FROM journal_entry", [], |row| row.get(0))?))
            .unwrap();
        assert_eq!(positions, 0, "no series heard of it");
    }

    #[tokio::test]
    async fn an_outcome_that_is_none_of_the_list_is_refused_and_not_recorded() {
        let specimen = Specimen::new(PLANS);
        let officer = specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
        for sent in ["", "K90211756", "fraud_confirmed "] {
            let again = specimen.post(&officer, "/check/second-line", &[("outcome", sent)]).await;
            assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{sent:?}");
            assert!(again.body.contains("Choose how it ended."));
        }
        let forged = specimen.post_raw(Some(&officer), "/check/second-line", &[("outcome", "undecided")]).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN);
        assert_eq!(outcomes(&specimen), Vec::<String>::new());
    }
}
