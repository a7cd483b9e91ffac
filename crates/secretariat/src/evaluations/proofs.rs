//! What holds for an evaluation from its questionnaire to the obligations that come of it, and who sees what of it when.

#![allow(clippy::unwrap_used)]

use axum::body::Body;
use axum::http::Request;
use base::access::Purpose;
use base::specimen::{Answer, Session, Specimen};
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::decisions::samples::{api_get, coordinator, decide, delegate, held, path_of, specimen};
use crate::meetings::samples::{get_in, shows_a_key};

const DECISION: &str = "RCM/VIII/2003/DEC/24";
const PATH: &str = "/evaluations/RCM-EVA-1";

/// The form of an evaluation by Canada and Mexico that is answered until the end of 20 March 2026.
const FORM: [(&str, &str); 10] = [
    ("symbol", "RCM/EVA/1"),
    ("title_es", "Siete años (ficticio)"),
    ("title_en", "Seven years (invented)"),
    ("purpose_es", "Qué resultó del Proceso."),
    ("decision", DECISION),
    ("deadline-day", "20"),
    ("deadline-month", "3"),
    ("deadline-year", "2026"),
    ("evaluators", "CAN"),
    ("evaluators", "MEX"),
];

fn with<'f>(form: &[(&'f str, &'f str)], more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let kept = form.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    kept.copied().chain(more.iter().copied()).collect()
}

async fn prepared(specimen: &Specimen, more: &[(&str, &str)]) -> Session {
    let session = coordinator(specimen);
    held(specimen, &session).await;
    decide(specimen, &session, "24").await;
    path_of(specimen.post(&session, "/evaluations/new", &with(&FORM, more)).await);
    session
}

fn question<'f>(number: &'f str, asks: &'f str, more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let form = [
        ("number", number),
        ("seen", "0"),
        ("words_es", "¿Sirvió?"),
        ("words_en", "Did it help?"),
        ("asks", asks),
        ("required", "yes"),
    ];
    with(&form, more)
}

/// Writes a question of each kind: the last two may be left out.
async fn asked(specimen: &Specimen, session: &Session) {
    let choices = [("choices_es", "mucho\npoco"), ("choices_en", "much\nlittle")];
    let unit = [("unit_es", "reuniones"), ("unit_en", "meetings"), ("required", "no")];
    for form in [
        question("1", "yes_no", &[]),
        question("2", "text", &[]),
        question("3", "one_of", &choices),
        question("4", "number", &unit),
        question("5", "day", &[("required", "no")]),
    ] {
        let answer = specimen.post(session, &format!("{PATH}/questions"), &form).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
    }
}

async fn opened(specimen: &Specimen, more: &[(&str, &str)]) -> Session {
    let session = prepared(specimen, more).await;
    asked(specimen, &session).await;
    path_of(specimen.post(&session, &format!("{PATH}/open"), &[]).await);
    session
}

const GIVES: [(&str, &str); 5] = [
    ("step", "give"),
    ("unit", "Cancillería de muestra"),
    ("reply_1", "part"),
    ("reply_2", "Nos vimos más. (ficticio)"),
    ("reply_3", "2"),
];

async fn answer(specimen: &Specimen, party: &str, more: &[(&str, &str)]) -> Answer {
    specimen.post(&delegate(specimen, party), &format!("{PATH}/answer"), &with(&GIVES, more)).await
}

fn days(specimen: &Specimen, days: i64) {
    specimen.clock.advance(SignedDuration::from_hours(24 * days));
}

/// Makes a token of somebody; each is somebody else, for a token does not last as long as an evaluation.
fn machine(specimen: &Specimen, party: &str, role: &str) -> String {
    let name = format!("{}.machine{}", party.to_lowercase(), specimen.clock.now().as_second());
    specimen.token(&specimen.enrol(party, &name, &[role]), &[Purpose::Secretariat])
}

