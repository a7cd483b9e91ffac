//! The act "take a decision's certificate": a copy on paper that says where the record has the decision.

use std::sync::Arc;

use axum::extract::Path;
use axum::response::Response;
use base::desk::{Permitted, Reader};
use base::store::{EntryPlace, entry_place};
use base::web::{Asked, Problem, Refusal, Visit, Voice};
use base::words::Language;
use jiff::tz::TimeZone;
use reports::{Certificate, Due, Record, Text, certificate};

use super::decision::Tongue;
use super::form;
use super::permits::ExportDecisions;
use super::queries::Later;
use super::said::{rule_in_words, verb_key, voiced};
use super::show::{self, Known};
use crate::meetings::{Meeting, Symbol, by_symbol};
use crate::printing;

/// Hands the certificate over in the reader's language.
pub(super) async fn page(
    desk: Permitted<ExportDecisions>,
    visit: Visit,
    Path(reference): Path<String>,
) -> Result<Response, Refusal> {
    answer(desk, &reference, |_| Ok(visit.voice)).await
}

/// Answers the certificate of a decision.
#[utoipa::path(
    get,
    path = "/api/v1/decisions/{reference}/certificate",
    operation_id = "certify_decision",
    tag = "decisions",
    params(
        ("reference" = String, Path, description = "The symbol, with `-` in the place of `/`"),
        ("language" = Option<String>, Query, description = "`en`, `es` or `fr`; left out, `en`")
    ),
    responses(
        (status = 200, description = "The certificate; docs/formats/decisions.md", body = Vec<u8>, content_type = "application/pdf"),
        (status = 404, description = "No such decision that one may see", body = Problem),
        (status = 409, description = "More text than a document is made of", body = Problem),
        (status = 422, description = "No such language", body = Problem)
    )
)]
pub(super) async fn call(
    desk: Permitted<ExportDecisions>,
    Path(reference): Path<String>,
    query: Asked,
) -> Result<Response, Refusal> {
    let language = query.0.chosen("language").next().map_or(Some(Language::En), Language::parse);
    answer(desk, &reference, |reader| {
        let language =
            language.ok_or_else(|| Refusal::field("language", "language", "decisions-fault-printed-language"))?;
        let ground = reader.ground();
        let zone = TimeZone::get(&ground.identity.profile().zone).unwrap_or(TimeZone::UTC);
        Ok(Voice { words: Arc::clone(&ground.words), language, zone, now: reader.now() })
    })
    .await
}

async fn answer(
    desk: Permitted<ExportDecisions>,
    reference: &str,
    voice: impl FnOnce(&Reader<ExportDecisions>) -> Result<Voice, Refusal>,
) -> Result<Response, Refusal> {
    let resource = desk.about(show::resource(reference)).await?;
    let reader = desk.open(resource).await?;
    let voice = voice(&reader)?;
    let symbol = Symbol::from_address(reference).map_err(|_| Refusal::NotFound)?;
    let content = written(&reader, &voice, &symbol)?;
    printing::pdf(&symbol.in_address(), move || certificate(&content)).await
}

/// Answers what the certificate of a decision says now.
fn written(reader: &Reader<ExportDecisions>, voice: &Voice, symbol: &Symbol) -> Result<Certificate, Refusal> {
    let known = show::known(reader, symbol)?;
    let decision = &known.decision;
    let (place, meeting) =
        reader.ask(|now| Ok((entry_place(now, decision.position)?, by_symbol(now, &decision.meeting)?)))?;
    let place = place.ok_or_else(|| Refusal::Fault(format!("{symbol} has no entry")))?;
    Ok(told(reader, voice, &known, &place, meeting.as_ref()))
}

fn told(
    reader: &Reader<ExportDecisions>,
    voice: &Voice,
    known: &Known,
    place: &EntryPlace,
    meeting: Option<&Meeting>,
) -> Certificate {
    let ground = reader.ground();
    let decision = &known.decision;
    let content = &decision.content;
    let mut addressees: Vec<String> = Vec::new();
    for name in content.asks.iter().flat_map(|ask| &ask.addressees) {
        let name = form::addressee_name(ground, voice, name);
        if !addressees.contains(&name) {
            addressees.push(name);
        }
    }
    let dues = content.asks.iter().zip(&known.due).filter_map(|(ask, on)| {
        let rule = ask.rule.as_ref()?;
        Some(Due { rule: rule_in_words(rule, &voiced(voice)), on: *on })
    });
    let title = meeting.map(|meeting| match voice.language {
        Language::Es => &meeting.title_es,
        Language::En | Language::Fr => &meeting.title_en,
    });
    let party = ground.identity.party_name(place.state, voice.language);
    Certificate {
        language: voice.language,
        zone: voice.zone.clone(),
        made_at: voice.now,
        process: ground.identity.profile().name.in_language(voice.language).to_owned(),
        symbol: decision.symbol.to_string(),
        meeting: title.map_or_else(
            || decision.meeting.to_string(),
            |title| format!("{title}, {symbol}", symbol = decision.meeting),
        ),
        adopted_on: decision.adopted_on,
        texts: texts(known),
        verbs: content.asks.iter().map(|ask| voice.t(&verb_key(ask.verb)).into_owned()).collect(),
        addressees,
        dues: dues.collect(),
        condition: Some(content.condition.clone()).filter(|condition| !condition.is_empty()),
        later: known.later.iter().filter_map(|later| since(voice, later)).collect(),
        record: Record {
            recorded_by: voice.tn("decisions-recorded-by", &[("party", party.into())]).into_owned(),
            recorded_at: place.at,
            series: place.series.clone(),
            position: place.sequence,
            head: place.head,
        },
    }
}

