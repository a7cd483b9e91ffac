//! The guide: who may sign in with which code now, zones to paste, and what to try. For anyone, for nothing in it is true.

use std::sync::Arc;

use axum::extract::State;
use base::access::RateClass;
use base::ground::Puebla;
use base::web::parts::card;
use base::web::shell::DEMO_PATH;
use base::web::tables::{Column, Table, table};
use base::web::{Routes, Visit, Voice};
use maud::{Markup, html};

use super::cast::{PASSWORD, Seat, seats};
use super::zones::to_try;

/// Seconds for which a one-time code is asked for.
const CODE_S: i64 = 30;

/// Answers the guide's route.
pub(super) fn routes() -> Routes {
    Routes::new().public_get(
        DEMO_PATH,
        show,
        RateClass::Look,
        "everything in a demonstration is invented, and its guide is read before signing in",
    )
}

async fn show(State(ground): State<Arc<Puebla>>, mut visit: Visit) -> Markup {
    // The page is loaded again when its codes have changed.
    let left = CODE_S - visit.voice.now.as_second().rem_euclid(CODE_S);
    visit.frame.refresh_seconds = u32::try_from(left + 1).ok();
    let body = body(&visit.voice, &ground, left);
    visit.page("demo-title", body)
}

fn body(voice: &Voice, ground: &Puebla, left: i64) -> Markup {
    html! {
        h1 { (voice.t("demo-title")) }
        p { (voice.t("demo-lead")) }
        (card("seats", &voice.t("demo-sign-ins"), html! {
            p { (voice.rich("demo-password", &[], &[("password", html! { code { (PASSWORD) } })])) }
            p { (voice.tn("demo-codes", &[("seconds", left.into())])) }
            (table(voice, &sign_ins(voice, ground)))
            p { a .button href="/sign-in" { (voice.t("demo-sign-in")) } }
        }))
        (card("zones", &voice.t("demo-zones"), html! {
            p { (voice.t("demo-zones-lead")) }
            @for one in to_try() {
                h3 { (voice.t(one.about)) }
                pre .zone tabindex="0" { (one.typed) }
            }
        }))
        (card("stories", &voice.t("demo-stories"), html! {
            ol {
                @for story in ["demo-story-check", "demo-story-report", "demo-story-confirm", "demo-story-people", "demo-story-operate"] {
                    li { (voice.t(story)) }
                }
            }
        }))
    }
}

fn sign_ins<'t>(voice: &Voice, ground: &Puebla) -> Table<'t> {
    let row = |seat: &Seat| {
        let party = ground.identity.party_name(seat.party, voice.language);
        vec![
            html! { span .mono { (seat.user_name) } },
            html! { (party) },
            html! { (ground.identity.role_name(&seat.role, voice.language)) },
            html! { span .mono { (super::secret(&ground.keys, &seat.user_name).code(voice.now)) } },
        ]
    };
    Table {
        id: "people",
        caption: voice.t("demo-people").into_owned(),
        columns: ["demo-user-name", "demo-party", "demo-role", "demo-code"]
            .into_iter()
            .map(|key| Column::text(voice.t(key)))
            .collect(),
        rows: seats().iter().filter(|seat| seat.shown).map(row).collect(),
        empty: "demo-nobody",
    }
}

#[cfg(test)]
mod tests {
    use base::web::Guard;

    use super::*;

    #[test]
    fn the_guide_is_the_one_address_of_its_own_and_says_why_it_is_public() {
        let facts = routes();
        let [guide] = facts.facts() else { panic!("one address") };
        assert_eq!(guide.path, DEMO_PATH);
        assert!(matches!(&guide.guard, Guard::Public { why, .. } if why.contains("invented")));
    }
}