async fn api_post(specimen: &Specimen, token: &str, path: &str, sent: &Value) -> (u16, Value) {
    let request = Request::post(path)
        .header("authorization", format!("Bearer {token}"))
        .header("puebla-purpose", Purpose::Secretariat.code())
        .header("content-type", "application/json");
    let answer = specimen.send(request.body(Body::from(sent.to_string())).unwrap()).await;
    (answer.status.as_u16(), serde_json::from_str(&answer.body).unwrap_or_default())
}

/// Lets three answer and everybody's time pass, and publishes a report with one recommendation to Honduras and the secretariat.
async fn reported(specimen: &Specimen) {
    opened(specimen, &[("observers_see", "yes")]).await;
    for party in ["CAN", "HND", "NIC"] {
        assert_eq!(answer(specimen, party, &[]).await.status, 303);
    }
    days(specimen, 40);
    let canada = delegate(specimen, "CAN");
    let finding =
        [("number", "1"), ("seen", "0"), ("words_es", "Se reúne tarde."), ("questions", "1"), ("questions", "2")];
    path_of(specimen.post(&canada, &format!("{PATH}/findings"), &finding).await);
    let recommendation = [
        ("number", "1"),
        ("seen", "0"),
        ("words_es", "Reunirse antes."),
        ("findings", "1"),
        ("addressees", "HND"),
        ("addressees", "XSV"),
    ];
    let mexico = delegate(specimen, "MEX");
    path_of(specimen.post(&mexico, &format!("{PATH}/recommendations"), &recommendation).await);
    let page = specimen.get(Some(&canada), &format!("{PATH}/findings")).await.body;
    assert!(page.contains("name=\"seen\" value=\"2\""), "both were written: {page}");
    path_of(specimen.post(&canada, &format!("{PATH}/publish"), &[("seen", "2")]).await);
}

#[tokio::test]
async fn who_evaluates_and_the_secretariat_prepare_it_and_nobody_else_sees_it_before() {
    let specimen = specimen();
    let secretary = prepared(&specimen, &[]).await;
    let seen = |session: Session| {
        let specimen = &specimen;
        async move {
            let listed = specimen.get(Some(&session), "/evaluations").await.body.contains("RCM/EVA/1");
            (specimen.get(Some(&session), PATH).await.status.as_u16(), listed)
        }
    };
    for (party, expected) in [("CAN", (200, true)), ("HND", (404, false)), ("COL", (404, false))] {
        assert_eq!(seen(delegate(&specimen, party)).await, expected, "{party}");
    }
    for page in ["answers", "export", "time", "findings", "recommendations"] {
        let (page, mexico) = (format!("{PATH}/{page}"), delegate(&specimen, "MEX"));
        for session in [&secretary, &mexico] {
            assert_eq!(specimen.get(Some(session), &page).await.status, 404, "nothing of {page} is there before");
        }
    }
    let questions = format!("{PATH}/questions");
    assert_eq!(specimen.post(&delegate(&specimen, "HND"), &questions, &question("1", "text", &[])).await.status, 404);
    let mexico = delegate(&specimen, "MEX");
    assert_eq!(specimen.post(&mexico, &questions, &question("1", "text", &[])).await.status, 303);
    let stale = specimen.post(&secretary, &questions, &question("1", "yes_no", &[])).await;
    assert!(stale.status == 409 && stale.body.contains("Did it help?"), "written since: {}", stale.body);
    let open = format!("{PATH}/open");
    assert_eq!(specimen.post(&mexico, &open, &[]).await.status, 404, "the secretariat opens it");
    let gone = [("number", "1"), ("seen", "1"), ("step", "remove")];
    assert_eq!(specimen.post(&mexico, &questions, &gone).await.status, 303);
    let empty = specimen.post(&secretary, &open, &[]).await;
    assert!(empty.status == 409 && empty.body.contains("nothing in it yet"), "{}", empty.body);
    assert_eq!(specimen.post(&mexico, &questions, &question("1", "yes_no", &[("seen", "2")])).await.status, 303);
    path_of(specimen.post(&secretary, &open, &[]).await);
    assert_eq!(seen(delegate(&specimen, "HND")).await, (200, true));
    assert_eq!(seen(delegate(&specimen, "COL")).await, (404, false), "observers have no part in it");
    for (to, form) in [
        (&questions, question("1", "text", &[("seen", "3")])),
        (&format!("{PATH}/prepare"), with(&FORM, &[("seen", "1")])),
        (&open, Vec::new()),
    ] {
        assert_eq!(specimen.post(&secretary, to, &form).await.status, 409, "{to}: frozen");
    }
}