fn texts(known: &Known) -> Vec<Text> {
    let content = &known.decision.content;
    let there = Tongue::ALL.into_iter().filter(|tongue| !content.text(*tongue).is_empty());
    let text = |tongue| Text {
        language: match tongue {
            Tongue::En => Language::En,
            Tongue::Es => Language::Es,
        },
        original: tongue == content.original,
        paragraphs: content.text(tongue).lines().map(str::to_owned).collect(),
        sha256: Some(show::digest(content.text(tongue))),
    };
    there.map(text).collect()
}

/// Says what came later in one line. A link is no news of the decision itself.
fn since(voice: &Voice, later: &Later) -> Option<String> {
    let what = match later.kind.as_str() {
        "linked" => return None,
        "corrected" => format!("{}: {}", voice.t("decisions-corrected"), later.what),
        _ => later.what.clone(),
    };
    let day = later.day.map_or_else(|| voice.instant_text(later.at), |day| voice.date_text(day));
    Some(if later.detail.is_empty() { format!("{day}: {what}") } else { format!("{day}: {what} ({})", later.detail) })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use base::access::Resource;

    use super::super::samples::*;
    use super::*;

    #[tokio::test]
    async fn a_certificate_says_what_came_later_and_of_links_nothing() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        held(&specimen, &coordinator).await;
        decide(&specimen, &coordinator, "14").await;
        let path = decide(&specimen, &coordinator, "15").await;
        let day = [("on-day", "1"), ("on-month", "9"), ("on-year", "2003")];
        let noted = [&[("kind", "noted"), ("text", "Five answered"), ("detail", "Letter 4")], day.as_slice()].concat();
        let corrected = vec![("kind", "corrected"), ("language", "en"), ("text", "Urge all."), ("detail", "A slip")];
        let linked = vec![("kind", "linked"), ("link", "amends"), ("text", "RCM/VIII/2003/DEC/14")];
        for form in [noted, corrected, linked] {
            assert_eq!(specimen.post(&coordinator, &format!("{path}/history"), &form).await.status, 303, "{form:?}");
        }
        let desk = Permitted::<ExportDecisions>::new(Arc::clone(&specimen.ground), Arc::clone(&coordinator.caller));
        let reader = desk.open(Resource::room()).await.unwrap();
        let words = Arc::clone(&specimen.ground.words);
        let voice = Voice { words, language: Language::En, zone: TimeZone::UTC, now: specimen.clock.now() };
        let told = written(&reader, &voice, &"RCM/VIII/2003/DEC/15".parse().unwrap()).unwrap();
        let [noted, corrected] = told.later.as_slice() else { panic!("{:?}", told.later) };
        assert!(corrected.contains("Urge all.") && corrected.ends_with("(A slip)"), "{corrected}");
        assert!(noted.contains("Five answered") && noted.ends_with("(Letter 4)"), "{noted}");
        assert!(told.texts[0].paragraphs[0].contains("within three months"), "what was adopted stands");
    }

    #[tokio::test]
    async fn a_certificate_is_a_pdf_of_the_decision_that_one_may_see() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        held(&specimen, &coordinator).await;
        let path = decide(&specimen, &coordinator, "15").await;
        let member = delegate(&specimen, "MEX");
        let got = specimen.get(Some(&member), &format!("{path}/certificate")).await;
        assert_eq!(
            (got.status, got.headers["content-type"].to_str().unwrap()),
            (200.try_into().unwrap(), "application/pdf")
        );
        assert!(got.body.starts_with("%PDF-"), "{}", &got.body[..20]);
        assert_eq!(
            got.headers["content-disposition"].to_str().unwrap(),
            "attachment; filename=\"RCM-VIII-2003-DEC-15.pdf\""
        );
        assert!(specimen.get(Some(&member), &path).await.body.contains(&format!("href=\"{path}/certificate\"")));
        let token = coordinator_token(&specimen);
        let api = |query: &str| format!("/api/v1{path}/certificate{query}");
        assert!(api_get(&specimen, &token, &api("?language=fr")).await.body.starts_with("%PDF-"));
        assert_eq!(api_get(&specimen, &token, &api("?language=de")).await.status, 422);
        let absent = "/api/v1/decisions/RCM-VIII-2003-DEC-99/certificate";
        assert_eq!(api_get(&specimen, &token, absent).await.status, 404);
    }

    #[tokio::test]
    async fn a_decision_that_is_kept_for_members_has_no_certificate_for_observers() {
        let specimen = specimen();
        let coordinator = coordinator(&specimen);
        let mut kept = called("RCM/VIII");
        kept.push(("members_only", "yes"));
        path_of(specimen.post(&coordinator, "/meetings/plan", &kept).await);
        let path = format!("{}/certificate", decide(&specimen, &coordinator, "15").await);
        assert_eq!(specimen.get(Some(&delegate(&specimen, "COL")), &path).await.status, 404);
        assert_eq!(specimen.get(Some(&delegate(&specimen, "MEX")), &path).await.status, 200);
    }
}
