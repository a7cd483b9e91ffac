//! Whom the other States call about what one's own State reports: a desk or a line that answers, by telephone or mail.

use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::super::reach_by;
use super::{PEOPLE_PATH, Reach, form};
use crate::access::Resource;
use crate::desk::{Permitted, Reader};
use crate::web::fields::{self, Field, error_summary, submit_row, text_input};
use crate::web::{Filled, Posted, Refusal, Visit, see_other};

/// Where it is said.
pub(super) const PATH: &str = "/people/contact";

/// Shows what is said now.
pub(super) async fn page(permitted: Permitted<Reach>, visit: Visit) -> Result<Markup, Refusal> {
    let reader = permitted.open_with_outcome(Resource::room(), "form").await?;
    let said = reader.ground().identity.contact(reader.caller().state);
    Ok(visit.page("people-contact", body(&visit, &reader, &Filled::new().with("contact", said))))
}

/// Says it anew; the next answer of any check says so too. Empty takes it away.
pub(super) async fn submit(
    permitted: Permitted<Reach>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let said = filled.typed("contact").trim().to_owned();
    if !form::is_line(&said) {
        filled.refuse("contact", visit.voice.t("people-contact-form"));
        return Ok(visit.refused_page("people-contact", body(&visit, &reader, &filled)).into_response());
    }
    reach_by(reader.ground(), reader.caller().state, said).await?;
    Ok(see_other(PEOPLE_PATH))
}

fn body(visit: &Visit, reader: &Reader<Reach>, filled: &Filled) -> Markup {
    let voice = &visit.voice;
    let field = Field::new("contact", "people-contact-field")
        .hint("people-contact-hint")
        .optional()
        .max_length(form::LINE_MOST);
    let party = reader.ground().identity.party_name(reader.caller().state, voice.language);
    html! {
        (error_summary(voice, filled))
        h1 { (voice.t("people-contact")) }
        p { (voice.tn("people-contact-why", &[("party", party.into())])) }
        div .card .narrow {
            (fields::form(PATH, visit.csrf(), html! {
                (text_input(voice, filled, &field))
                (submit_row(voice, "people-change-go", Some(html! { a href=(PEOPLE_PATH) { (voice.t("form-cancel")) } })))
            }))
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::http::StatusCode;

    use super::*;
    use crate::access::Purpose;
    use crate::specimen::Specimen;

    #[tokio::test]
    async fn a_state_says_whom_to_call_and_it_holds_after_a_restart() {
        let specimen = Specimen::new(&[]);
        let session = specimen.signed_in("GTM", "state_administrator", Purpose::Administration);
        let list = specimen.get(Some(&session), PEOPLE_PATH).await;
        assert!(list.body.contains(PATH) && list.body.contains("could call"), "{}", list.body);
        let said = "Invented desk, 00 000 0000, at all hours";
        let answer = specimen.post(&session, PATH, &[("contact", said)]).await;
        assert_eq!(answer.location().as_deref(), Some(PEOPLE_PATH), "{}", answer.body);
        assert!(specimen.get(Some(&session), PEOPLE_PATH).await.body.contains(said));
        assert!(specimen.get(Some(&session), PATH).await.body.contains(said));
        let (gtm, hnd) = ("GTM".parse().unwrap(), "HND".parse().unwrap());
        let ground = &specimen.ground;
        assert_eq!((ground.identity.contact(gtm).as_str(), ground.identity.contact(hnd).as_str()), (said, ""));
        let again = crate::identity::Identity::open(&ground.base, specimen.clock.now(), true).unwrap();
        assert_eq!(again.contact(gtm), said);
        specimen.post(&session, PATH, &[("contact", " ")]).await;
        assert_eq!(ground.identity.contact(gtm), "");
    }

    #[tokio::test]
    async fn what_does_not_fit_on_a_line_is_refused_and_stays_typed() {
        let specimen = Specimen::new(&[]);
        let session = specimen.signed_in("GTM", "state_administrator", Purpose::Administration);
        for wrong in ["two\nlines", &"x".repeat(121)] {
            let answer = specimen.post(&session, PATH, &[("contact", wrong)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.body.contains("href=\"#contact\"") && answer.body.contains(wrong), "{}", answer.body);
        }
        assert_eq!(specimen.ground.identity.contact("GTM".parse().unwrap()), "");
    }
}
