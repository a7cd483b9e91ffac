//! The act "list the parties": by class, as they are on a day, and who has gone.

use axum::Json;
use base::access::Resource;
use base::desk::Permitted;
use base::web::tables::{Column, Table, table};
use base::web::{Asked, Refusal, Visit, Voice, fields, parts};
use jiff::civil::Date;
use maud::{Markup, html};

use super::api::{MembersOnDay, StandingShown};
use super::class::Class;
use super::permits::{Admit, ListMembers, ShowApplications};
use super::queries::{self, Application, Standing};
use super::written::fault;
use super::{application, pages, seats};

/// Shows the list.
pub(super) async fn page(desk: Permitted<ListMembers>, visit: Visit, query: Asked) -> Result<Markup, Refusal> {
    let ground = desk.ground().clone();
    let allows = |room: &Resource| {
        let policy = &ground.policy;
        (policy.allows::<Admit>(desk.caller(), room), policy.allows::<ShowApplications>(desk.caller(), room))
    };
    let (may_admit, sees_applications) = allows(&Resource::room());
    let reader = desk.open(Resource::room()).await?;
    // What an address names wrongly is left out: a list is no form to be corrected.
    let day = query.0.date("on").ok().flatten().unwrap_or_else(|| seats::today(&ground));
    let profile = ground.identity.profile();
    let (standings, applications) = reader.ask(|now| {
        let applications = if sees_applications { queries::applications(now)? } else { Vec::new() };
        Ok((queries::standings(now, &profile)?, applications))
    })?;
    let shown = Shown { day, standings: &standings, applications: &applications, may_admit, sees_applications };
    Ok(visit.page("members-list", shown.markup(&visit, &query.0.clone().with_date("on", day))))
}

/// Lists the parties and what they are on a day.
#[utoipa::path(
    get,
    path = "/api/v1/members",
    operation_id = "list_members",
    tag = "members",
    params(("on" = Option<String>, Query, description = "The day, `YYYY-MM-DD`; today where none is named")),
    responses((status = 200, description = "What every party is on that day", body = MembersOnDay))
)]
pub(super) async fn call(desk: Permitted<ListMembers>, query: Asked) -> Result<Json<MembersOnDay>, Refusal> {
    let ground = desk.ground().clone();
    let day: Result<Date, _> = match query.0.typed("on") {
        "" => Ok(seats::today(&ground)),
        text => text.parse().map_err(|_| Refusal::Invalid(vec![fault("on", "members-fault-day")])),
    };
    let reader = desk.open(Resource::room()).await?;
    let (day, profile) = (day?, ground.identity.profile());
    let mut standings = reader.ask(|now| queries::standings(now, &profile))?;
    standings.retain(|standing| standing.covers(day));
    standings.sort_by_key(|standing| (standing.class, standing.party));
    Ok(Json(MembersOnDay { on: day.to_string(), parties: standings.iter().map(StandingShown::of).collect() }))
}

/// What the page shows.
struct Shown<'a> {
    day: Date,
    standings: &'a [Standing],
    applications: &'a [Application],
    may_admit: bool,
    sees_applications: bool,
}

impl Shown<'_> {
    fn markup(&self, visit: &Visit, filled: &base::web::Filled) -> Markup {
        let voice = &visit.voice;
        let of = |class: Class| {
            let held = self.standings.iter().filter(move |standing| standing.class == class);
            held.filter(|standing| standing.covers(self.day)).collect::<Vec<_>>()
        };
        let gone: Vec<&Standing> = self
            .standings
            .iter()
            .filter(|one| one.last_on.is_some_and(|last_on| last_on < self.day))
            .filter(|one| !self.standings.iter().any(|other| other.party == one.party && other.first_on > one.first_on))
            .collect();
        html! {
            h1 { (voice.t("members-list")) }
            p { (voice.t("members-list-about")) " " a href="/bodies" { (voice.t("bodies-list")) } ". " a href="/presidencies" { (voice.t("presidencies-list")) } "." }
            @if self.may_admit { div .row {
                a .button href="/members/applications/new" { (voice.t("members-apply")) }
                a .button .plain href="/members/invite" { (voice.t("members-invite")) }
            } }
            (fields::search_form("/members", html! {
                (fields::date_input(voice, filled, &fields::Field::new("on", "members-as-of").unmarked()))
                (fields::submit_row(voice, "members-as-of-send", None))
            }))
            @for class in Class::ALL.iter().copied() {
                @let held = of(class);
                @if !held.is_empty() || class == Class::Member {
                    (standings(voice, class.code(), voice.tn(pages::class_key(class), &[("count", held.len().into())]).into_owned(), &held))
                }
            }
            @if self.sees_applications {
                (applications(voice, self.applications))
            }
            @if !gone.is_empty() {
                (parts::details(&voice.t("members-gone"), standings(voice, "gone", voice.t("members-gone").into_owned(), &gone)))
            }
        }
    }
}