#[tokio::test]
async fn a_delegation_saves_then_gives_and_the_last_in_time_counts() {
    let specimen = specimen();
    opened(&specimen, &[]).await;
    let path = format!("{PATH}/answer");
    let honduras = delegate(&specimen, "HND");
    assert!(specimen.get(Some(&honduras), "/today").await.body.contains(&path), "asked");
    let saved = [("step", "save"), ("seen", "0"), ("reply_1", "yes")];
    assert_eq!(specimen.post(&honduras, &path, &saved).await.status, 303, "the rest may be missing");
    let colleague = delegate(&specimen, "HND");
    assert!(specimen.get(Some(&colleague), &path).await.body.contains("Saved by your delegation"));
    let stale = specimen.post(&colleague, &path, &saved).await;
    assert_eq!(stale.status, 409, "somebody saved since: {}", stale.body);
    for party in ["CAN", "NIC"] {
        let page = specimen.get(Some(&delegate(&specimen, party)), &format!("{PATH}/answers")).await.body;
        assert!(!page.contains("Honduras</dt>"), "a draft is nobody else's: {page}");
    }
    assert_eq!(answer(&specimen, "HND", &[("reply_1", "yes")]).await.status, 303);
    assert!(!specimen.get(Some(&honduras), "/today").await.body.contains(&path), "answered");
    let second = [("reply_1", "no"), ("unit", "Dirección de Migración de muestra")];
    assert_eq!(answer(&specimen, "HND", &second).await.status, 303);
    let both = specimen.get(Some(&delegate(&specimen, "CAN")), &format!("{PATH}/answers/HND")).await.body;
    assert!(both.contains("Cancillería") && both.contains("Dirección de Migración"), "both are seen: {both}");
    assert!(both.find("Dirección") < both.find("Cancillería"), "the one that counts first");
    for (party, more, said) in [
        ("NIC", ("reply_1", ""), "Reply to this"),
        ("NIC", ("declined_1", "No."), "and not both"),
        ("NIC", ("reply_3", "9"), "no reply to what is asked"),
        ("NIC", ("reply_4", "12.5"), "A whole number"),
        ("NIC", ("reply_5-day", "31"), "date"),
        ("NIC", ("unit", ""), "Write something here"),
    ] {
        let refused = answer(&specimen, party, &[more]).await;
        assert!(refused.status == 422 && refused.body.contains(said), "{said}: {}", refused.body);
        assert!(refused.body.contains("Nos vimos más."), "what was typed stays");
    }
    let why = [("reply_1", ""), ("declined_1", "No se midió. (ficticio)")];
    assert_eq!(answer(&specimen, "NIC", &why).await.status, 303, "a reason is an answer");
    assert_eq!(answer(&specimen, "COL", &[]).await.status, 404, "not asked");
    assert_eq!(specimen.post(&coordinator(&specimen), &path, &GIVES).await.status, 404, "for nobody");
}

