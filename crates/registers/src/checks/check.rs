//! The act "check a document": the page an officer has open all day, and the function that a page, a machine and a
//! command all call.

use std::sync::Arc;

use axum::response::{IntoResponse, Response};
use base::access::Resource;
use base::desk::{Permitted, Reader};
use base::ground::Puebla;
use base::identity::Caller;
use base::store::StoreError;
use base::web::{Filled, InputFault, Posted, Refusal, Visit};
use jiff::Timestamp;
use jiff::civil::Date;
use maud::Markup;
use rusqlite::Connection;

use super::Check;
use super::answer::Answer;
use super::ask::{Asked, Fields, Question, QuestionFault, unreadable_fault};
use super::known::known;
use super::{pages, watch};
use crate::alerts;
use crate::alerts::matches::{self, Asking, Traveller, TravellerSent};
use crate::document::looked_at;

/// Answers a question about one document; `on` is the day against which years and expiry are read.
///
/// The look is on the access log before anything is answered, with a keyed hash of State and number.
/// Errors: `Stopped` for who asks number after number, or types one name with birth date after birth date; `Invalid` with line and column for a text that is no zone, once
/// that look is logged too; `NotFound` for who may not check.
pub async fn check(permitted: Permitted<Check>, question: &Question, on: Date) -> Result<Answer, Refusal> {
    check_with(permitted, question, None, on).await
}

/// The same, where an officer typed who carries a document whose zone was not read.
///
/// The traveller is compared with alerts where the caller's State takes part in any category of them. The line of the log
/// holds a commitment to who that was, whether or not anybody was found (G-17).
pub async fn check_with(
    permitted: Permitted<Check>,
    question: &Question,
    typed: Option<Traveller>,
    on: Date,
) -> Result<Answer, Refusal> {
    let read = question.read(on);
    watch::pass(&permitted, read.as_ref().ok().and_then(|read| read.asked.as_ref())).await?;
    if let Some(typed) = &typed {
        alerts::watch::pass_typed(&permitted, typed).await?;
    }
    let about = about(permitted.ground(), read.as_ref().ok().and_then(|read| read.asked.as_ref()));
    let traveller = read.as_ref().ok().and_then(|read| read.holder().or(typed));
    let (nonce, state) = (matches::nonce(permitted.ground().clock.now()), permitted.caller().state);
    let line = match &traveller {
        None => Resource::room_about(about),
        Some(traveller) => {
            let committed = format!("{about} person:{}", traveller.commitment(&nonce));
            let line = |connection: &Connection| {
                let compared = matches::takes_part(connection, state)?;
                Ok(Some(Resource::room_about(if compared { committed } else { about })))
            };
            permitted.about(line).await?
        }
    };
    let reader = permitted.open(line).await?;
    let read = read.map_err(|error| Refusal::Invalid(vec![unreadable_fault(&error)]))?;
    let known = known(&reader, read.asked.as_ref())?;
    let document = read.document();
    let compares_people = compares_people(&reader)?;
    let person = match &traveller {
        Some(traveller) if compares_people => {
            let asking = Asking { traveller, nonce, document: document.as_ref() };
            Some(matches::compare(&reader, &asking)?)
        }
        _ => None,
    };
    let identity = &reader.ground().identity;
    Ok(Answer { person, compares_people, ..Answer::compose(read, known, on, |state| identity.contact(state)) })
}

/// Refuses a question that cannot even be put, once the attempt is on the access log.
pub(super) async fn refuse(permitted: Permitted<Check>, faults: Vec<InputFault>) -> Refusal {
    if let Err(stopped) = watch::pass(&permitted, None).await {
        return stopped;
    }
    let opened = permitted.open(Resource::room_about(UNREAD.to_owned())).await;
    opened.err().unwrap_or(Refusal::Invalid(faults))
}

/// Answers which day it is for the person who asks: at their post, whatever the page shows times in.
pub fn today(caller: &Caller, now: Timestamp) -> Date {
    caller.zone.to_datetime(now).date()
}

/// What the log's detail says where there was nothing to ask the registers about.
const UNREAD: &str = "unread";

/// Answers what the log's detail says was looked at.
fn about(ground: &Puebla, asked: Option<&Asked>) -> String {
    asked.map_or(UNREAD.to_owned(), |asked| looked_at(&ground.keys, asked.issuing_state, &asked.number))
}