fn standings(voice: &Voice, id: &str, caption: String, held: &[&Standing]) -> Markup {
    let mut held: Vec<&Standing> = held.to_vec();
    voice.collate(&mut held, |standing| standing.names.in_language(voice.language));
    let rows = held.iter().map(|standing| {
        vec![
            html! { a href={ "/members/" (standing.party) } { (standing.names.in_language(voice.language)) } },
            html! { span .mono { (standing.party) } },
            html! { (voice.date(standing.first_on)) @if let Some(last_on) = standing.last_on { " – " (voice.date(last_on)) } },
            pages::admitted_by(voice, standing),
        ]
    });
    let heading = |key| Column::text(voice.t(key).into_owned());
    let columns =
        vec![heading("members-name"), heading("members-code"), heading("members-since"), heading("members-by")];
    table(voice, &Table { id, caption, columns, rows: rows.collect(), empty: "members-list-empty" })
}

fn applications(voice: &Voice, applications: &[Application]) -> Markup {
    let rows = applications.iter().map(|one| {
        vec![
            html! { a href={ "/members/applications/" (one.number) } { (one.names.in_language(voice.language)) } },
            html! { (voice.t(one.class.key())) },
            voice.date(one.applied_on),
            parts::tag(application::tone(one.outcome), &voice.t(one.outcome.key())),
            pages::symbol(one.decision.as_ref()),
        ]
    });
    let heading = |key| Column::text(voice.t(key).into_owned());
    let columns = vec![
        heading("members-name"),
        heading("members-class"),
        heading("members-applied-on"),
        heading("members-outcome"),
        heading("members-decision"),
    ];
    let (caption, rows) = (voice.t("members-applications").into_owned(), rows.collect());
    table(voice, &Table { id: "applications", caption, columns, rows, empty: "members-applications-empty" })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::samples::*;
    use base::identity::profile::LAGOON;

    #[tokio::test]
    async fn the_profile_is_the_beginning_and_nothing_counts_on_eleven() {
        for (specimen, secretariat, member, count) in
            [(specimen(), "XSV", "MEX", 11), (specimen_of(LAGOON), "QMS", "QMA", 4)]
        {
            let delegate = delegate(&specimen, member);
            let page = specimen.get(Some(&delegate), "/members").await.body;
            assert!(page.contains(&format!("{count} ")), "{page}");
            let token = token_of(&specimen, secretariat);
            let list = api_get(&specimen, &token, "/api/v1/members").await.body;
            assert_eq!(list.matches("\"class\":\"member\"").count(), count, "{list}");
            assert_eq!(api_get(&specimen, &token, "/api/v1/members?on=yesterday").await.status, 422);
        }
    }

    #[tokio::test]
    async fn observers_see_no_applications() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        apply(&specimen, &coordinator, "XSI", "observer-organisation").await;
        for (state, sees) in [("MEX", true), ("COL", false)] {
            let page = specimen.get(Some(&delegate(&specimen, state)), "/members").await.body;
            assert_eq!(page.contains("Specimen XSI"), sees, "{state}");
        }
    }

    #[tokio::test]
    async fn every_page_speaks_three_languages() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        let application = apply(&specimen, &coordinator, "XSI", "observer-organisation").await;
        let pages = [
            "/members",
            "/members/MEX",
            "/members/applications/new",
            &application,
            "/members/invite",
            "/members/COL/dismiss",
            "/members/COL/delegation",
            "/bodies",
            "/bodies/new",
            "/presidencies",
            "/presidencies/new",
        ];
        for path in pages {
            for language in ["en", "es", "fr"] {
                let page = get_in(&specimen, &coordinator, path, language).await;
                assert_eq!(page.status, 200, "{path}");
                assert!(page.body.contains(&format!("<html lang=\"{language}\"")), "{path}");
                for prefix in [">members-", ">bodies-", ">presidencies-"] {
                    assert!(!page.body.contains(prefix), "{path} {language}: a text is missing {prefix} {}", page.body);
                }
            }
        }
    }
}
