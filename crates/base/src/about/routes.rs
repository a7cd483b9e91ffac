//! The route inventory as a page: what the server answers to, and who may ask.

use axum::response::{IntoResponse, Response};
use maud::{Markup, html};

use super::ListRoutes;
use crate::access::Resource;
use crate::desk::Permitted;
use crate::web::tables::{Column, Table, table};
use crate::web::{Guard, Refusal, RouteFacts, Visit, purpose_key};

/// Shows every route.
pub(super) async fn page(permitted: Permitted<ListRoutes>, visit: Visit) -> Result<Response, Refusal> {
    let reader = permitted.open(Resource::room()).await?;
    let voice = &visit.voice;
    let all = crate::web::routes(reader.ground());
    let mut facts: Vec<&RouteFacts> = all.facts().iter().collect();
    facts.sort_by_key(|route| (&route.path, route.method));
    let columns = ["routes-path", "routes-method", "routes-who", "routes-purposes", "routes-class"];
    let mut columns: Vec<Column> = columns.into_iter().map(|key| Column::text(voice.t(key))).collect();
    columns.push(Column::figures(voice.t("routes-rate")));
    let body = html! {
        h1 { (voice.t("routes-title")) }
        p { (voice.tn("routes-what", &[("count", facts.len().into())])) }
        p { (voice.t("routes-classes")) }
        (table(voice, &Table {
            id: "routes",
            caption: voice.t("routes-list").into_owned(),
            columns,
            rows: facts.into_iter().map(|route| row(&visit, route)).collect(),
            empty: "routes-none",
        }))
    };
    Ok(visit.page("routes-title", body).into_response())
}

fn row(visit: &Visit, route: &RouteFacts) -> Vec<Markup> {
    let voice = &visit.voice;
    let (who, purposes, class) = match &route.guard {
        Guard::Permit(facts) => {
            let purposes: Vec<String> =
                facts.purposes.iter().map(|purpose| voice.t(purpose_key(*purpose)).into_owned()).collect();
            let who = html! {
                code { (facts.action) }
                @if facts.writes { small .aside { " " (voice.t("routes-writes")) } }
            };
            (who, purposes.join(", "), facts.class.code())
        }
        // The reasons are the code's own words, in English.
        Guard::SignedIn { why, .. } => {
            (html! { (voice.t("routes-signed-in")) " " small lang="en" { (why) } }, "–".to_owned(), "K2")
        }
        Guard::Public { why, .. } => {
            (html! { (voice.t("routes-public")) " " small lang="en" { (why) } }, "–".to_owned(), "K0")
        }
    };
    let rate = route.guard.rate();
    vec![
        html! { code { (route.path) } },
        html! { code { (route.method) } },
        who,
        html! { (purposes) },
        html! { (class) },
        html! { (voice.number(i64::from(rate.per_minute()))) },
    ]
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::http::StatusCode;

    use crate::access::Purpose;
    use crate::specimen::Specimen;

    #[tokio::test]
    async fn the_page_lists_every_route_to_operator_and_oversight_alone() {
        let specimen = Specimen::new(&[]);
        for (state, role, purpose) in
            [("XSV", "operator", Purpose::Operation), ("GTM", "oversight", Purpose::Oversight)]
        {
            let session = specimen.signed_in(state, role, purpose);
            let page = specimen.get(Some(&session), "/about/routes").await;
            assert_eq!(page.status, StatusCode::OK);
            for route in crate::web::routes(&specimen.ground).facts() {
                let path = route.path.replace('&', "&amp;");
                assert!(page.body.contains(&format!("<code>{path}</code>")), "{path}");
            }
            assert!(page.body.contains("people.suspend"));
        }
        let officer = specimen.signed_in("GTM", "border_officer", Purpose::BorderControl);
        assert_eq!(specimen.get(Some(&officer), "/about/routes").await.status, StatusCode::NOT_FOUND);
        assert_eq!(specimen.get(None, "/about/routes").await.status, StatusCode::SEE_OTHER);
    }
}
