//! The acknowledgement: a page to print, in the language of whoever asked, with the reference and the last day of the answer.

use axum::extract::Path;
use base::desk::Permitted;
use base::web::parts;
use base::web::{Refusal, Visit, Voice};
use base::words::Language;
use maud::{Markup, html};

use super::coded::Tongue;
use super::found;
use super::permits::ShowCase;

/// Shows it.
pub(super) async fn page(
    permitted: Permitted<ShowCase>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Markup, Refusal> {
    let resource = found::to_see(&permitted, &reference).await?;
    let reader = permitted.open(resource).await?;
    let case = found::case(&reader, &reference)?;
    let language = match case.tongue {
        Tongue::Spanish => Language::Es,
        Tongue::English => Language::En,
        Tongue::French => Language::Fr,
    };
    let voice = Voice { language, ..visit.voice.clone() };
    let state = reader.ground().identity.party_name(case.state, language);
    let contact = reader.ground().identity.contact(case.state);
    let named = [
        (voice.t("redress-reference"), html! { strong .mono { (case.reference) } }),
        (voice.t("redress-kind"), html! { (voice.t(case.kind.key())) }),
        (voice.t("redress-lodged-at"), html! { (state) }),
        (voice.t("redress-contact-desk"), html! { @if contact.is_empty() { "–" } @else { (contact) } }),
        (voice.t("redress-lodged-on"), voice.date(case.lodged_on)),
        (voice.t("redress-due-on"), html! { strong { (voice.date(case.due_on)) } }),
    ];
    let facts: Vec<(&str, Markup)> = named.iter().map(|(name, value)| (&**name, value.clone())).collect();
    let body = html! {
        article .quick lang=(language.tag()) {
            h1 { (voice.t("redress-receipt-title")) }
            (parts::facts(&facts))
            p { (voice.t("redress-receipt-about")) }
            p { (voice.t("redress-receipt-panel")) }
        }
        div .row { a .button .plain href={ "/redress/" (case.reference) } { (visit.voice.t("redress-to-case")) } }
    };
    Ok(visit.page("redress-receipt-title", body))
}