#[tokio::test]
async fn a_day_ends_in_each_capital_to_the_microsecond() {
    let specimen = specimen();
    opened(&specimen, &[]).await;
    let token = machine(&specimen, "XSV", "coordinator");
    let told = api_get(&specimen, &token, "/api/v1/evaluations/RCM-EVA-1").await.body;
    let told: Value = serde_json::from_str(&told).unwrap();
    let ends = |party: &str| {
        let parties = told["parties"].as_array().unwrap();
        let deadline = parties.iter().find(|one| one["party"] == party).unwrap()["deadline"].clone();
        deadline.as_str().unwrap().parse::<jiff::Timestamp>().unwrap()
    };
    // Toronto has put its clocks forward by then, Tegucigalpa never does.
    assert_eq!(ends("CAN").to_string(), "2026-03-21T03:59:59.999999Z");
    assert_eq!(ends("HND").to_string(), "2026-03-21T05:59:59.999999Z");
    specimen.clock.advance(ends("CAN").duration_since(specimen.clock.now()));
    let done = |answer: Answer| answer.headers["location"].to_str().unwrap().ends_with("done=given");
    assert!(done(answer(&specimen, "CAN", &[]).await), "the last microsecond is in time");
    specimen.clock.advance(SignedDuration::from_micros(1));
    assert_eq!(answer(&specimen, "CAN", &[("reply_1", "no")]).await.status, 409, "one later is not");
    assert!(done(answer(&specimen, "HND", &[]).await), "where the day goes on it is");
}

#[tokio::test]
async fn answers_are_for_those_who_evaluate_until_everybodys_time_has_passed() {
    let specimen = specimen();
    opened(&specimen, &[("observers_answer", "yes")]).await;
    assert_eq!(answer(&specimen, "HND", &[]).await.status, 303);
    assert_eq!(answer(&specimen, "COL", &[("reply_2", "Desde fuera. (ficticio)")]).await.status, 303);
    let sees = |party: &'static str| {
        let specimen = &specimen;
        async move {
            let session = delegate(specimen, party);
            let page = specimen.get(Some(&session), &format!("{PATH}/answers")).await.body;
            let sheet = specimen.get(Some(&session), &format!("{PATH}/export")).await.body;
            let one = specimen.get(Some(&session), &format!("{PATH}/answers/HND")).await.status == 200;
            let seen = [page.contains("Nos vimos más."), sheet.contains("Nos vimos más."), one];
            (seen, page.contains("Desde fuera."))
        }
    };
    let counted = async |party: &'static str| {
        let page = specimen.get(Some(&delegate(&specimen, party)), &format!("{PATH}/answers")).await.body;
        page.contains("All members together")
    };
    assert_eq!(sees("CAN").await, ([true; 3], true));
    assert_eq!(sees("HND").await, ([true; 3], false), "its own");
    assert_eq!((counted("CAN").await, counted("HND").await), (true, false), "one reply is not all members");
    assert_eq!(sees("GTM").await, ([false; 3], false));
    assert_eq!(sees("COL").await, ([false; 3], true), "its own");
    let time = format!("{PATH}/time");
    let more =
        [("parties", "GTM"), ("until-day", "30"), ("until-month", "3"), ("until-year", "2026"), ("reason", "Cambio.")];
    assert_eq!(specimen.post(&coordinator(&specimen), &time, &more).await.status, 404, "who evaluates gives it");
    assert_eq!(specimen.post(&delegate(&specimen, "HND"), &time, &more).await.status, 404);
    let early = with(&more, &[("until-day", "19")]);
    let early = specimen.post(&delegate(&specimen, "MEX"), &time, &early).await;
    assert!(early.status == 422 && early.body.contains("Later than the deadline"), "{}", early.body);
    path_of(specimen.post(&delegate(&specimen, "MEX"), &time, &more).await);
    let page = specimen.get(Some(&delegate(&specimen, "NIC")), PATH).await.body;
    assert!(page.contains("gave more time") && page.contains("Cambio."), "{page}");
    let until = jiff::civil::date(2026, 3, 25).to_zoned_datetime(jiff::tz::TimeZone::UTC).unwrap().timestamp();
    specimen.clock.advance(until.duration_since(specimen.clock.now()));
    assert_eq!(sees("NIC").await, ([false; 3], false), "somebody has still time");
    assert_eq!(answer(&specimen, "GTM", &[]).await.status, 303);
    let late = answer(&specimen, "NIC", &[]).await;
    assert!(late.headers["location"].to_str().unwrap().ends_with("done=late"), "late, and not lost");
    assert_eq!(answer(&specimen, "HND", &[("reply_1", "no")]).await.status, 409, "what was in time stands");
    days(&specimen, 10);
    assert_eq!(sees("NIC").await, ([true; 3], true));
    assert_eq!(sees("COL").await, ([false; 3], true), "the opening says that observers do not see");
    assert_eq!((counted("NIC").await, counted("COL").await), (true, false));
    let page = specimen.get(Some(&delegate(&specimen, "NIC")), &format!("{PATH}/answers")).await.body;
    assert!(page.contains("3 of 11 members") && page.contains("Not answered by"), "{page}");
    assert!(
        page.contains("<th scope=\"row\">In part</th>") && page.contains("class=\"bar\""),
        "bars beside words: {page}"
    );
}