/// Joins what was asked about a document with who was said to carry it.
///
/// Errors: every fault of either; a traveller typed beside a zone, which says itself who carries it.
pub(super) fn both(
    question: Result<Question, Vec<InputFault>>,
    sent: &TravellerSent,
) -> Result<(Question, Option<Traveller>), Vec<InputFault>> {
    match (question, Traveller::sent(sent)) {
        (Ok(Question::Zone(_)), Ok(Some(_)) | Err(_)) => Err(vec![QuestionFault::TypedTwice.on("paternal")]),
        (Ok(question), Ok(typed)) => Ok((question, typed)),
        (Err(mut faults), Err(more)) => {
            faults.extend(more);
            Err(faults)
        }
        (Err(faults), Ok(_)) | (Ok(_), Err(faults)) => Err(faults),
    }
}

/// Answers whether travellers are compared with alerts for whoever reads.
fn compares_people(reader: &Reader<Check>) -> Result<bool, StoreError> {
    let state = reader.caller().state;
    reader.ask(|connection| matches::takes_part(connection, state))
}

/// Shows the form.
pub async fn page(permitted: Permitted<Check>, visit: Visit) -> Result<Markup, Refusal> {
    let reader = permitted.open_with_outcome(Resource::room(), "form").await?;
    let people = compares_people(&reader)?;
    Ok(pages::form(visit, &Filled::new(), people))
}

