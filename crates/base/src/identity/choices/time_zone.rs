//! The time zone in which a reader sees every instant, kept by their browser.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::{keep, zone_cookie};
use crate::ground::Puebla;
use crate::store::StoreError;
use crate::web::fields::{Choice, ChoiceGroup, Field, error_summary, form, grouped_select, hidden, submit_row};
use crate::web::shell::ZONE_PATH;
use crate::web::{Asked, Filled, Posted, Refusal, Visit, local_path, see_other};

/// Every zone of the IANA database, sorted.
static ZONES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut names: Vec<String> =
        jiff::tz::db().available().map(|name| name.as_str().to_owned()).filter(|name| name.contains('/')).collect();
    names.push("UTC".to_owned());
    names.sort();
    names.dedup();
    names
});

/// Shows the zones: those where people of the conference work, then those of its region, then all others.
pub(super) async fn page(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    Asked(asked): Asked,
) -> Result<Response, Refusal> {
    let filled = Filled::new()
        .with("back", local_path(asked.typed("back")).unwrap_or("/"))
        .with("zone", visit.voice.zone.iana_name().unwrap_or("UTC"));
    Ok(visit.page("zone-title", body(&ground, &visit, &filled)?).into_response())
}

/// Takes the choice.
pub(super) async fn submit(
    State(ground): State<Arc<Puebla>>,
    visit: Visit,
    Posted(mut filled): Posted,
) -> Result<Response, Refusal> {
    // Looked up in our list, so that what goes into the cookie is ours.
    let Some(zone) = ZONES.iter().find(|zone| *zone == filled.typed("zone")) else {
        filled.refuse("zone", visit.voice.t("zone-missing"));
        return Ok(visit.refused_page("zone-title", body(&ground, &visit, &filled)?).into_response());
    };
    let mut response = see_other(local_path(filled.typed("back")).unwrap_or("/"));
    let secure = ground.settings.secure;
    keep(&mut response, zone_cookie(secure), zone, secure);
    Ok(response)
}

fn body(ground: &Puebla, visit: &Visit, filled: &Filled) -> Result<Markup, StoreError> {
    let voice = &visit.voice;
    Ok(html! {
        (error_summary(voice, filled))
        h1 { (voice.t("zone-title")) }
        p { (voice.t("zone-why")) }
        div .card .narrow {
            (form(ZONE_PATH, visit.csrf(), html! {
                (hidden("back", filled.typed("back")))
                (grouped_select(voice, filled, &Field::new("zone", "zone-field"), &groups(ground, visit)?))
                (submit_row(voice, "zone-set", None))
            }))
        }
    })
}

/// Answers the zones in groups; each zone stands in the first group it fits.
pub(in super::super) fn groups(ground: &Puebla, visit: &Visit) -> Result<Vec<ChoiceGroup<'static>>, StoreError> {
    let seat = &ground.identity.profile().zone;
    let mut near = ground.base.read(|connection| {
        let mut posts = connection.prepare_cached("SELECT DISTINCT zone FROM post")?;
        let zones = posts.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        Ok(zones)
    })?;
    near.push(seat.clone());
    near.sort();
    near.dedup();
    let region = area(seat).to_owned();
    let mut others: BTreeMap<&str, Vec<Choice<'static>>> = BTreeMap::new();
    for zone in ZONES.iter().filter(|zone| !near.contains(zone)) {
        others.entry(area(zone)).or_default().push(Choice::new(zone.clone(), written(zone)));
    }
    let mut groups = vec![ChoiceGroup {
        label: visit.voice.t("zone-conference").into_owned().into(),
        choices: near
            .into_iter()
            .map(|zone| {
                let label = with_offset(visit, &zone);
                Choice::new(zone, label)
            })
            .collect(),
    }];
    let first = others.remove(region.as_str()).map(|choices| (region.clone(), choices));
    let rest = others.into_iter().map(|(area, choices)| (area.to_owned(), choices));
    groups.extend(first.into_iter().chain(rest).map(|(area, choices)| ChoiceGroup { label: area.into(), choices }));
    Ok(groups)
}

/// Answers whether a text names a zone of the list.
pub(in super::super) fn is_zone(text: &str) -> bool {
    ZONES.iter().any(|zone| zone == text)
}

fn with_offset(visit: &Visit, zone: &str) -> String {
    let Ok(known) = TimeZone::get(zone) else { return written(zone) };
    let voice = crate::web::Voice { zone: known, ..visit.voice.clone() };
    format!("{} ({})", written(zone), voice.offset(voice.now))
}

fn area(zone: &str) -> &str {
    zone.split('/').next().unwrap_or(zone)
}

/// Zone names are the database's own in every language; only the underlines are for machines.
fn written(zone: &str) -> String {
    zone.replace('_', " ")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::http::StatusCode;

    use crate::specimen::Specimen;

    #[tokio::test]
    async fn the_zones_of_the_conference_come_first_and_the_choice_is_kept() {
        let specimen = Specimen::new(&[]);
        specimen.enrol("GTM", "gtm.officer", &["border_officer"]);
        let mut browser = specimen.browser();
        let page = browser.get("/time-zone?back=/sign-in").await;
        let at = |what: &str| page.body.find(what).unwrap_or_else(|| panic!("{what}"));
        assert!(at("America/Costa_Rica") < at("America/Guatemala"));
        assert!(at("America/Guatemala") < at("America/Bogota") && at("America/Bogota") < at("Africa/Cairo"));
        assert_eq!(page.body.matches("value=\"America/Guatemala\"").count(), 1, "each zone stands once");
        let answer = browser.post("/time-zone", &[("zone", "America/Guatemala"), ("back", "/sign-in")]).await;
        assert_eq!(answer.location().as_deref(), Some("/sign-in"));
        assert!(browser.get("/sign-in").await.body.contains("America/Guatemala"));
        for wrong in ["", "Mars/Base", "America/Guatemala; Path=/evil"] {
            let answer = browser.post("/time-zone", &[("zone", wrong)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
            assert!(answer.cookie_line("zone").is_none());
        }
        let away = browser.post("/time-zone", &[("zone", "UTC"), ("back", "//evil.example")]).await;
        assert_eq!(away.location().as_deref(), Some("/"));
    }
}