#[tokio::test]
async fn what_is_recommended_and_accepted_is_owed_and_both_lead_to_each_other() {
    let specimen = specimen();
    reported(&specimen).await;
    let to = format!("{PATH}/recommendations/1");
    for (session, waits) in
        [(delegate(&specimen, "HND"), true), (coordinator(&specimen), true), (delegate(&specimen, "NIC"), false)]
    {
        assert_eq!(specimen.get(Some(&session), "/today").await.body.contains(&to), waits);
    }
    let accepts = [
        ("seen", "1"),
        ("verdict", "accepted"),
        ("reason", "Es cierto. (ficticio)"),
        ("what", "Reunirse en marzo. (ficticio)"),
        ("unit", "Cancillería de muestra"),
        ("due-day", "30"),
        ("due-month", "6"),
        ("due-year", "2026"),
    ];
    let honduras = delegate(&specimen, "HND");
    for (more, said) in [
        (("verdict", ""), "Choose what your party says"),
        (("verdict", "refused"), "has nothing to be done"),
        (("what", ""), "Write something here"),
        (("due-year", "2025"), "from today on"),
    ] {
        let refused = specimen.post(&honduras, &to, &with(&accepts, &[more])).await;
        assert!(refused.status == 422 && refused.body.contains(said), "{said}: {}", refused.body);
    }
    assert_eq!(specimen.post(&delegate(&specimen, "NIC"), &to, &accepts).await.status, 404, "not addressed");
    let stale = specimen.post(&honduras, &to, &with(&accepts, &[("seen", "2")])).await;
    assert_eq!(stale.status, 409, "another version than was read");
    path_of(specimen.post(&honduras, &to, &accepts).await);
    // The decision charged the members with one duty: this is its second.
    let owed = "/obligations/RCM-VIII-2003-DEC-24.2";
    let report = specimen.get(Some(&delegate(&specimen, "COL")), &format!("{PATH}/report")).await.body;
    assert!(report.contains(owed) && report.contains("Reunirse en marzo."), "{report}");
    let duty = specimen.get(Some(&honduras), owed).await.body;
    assert!(duty.contains(&format!("{PATH}/report#recommendation-1")), "the way back: {duty}");
    let today = specimen.get(Some(&honduras), "/today").await.body;
    assert!(today.contains(owed) && !today.contains(&to), "{today}");
    assert_eq!(specimen.post(&honduras, &to, &accepts).await.status, 409, "it is owed");
    let secretary = coordinator(&specimen);
    let refuses = [("seen", "1"), ("verdict", "refused"), ("reason", "No le toca. (ficticio)")];
    path_of(specimen.post(&secretary, &to, &refuses).await);
    path_of(specimen.post(&secretary, &to, &accepts).await);
    assert!(specimen.get(Some(&secretary), "/obligations/RCM-VIII-2003-DEC-24.3").await.body.contains("Reunirse"));
}