/// Answers what was typed, or shows the form again with what is wrong.
pub async fn submit(permitted: Permitted<Check>, visit: Visit, Posted(filled): Posted) -> Result<Response, Refusal> {
    let ground = Arc::clone(permitted.ground());
    let on = today(permitted.caller(), visit.voice.now);
    let fields = Fields {
        zone: filled.typed("zone"),
        number: filled.typed("number"),
        issuing_state: filled.typed("issuing_state"),
        kind: filled.typed("kind"),
    };
    let sent = TravellerSent {
        paternal: filled.typed("paternal").to_owned(),
        maternal: filled.typed("maternal").to_owned(),
        given: filled.typed("given").to_owned(),
        born: filled.typed("born").to_owned(),
        sex: filled.typed("sex").to_owned(),
        nationality: filled.typed("nationality").to_owned(),
    };
    let answered = match both(Question::typed(&fields), &sent) {
        Ok((question, typed)) => check_with(permitted, &question, typed, on).await,
        Err(faults) => Err(refuse(permitted, faults).await),
    };
    match answered {
        Ok(answer) => Ok(pages::answer(visit, &ground, &answer).into_response()),
        Err(Refusal::Invalid(faults)) => {
            // Nobody has looked whether travellers are compared; what was typed of one is kept all the same.
            let people = sent != TravellerSent::default();
            Ok(pages::refused(visit, filled, &faults, people).into_response())
        }
        Err(other) => Err(other),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::body::Body;
    use axum::http::{Request, StatusCode};
    use base::access::{ACCESS, Leaf, Purpose};
    use base::ground::HousePlan;
    use base::identity::cookie_name;
    use base::specimen::{Answer, Session, Specimen};
    use base::store::Database;
    use jiff::civil::date;

    use crate::checks::samples::Sample;
    use crate::checks::zone::Format;

    static PLANS: &[HousePlan] = &[crate::PLAN];

    fn officer(specimen: &Specimen) -> Session {
        specimen.signed_in("GTM", "border_officer", Purpose::BorderControl)
    }

    async fn ask(specimen: &Specimen, session: &Session, zone: &str) -> Answer {
        specimen.post(session, "/check", &[("zone", zone)]).await
    }

    /// Asks in a language chosen on the page.
    async fn ask_in(specimen: &Specimen, session: &Session, language: &str, zone: &str) -> String {
        let body = format!("csrf={}&zone={}", session.csrf, base::web::shell::encoded(zone));
        let cookie = format!("{}={}; language={language}", cookie_name(false), session.secret);
        let request = Request::post("/check")
            .header("cookie", cookie)
            .header("content-type", "application/x-www-form-urlencoded")
            .body(Body::from(body));
        specimen.send(request.unwrap()).await.body
    }

    /// Answers the log's lines on checks, oldest first: the leaf, and what the detail says was looked at.
    fn lines(specimen: &Specimen) -> Vec<(Leaf, String)> {
        let log = Database::open_alone(specimen.path(), &ACCESS).unwrap();
        let mut all = log
            .prepare("SELECT leaf.body, detail.body FROM leaf JOIN detail USING (position) ORDER BY position")
            .unwrap();
        let rows = all.query_map([], |row| Ok((row.get::<_, Vec<u8>>(0)?, row.get::<_, Vec<u8>>(1)?))).unwrap();
        rows.map(|row| row.unwrap())
            .map(|(leaf, detail)| (Leaf::decode(&leaf).unwrap(), serde_json::from_slice(&detail).unwrap()))
            .map(|(leaf, detail): (Leaf, serde_json::Value)| (leaf, detail["about"].as_str().unwrap().to_owned()))
            .filter(|(leaf, _)| leaf.action.starts_with("checks."))
            .collect()
    }

    fn files(folder: &std::path::Path, found: &mut Vec<(String, Vec<u8>)>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                files(&path, found);
            } else {
                found.push((path.display().to_string(), std::fs::read(&path).unwrap()));
            }
        }
    }

    #[tokio::test]
    async fn the_page_has_the_cursor_in_its_one_field_and_the_script_beside_it() {
        let specimen = Specimen::new(PLANS);
        let page = specimen.get(Some(&officer(&specimen)), "/check").await;
        assert_eq!(page.status, StatusCode::OK);
        let field = page.body.split("<textarea").nth(1).unwrap().split('>').next().unwrap();
        assert!(field.contains("autofocus") && field.contains("name=\"zone\""), "{field}");
        assert_eq!(page.body.matches("autofocus").count(), 1);
        assert!(page.body.contains("/check.js\" defer"));
    }

    #[tokio::test]
    async fn every_verdict_has_its_band_first_and_the_field_for_the_next_traveller() {
        let specimen = Specimen::new(PLANS);
        let officer = officer(&specimen);
        let mine = Sample::passport("HND", "K90211756");
        let old = Sample { expires_on: date(2020, 1, 1), ..mine };
        for (zone, band, heading) in [
            (mine.zone(), "answer none", "No report"),
            (
                mine.zone().replace("K90211756", "K90211757"),
                "answer unreadable",
                "Look again: read the document once more",
            ),
            (Sample::passport("UTO", "L898902C3").zone(), "answer report", "A specimen: no State’s document"),
            (old.zone(), "answer none", "Expired; no report"),
        ] {
            let page = ask(&specimen, &officer, &zone).await;
            assert_eq!(page.status, StatusCode::OK, "{zone}");
            let main = page.body.split("<main").nth(1).unwrap();
            let at = |what: &str| main.find(what).unwrap_or_else(|| panic!("{what} in {main}"));
            assert!(
                at(band) < at(heading) && at(heading) < at("<textarea") && at("<textarea") < at("id=\"zone-says\"")
            );
            assert!(page.body.contains(&format!("<title>{heading} ·")), "{heading}");
            assert_eq!(page.body.matches("autofocus").count(), 1);
        }
    }

    #[tokio::test]
    async fn every_format_is_answered_with_or_without_line_breaks_and_in_small_letters() {
        let specimen = Specimen::new(PLANS);
        let officer = officer(&specimen);
        for format in Format::ALL {
            let zone = Sample { format: *format, ..Sample::passport("HND", "K90211756") }.zone();
            for typed in [zone.clone(), zone.replace('\n', "\r\n"), zone.replace('\n', ""), zone.to_lowercase()] {
                let page = ask(&specimen, &officer, &typed).await;
                assert_eq!(page.status, StatusCode::OK, "{typed}");
                assert!(page.body.contains("No report") && page.body.contains(format.code()), "{typed}");
                assert!(page.body.contains("Honduras has not reported number K90211756."));
            }
        }
    }

    #[tokio::test]
    async fn a_failing_digit_is_marked_where_it_stands_and_what_no_digit_covers_is_said() {
        let specimen = Specimen::new(PLANS);
        let zone = Sample::passport("HND", "K90211756").zone().replace("K90211756", "K90211757");
        let page = ask(&specimen, &officer(&specimen), &zone).await.body;
        assert!(page.contains("<mark class=\"bad\">K902117575</mark>"), "{page}");
        assert!(page.contains("✗ reads 5, should be 6"));
        assert!(
            page.contains("Document code, Issuing State, Name, Nationality, Sex")
                && page.contains("no digit covers them")
        );
    }

    #[tokio::test]
    async fn a_number_is_asked_about_in_one_line_or_in_the_fields() {
        let specimen = Specimen::new(PLANS);
        let officer = officer(&specimen);
        for fields in [
            vec![("zone", "k-9021 1756 hnd")],
            vec![("zone", ""), ("number", "K90211756"), ("issuing_state", "HND"), ("kind", "passport")],
        ] {
            let page = specimen.post(&officer, "/check", &fields).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.body.contains("Honduras has not reported number K90211756."), "{}", page.body);
            assert!(page.body.contains("only the registers were asked"));
        }
    }

    #[tokio::test]
    async fn what_cannot_be_read_is_said_beside_its_field_and_kept_and_logged() {
        let specimen = Specimen::new(PLANS);
        let officer = officer(&specimen);
        let zone = Sample::passport("HND", "K90211756").zone();
        let cut = &zone[..80];
        for (fields, field, says) in [
            (vec![("zone", cut)], "zone", "Characters in line 2: 35."),
            (vec![("zone", "K90211756 QQQ")], "zone", "has the code “QQQ”"),
            (vec![("number", "K9.2"), ("issuing_state", "HND")], "number", "Character 3, “.”"),
            (vec![("zone", " ")], "zone", "type a number and its State"),
            (vec![("zone", &zone), ("issuing_state", "MEX"), ("kind", "visa")], "issuing_state", "in two fields"),
        ] {
            let page = specimen.post(&officer, "/check", &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{says}");
            let error =
                page.body.split(&format!("id=\"{field}-error\"")).nth(1).unwrap().split("</span></").next().unwrap();
            assert!(error.contains(says), "{error}");
            assert!(page.body.contains(&fields[0].1.trim().replace('<', "&lt;")), "what was typed is kept");
            assert!(page.body.contains("Not read: try again"));
        }
        let abouts: Vec<String> = lines(&specimen).into_iter().map(|(_, about)| about).collect();
        assert_eq!(abouts, ["unread"; 5]);
    }

    #[tokio::test]
    async fn a_zone_over_four_kilobytes_is_refused_as_one_and_a_flood_before_it_is_read() {
        let specimen = Specimen::new(PLANS);
        let officer = officer(&specimen);
        let page = ask(&specimen, &officer, &"<".repeat(4097)).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.body.contains("more than 4096 bytes"), "the limit is not said");
        let flood = ask(&specimen, &officer, &"A".repeat(200_000)).await;
        assert_eq!(flood.status, StatusCode::PAYLOAD_TOO_LARGE);
    }

    #[tokio::test]
    async fn no_word_of_an_answer_says_that_a_document_is_in_order() {
        let specimen = Specimen::new(PLANS);
        let officer = officer(&specimen);
        let zone = Sample::passport("HND", "K90211756").zone();
        for (language, no_report) in [("en", "No report"), ("es", "Sin reporte"), ("fr", "Aucun signalement")] {
            for asked in
                [zone.clone(), zone.replace("K90211756", "K90211757"), "K90211756 HND".to_owned(), "?".to_owned()]
            {
                let page = ask_in(&specimen, &officer, language, &asked).await.to_lowercase();
                let banned = ["valid", "válido", "válida", "valide", "clean", "limpio", "limpia", "genuino"];
                let found = page.split(|c: char| !c.is_alphabetic()).find(|word| banned.contains(word));
                assert_eq!(found, None, "{language}: {asked}");
            }
            let page = ask_in(&specimen, &officer, language, &zone).await;
            assert!(page.contains(&format!("<h1>{no_report}</h1>")), "{language}");
            assert!(page.contains(&format!("<html lang=\"{language}\"")));
        }
    }

    #[tokio::test]
    async fn every_page_of_the_room_is_written_in_every_language() {
        let specimen = Specimen::new(PLANS);
        let officer = officer(&specimen);
        for language in ["en", "es", "fr"] {
            let cookie = format!("{}={}; language={language}", cookie_name(false), officer.secret);
            let mut pages = vec![ask_in(&specimen, &officer, language, "P<UTO").await];
            for path in ["/check", "/check/second-line"] {
                let request = Request::get(path).header("cookie", &cookie).body(Body::empty());
                pages.push(specimen.send(request.unwrap()).await.body);
            }
            for page in pages {
                assert!(page.contains(&format!("<html lang=\"{language}\"")), "{page}");
                assert!(!page.contains(">checks-") && !page.contains(" checks-"), "a key instead of its words: {page}");
            }
        }
    }

    #[tokio::test]
    async fn every_look_is_on_the_log_and_neither_number_nor_name_is_anywhere() {
        let specimen = Specimen::new(PLANS);
        let officer = officer(&specimen);
        let (one, other) = (Sample::passport("HND", "QZ7711942"), Sample::passport("GTM", "QZ7711942"));
        assert!(ask(&specimen, &officer, &one.zone()).await.status.is_success());
        assert_eq!(lines(&specimen).len(), 1, "the line is durable before the answer is here");
        for asked in [one.zone(), other.zone(), "qz-7711942 hnd".to_owned()] {
            assert!(ask(&specimen, &officer, &asked).await.status.is_success());
        }
        let lines = lines(&specimen);
        let abouts: Vec<&str> = lines.iter().map(|(_, about)| about.as_str()).collect();
        assert!(
            abouts.iter().all(|about| about.len() == 16 && about.bytes().all(|b| b.is_ascii_hexdigit())),
            "{abouts:?}"
        );
        assert_eq!((abouts[0], abouts[0]), (abouts[1], abouts[3]), "the same document, however it was asked about");
        assert_ne!(abouts[0], abouts[2], "the same number of another State is another document");
        assert!(lines.iter().all(|(leaf, _)| leaf.purpose == "border_control" && leaf.class == "K3"));
        let mut all = Vec::new();
        files(specimen.path(), &mut all);
        assert!(all.iter().any(|(name, bytes)| name.contains("access.db") && bytes.len() > 4096));
        for (name, bytes) in all {
            for planted in ["QZ7711942", "qz-7711942", "ZELAYA", "IRIS", "920214"] {
                assert!(!bytes.windows(planted.len()).any(|at| at == planted.as_bytes()), "{planted} in {name}");
            }
        }
    }

    #[tokio::test]
    async fn who_may_not_check_finds_nothing_there_and_who_chose_no_purpose_is_asked_for_one() {
        let specimen = Specimen::new(PLANS);
        for (state, role, purpose) in [
            ("GTM", "data_steward", Purpose::DataStewardship),
            ("GTM", "state_administrator", Purpose::Administration),
            ("XIM", "delegate", Purpose::Secretariat),
            ("XSV", "coordinator", Purpose::Secretariat),
        ] {
            let other = specimen.signed_in(state, role, purpose);
            for path in ["/check", "/check/second-line"] {
                assert_eq!(specimen.get(Some(&other), path).await.status, StatusCode::NOT_FOUND, "{role} {path}");
                let posted = specimen.post(&other, path, &[("zone", "?"), ("outcome", "?")]).await;
                assert_eq!(posted.status, StatusCode::NOT_FOUND, "{role} {path}");
            }
        }
        assert_eq!(specimen.get(None, "/check").await.status, StatusCode::SEE_OTHER);
        let name = specimen.enrol("GTM", "gtm.examiner.idle", &["document_examiner"]);
        let idle = specimen.sign_in(&name, None);
        let sent = specimen.get(Some(&idle), "/check").await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        assert!(sent.headers["location"].to_str().unwrap().starts_with("/purpose"));
        let examiner = specimen.signed_in("CAN", "document_examiner", Purpose::DocumentExamination);
        assert_eq!(specimen.get(Some(&examiner), "/check").await.status, StatusCode::OK);
    }

    #[tokio::test]
    async fn a_form_of_another_session_is_refused() {
        let specimen = Specimen::new(PLANS);
        let officer = officer(&specimen);
        let forged = specimen.post_raw(Some(&officer), "/check", &[("csrf", "0"), ("zone", "K1 HND")]).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN);
        assert!(lines(&specimen).is_empty());
    }
}