#[tokio::test]
async fn a_new_version_supersedes_and_what_nobody_answered_in_ninety_days_is_seen() {
    let specimen = specimen();
    reported(&specimen).await;
    let report = format!("{PATH}/report");
    let refuses = [("seen", "1"), ("verdict", "refused"), ("reason", "No le toca. (ficticio)")];
    path_of(specimen.post(&coordinator(&specimen), &format!("{PATH}/recommendations/1"), &refuses).await);
    days(&specimen, 89);
    assert!(!specimen.get(Some(&delegate(&specimen, "NIC")), &report).await.body.contains("no response in 90 days"));
    days(&specimen, 3);
    assert!(specimen.get(Some(&delegate(&specimen, "NIC")), &report).await.body.contains("no response in 90 days"));
    let canada = delegate(&specimen, "CAN");
    let same = specimen.post(&canada, &format!("{PATH}/publish"), &[("seen", "2")]).await;
    assert!(same.status == 409 && same.body.contains("same as the version before"), "{}", same.body);
    let anew = [
        ("number", "1"),
        ("seen", "1"),
        ("words_es", "Reunirse mucho antes."),
        ("findings", "1"),
        ("addressees", "HND"),
        ("addressees", "XSV"),
    ];
    path_of(specimen.post(&canada, &format!("{PATH}/recommendations"), &anew).await);
    let before = specimen.get(Some(&delegate(&specimen, "NIC")), &report).await.body;
    assert!(!before.contains("mucho antes"), "not before it is published");
    path_of(specimen.post(&canada, &format!("{PATH}/publish"), &[("seen", "3")]).await);
    let page = specimen.get(Some(&delegate(&specimen, "NIC")), &report).await.body;
    assert!(
        page.contains("mucho antes") && page.contains("no response yet") && !page.contains("in 90 days<"),
        "{page}"
    );
    assert!(page.contains("of version 1: not accepted"), "what was said to the first stays: {page}");
    let first = specimen.get(Some(&delegate(&specimen, "NIC")), &format!("{report}?version=1")).await.body;
    assert!(first.contains("A later version stands") && !first.contains("mucho antes"), "{first}");
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_field_in_three_languages_and_what_was_typed_stays() {
    let specimen = specimen();
    let secretary = prepared(&specimen, &[]).await;
    for (more, said) in [
        (&[("symbol", "e v!")][..], "Capital letters"),
        (&[("title_es", ""), ("title_en", " ")], "one language at least"),
        (&[("decision", "RCM/VIII/2003/DEC/99")], "no such decision"),
        (&[("evaluators", "COL")], "at least one member State"),
        (&[("deadline-month", "13")], "date"),
        (&[("deadline-year", "2025")], "from today on"),
        (&[("deadline-year", "2029")], "two years ahead"),
    ] {
        let form = with(&with(&FORM, &[("symbol", "RCM/EVA/2")]), more);
        let answer = specimen.post(&secretary, "/evaluations/new", &form).await;
        assert!(answer.status == 422 && answer.body.contains(said), "{said}: {}", answer.body);
        assert!(answer.body.contains("Qué resultó del Proceso."), "what was typed stays");
    }
    assert_eq!(specimen.post(&secretary, "/evaluations/new", &FORM).await.status, 409, "twice");
    for (form, said) in [
        (question("41", "text", &[]), "1 to 40"),
        (question("1", "essay", &[]), "Choose what it asks for"),
        (question("1", "text", &[("words_en", "")]), "Write something here"),
        (question("1", "one_of", &[("choices_es", "una"), ("choices_en", "one")]), "Two to ten"),
        (question("1", "one_of", &[("choices_es", "una\ndos"), ("choices_en", "one")]), "As many lines"),
        (question("1", "text", &[("choices_es", "a\nb"), ("choices_en", "a\nb")]), "only"),
        (question("1", "number", &[]), "what the number counts"),
        (question("1", "text", &[("unit_es", "a"), ("unit_en", "a")]), "Only a number"),
    ] {
        let answer = specimen.post(&secretary, &format!("{PATH}/questions"), &form).await;
        assert!(answer.status == 422 && answer.body.contains(said), "{said}: {}", answer.body);
    }
}

#[tokio::test]
async fn its_pages_speak_three_languages() {
    let specimen = specimen();
    reported(&specimen).await;
    let second = with(&FORM, &[("symbol", "RCM/EVA/2"), ("deadline-year", "2027")]);
    path_of(specimen.post(&coordinator(&specimen), "/evaluations/new", &second).await);
    let pages = [
        (
            "XSV",
            vec![
                "/evaluations",
                "/evaluations/new",
                "/evaluations/RCM-EVA-2",
                "/evaluations/RCM-EVA-2/prepare",
                "/evaluations/RCM-EVA-2/questions",
            ],
        ),
        (
            "CAN",
            vec![
                PATH,
                "/evaluations/RCM-EVA-1/answers",
                "/evaluations/RCM-EVA-1/answers/HND",
                "/evaluations/RCM-EVA-1/findings",
                "/evaluations/RCM-EVA-1/findings?item=1",
                "/evaluations/RCM-EVA-1/recommendations?item=1",
                "/evaluations/RCM-EVA-1/time",
                "/evaluations/RCM-EVA-1/report",
            ],
        ),
        ("HND", vec!["/evaluations/RCM-EVA-1/answer", "/evaluations/RCM-EVA-1/recommendations/1", "/today"]),
    ];
    for (party, paths) in pages {
        let session = if party == "XSV" { coordinator(&specimen) } else { delegate(&specimen, party) };
        for path in paths {
            for language in ["en", "es", "fr"] {
                let page = get_in(&specimen, &session, path, language).await;
                assert_eq!(page.status, 200, "{party} {path}: {}", page.body);
                assert!(!shows_a_key(&page.body, "evaluations"), "{language} {path}: {}", page.body);
            }
        }
    }
}

#[tokio::test]
async fn a_list_is_asked_by_standing_evaluator_and_year() {
    let specimen = specimen();
    opened(&specimen, &[]).await;
    let second = [
        ("symbol", "RCM/EVA/2"),
        ("evaluators", "NIC"),
        ("deadline-year", "2027"),
        ("title_es", "Otra"),
        ("title_en", "Other"),
    ];
    path_of(specimen.post(&coordinator(&specimen), "/evaluations/new", &with(&FORM, &second)).await);
    let token = machine(&specimen, "XSV", "coordinator");
    for (asked, expected) in [
        ("", (true, true)),
        ("?standing=open", (true, false)),
        ("?standing=prepared", (false, true)),
        ("?standing=ended", (false, false)),
        ("?owner=MEX", (true, false)),
        ("?owner=NIC&year=2027", (false, true)),
        ("?year=2026", (true, false)),
    ] {
        let text = api_get(&specimen, &token, &format!("/api/v1/evaluations{asked}")).await.body;
        assert_eq!((text.contains("RCM/EVA/1"), text.contains("RCM/EVA/2")), expected, "{asked}: {text}");
        let page = specimen.get(Some(&coordinator(&specimen)), &format!("/evaluations{asked}")).await.body;
        assert_eq!((page.contains("RCM/EVA/1"), page.contains("RCM/EVA/2")), expected, "{asked}");
    }
    for asked in ["standing=none", "owner=COL", "year=26", "page=-1"] {
        assert_eq!(api_get(&specimen, &token, &format!("/api/v1/evaluations?{asked}")).await.status, 422, "{asked}");
    }
    days(&specimen, 40);
    let token = machine(&specimen, "XSV", "coordinator");
    let ended = api_get(&specimen, &token, "/api/v1/evaluations?standing=ended").await.body;
    assert!(ended.contains("RCM/EVA/1") && !ended.contains("RCM/EVA/2"), "time ends it: {ended}");
}

#[tokio::test]
async fn a_machine_prepares_answers_reports_and_responds() {
    let specimen = specimen();
    let session = coordinator(&specimen);
    held(&specimen, &session).await;
    decide(&specimen, &session, "24").await;
    let secretary = machine(&specimen, "XSV", "coordinator");
    let (canada, honduras) = (machine(&specimen, "CAN", "delegate"), machine(&specimen, "HND", "delegate"));
    let api = |path: &str| format!("/api/v1/evaluations{path}");
    let terms = json!({
        "symbol": "RCM/EVA/1", "title": { "es": "Siete años (ficticio)" }, "purpose": { "es": "Qué resultó." }, "decision": DECISION,
        "evaluators": ["CAN", "MEX"], "deadline_on": "2026-03-20", "observers_answer": false, "observers_see": true, "seen": 0,
    });
    let (status, made) = api_post(&specimen, &secretary, &api(""), &terms).await;
    assert!(status == 201 && made["standing"] == "prepared" && made["written"] == 1, "{made}");
    let one = json!({ "words": { "en": "Did it help?", "es": "¿Sirvió?" }, "asks": "yes_no", "required": true });
    let asks = json!({ "number": 1, "seen": 0, "question": one });
    let (status, told) = api_post(&specimen, &canada, &api("/RCM-EVA-1/questions"), &asks).await;
    assert!(status == 200 && told["questions"][0]["written"] == 1, "{told}");
    let mut wrong = asks.clone();
    wrong["question"]["unit"] = json!({ "en": "a", "es": "a" });
    assert_eq!(api_post(&specimen, &canada, &api("/RCM-EVA-1/questions"), &wrong).await.0, 422, "it does not apply");
    assert_eq!(api_post(&specimen, &secretary, &api("/RCM-EVA-1/open"), &json!({})).await.0, 200);
    let gives =
        json!({ "unit": "Ministry (invented)", "give": true, "replies": [{ "question": 1, "yes_no": "part" }] });
    let mut two = gives.clone();
    two["replies"][0]["text"] = json!("and more");
    assert_eq!(api_post(&specimen, &honduras, &api("/RCM-EVA-1/answer"), &two).await.0, 422, "one thing is said");
    assert_eq!(api_post(&specimen, &honduras, &api("/RCM-EVA-1/answer"), &gives).await.0, 200);
    days(&specimen, 40);
    let (canada, honduras) = (machine(&specimen, "CAN", "delegate"), machine(&specimen, "HND", "delegate"));
    let told = api_get(&specimen, &canada, &api("/RCM-EVA-1/answers")).await.body;
    let told: Value = serde_json::from_str(&told).unwrap();
    assert_eq!((&told["questions"][0]["counts"], &told["answers"][0]["party"]), (&json!([0, 1, 0]), &json!("HND")));
    let finding = json!({ "number": 1, "seen": 0, "finding": { "words": { "en": "It is late." }, "questions": [1] } });
    assert_eq!(api_post(&specimen, &canada, &api("/RCM-EVA-1/findings"), &finding).await.0, 200);
    let wants = json!({ "words": { "en": "Begin earlier." }, "findings": [1], "addressees": ["HND"] });
    let wants = json!({ "number": 1, "seen": 0, "recommendation": wants });
    let (status, told) = api_post(&specimen, &canada, &api("/RCM-EVA-1/recommendations"), &wants).await;
    assert!(status == 200 && told["writes"] == 2, "{told}");
    assert_eq!(api_post(&specimen, &canada, &api("/RCM-EVA-1/publish"), &json!({ "seen": 2 })).await.0, 200);
    let will = json!({ "what": "Begin in March.", "unit": "Ministry (invented)", "due_on": "2026-12-31" });
    let accepts = json!({ "version": 1, "verdict": "part", "reason": "It is so.", "will": will });
    let (status, told) = api_post(&specimen, &honduras, &api("/RCM-EVA-1/recommendations/1"), &accepts).await;
    assert!(status == 200, "{told}");
    assert_eq!(told["recommendations"][0]["responses"][0]["obligation"], "RCM/VIII/2003/DEC/24.2");
    assert_eq!(told.get("writes"), None, "who does not evaluate is not told");
    let sheet = api_get(&specimen, &honduras, &api("/RCM-EVA-1/export")).await;
    assert_eq!(sheet.headers["content-type"], "text/csv; charset=utf-8");
    assert!(sheet.body.contains("1,yes_no,Did it help?,¿Sirvió?,HND,member,answered,"), "{}", sheet.body);
}
