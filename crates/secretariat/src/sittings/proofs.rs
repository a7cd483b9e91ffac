//! Agendas, attendance and statements as they happen, and every way in which something is refused.

#![allow(clippy::unwrap_used)]

use base::access::Purpose;
use base::identity::profile::LAGOON;
use base::specimen::{Answer, Session, Specimen};
use serde_json::{Value, json};

use crate::meetings::samples::*;
use crate::members::samples as members;

async fn call(specimen: &Specimen, token: &str, path: &str, body: &Value) -> Answer {
    specimen.call(token, Purpose::Secretariat, path, body).await
}

/// Puts three items on the agenda of the eighth meeting, the second for members only; answers the path of the meeting.
async fn set(specimen: &Specimen, coordinator: &Session, token: &str) -> String {
    let path = plan(specimen, coordinator, "RCM/VIII").await;
    for item in [
        json!({ "title_en": "Opening", "title_es": "Apertura" }),
        json!({ "title_es": "Presupuesto", "members_only": true }),
        json!({ "title_es": "Retorno", "observer_slot": true }),
    ] {
        let answer = call(specimen, token, &format!("/api/v1{path}/agenda"), &item).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
    }
    path
}

async fn agenda(specimen: &Specimen, token: &str, path: &str) -> Value {
    serde_json::from_str(&api_get(specimen, token, &format!("/api/v1{path}/agenda")).await.body).unwrap()
}

#[tokio::test]
async fn an_agenda_is_ordered_changed_and_cut_and_all_of_it_stays_on_record() {
    let specimen = specimen();
    let (coordinator, token) = (coordinator(&specimen), coordinator_token(&specimen));
    let path = set(&specimen, &coordinator, &token).await;
    let page = specimen.get(Some(&coordinator), &format!("{path}/agenda")).await.body;
    let revision = page.split("name=\"revision\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let moved = [("revision", revision.as_str()), ("move", "3-up")];
    assert_eq!(specimen.post(&coordinator, &format!("{path}/agenda/order"), &moved).await.status, 303);
    // The second of two is told, and nothing is moved twice.
    let late = specimen.post(&coordinator, &format!("{path}/agenda/order"), &moved).await;
    assert!(late.status == 422 && late.body.contains("Somebody changed this meanwhile."), "{}", late.body);
    let now = agenda(&specimen, &token, &path).await;
    let order: Vec<u64> = now["items"].as_array().unwrap().iter().map(|item| item["item"].as_u64().unwrap()).collect();
    assert_eq!(order, [1, 3, 2]);
    let change = [("revision", "1"), ("title_es", "Inauguración"), ("who", "open"), ("step", "change")];
    let stale = specimen.post(&coordinator, &format!("{path}/agenda/1"), &change).await;
    assert!(
        stale.status == 422 && stale.body.contains("Inauguración") && stale.body.contains("theirs"),
        "{}",
        stale.body
    );
    // What stands of an item that is kept is said to be kept, before anybody opens it unseen.
    let opens = [("revision", "1"), ("title_es", "Gastos"), ("who", "open"), ("step", "change")];
    let stale = specimen.post(&coordinator, &format!("{path}/agenda/2"), &opens).await.body;
    let theirs = stale.split_once("theirs").unwrap().1.split("<form").next().unwrap();
    assert!(theirs.contains("Presupuesto") && theirs.contains("members only"), "{stale}");
    let seen = now["items"][0]["revision"].to_string();
    let change = [
        ("revision", seen.as_str()),
        ("title_es", "Inauguración"),
        ("who", "open"),
        ("step", "change"),
        ("note", "Nombre"),
    ];
    assert_eq!(specimen.post(&coordinator, &format!("{path}/agenda/1"), &change).await.status, 303);
    let seen = now["items"][2]["revision"].as_u64().unwrap();
    let dropped = json!({ "revision": seen, "dropped": true, "note": "Postponed" });
    let after = call(&specimen, &token, &format!("/api/v1{path}/agenda/2"), &dropped).await;
    assert!(after.status == 200 && !after.body.contains("Presupuesto"), "{}", after.body);
    assert_eq!(specimen.get(Some(&coordinator), &format!("{path}/agenda/2")).await.status, 404);
    // Whoever was still writing on it keeps what they typed, and can put it on again.
    let writing = [("revision", "1"), ("title_es", "Presupuesto nuevo"), ("note", "Cifras"), ("step", "change")];
    let gone = specimen.post(&coordinator, &format!("{path}/agenda/2"), &writing).await;
    assert!(gone.status == 409 && gone.body.contains("took this item off"), "{}", gone.body);
    assert!(gone.body.contains("Presupuesto nuevo") && gone.body.contains("Cifras"), "{}", gone.body);
    assert!(gone.body.contains("/agenda/new\""), "{}", gone.body);
    assert_eq!(specimen.post(&coordinator, &format!("{path}/agenda/9"), &writing).await.status, 404);
    let page = specimen.get(Some(&delegate(&specimen, "MEX")), &format!("{path}/agenda")).await.body;
    for said in
        ["Inauguración", "Opening", "Nombre", "Postponed", "Presupuesto", "new order", "(no title in English yet)"]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("/agenda/order"), "who may not set it is not offered it");
}

#[tokio::test]
async fn observers_see_nothing_of_an_item_that_is_kept_for_members() {
    let specimen = specimen();
    let (coordinator, token) = (coordinator(&specimen), coordinator_token(&specimen));
    let path = set(&specimen, &coordinator, &token).await;
    let (member, observer) = (delegate(&specimen, "MEX"), delegate(&specimen, "COL"));
    for at in ["", "/agenda"] {
        let (seen, hidden) = (
            specimen.get(Some(&member), &format!("{path}{at}")).await.body,
            specimen.get(Some(&observer), &format!("{path}{at}")).await.body,
        );
        assert!(seen.contains("Presupuesto") && seen.contains("members only"), "{seen}");
        assert!(!hidden.contains("Presupuesto") && hidden.contains("Retorno"), "{hidden}");
        // Its number is that of everybody else.
        assert!(hidden.contains("<li value=\"3\">"), "{hidden}");
    }
    // What was open and is kept from now on takes the titles that it had with it.
    let keep = json!({ "revision": agenda(&specimen, &token, &path).await["items"][0]["revision"],
        "content": { "title_en": "Closed", "title_es": "Cerrado", "members_only": true }, "note": "Kept" });
    assert_eq!(call(&specimen, &token, &format!("/api/v1{path}/agenda/1"), &keep).await.status, 200);
    for (session, seen) in [(&member, true), (&observer, false)] {
        let page = specimen.get(Some(session), &format!("{path}/agenda")).await.body;
        assert_eq!(
            (page.contains("Opening"), page.contains("Kept"), page.contains("Closed")),
            (seen, seen, seen),
            "{page}"
        );
    }
    let machine = specimen.token(&specimen.enrol("COL", "col.machine", &["delegate"]), &[Purpose::Secretariat]);
    let items = agenda(&specimen, &machine, &path).await;
    assert!(!items.to_string().contains("Presupuesto"), "{items}");
    // That something is done to them is not told either, neither as a number that rises nor as a new order.
    let seen = agenda(&specimen, &token, &path).await;
    let change =
        json!({ "revision": seen["items"][1]["revision"], "content": { "title_es": "Gastos", "members_only": true } });
    assert_eq!(call(&specimen, &token, &format!("/api/v1{path}/agenda/2"), &change).await.status, 200);
    let order = json!({ "revision": agenda(&specimen, &token, &path).await["revision"], "items": [2, 1, 3] });
    assert_eq!(call(&specimen, &token, &format!("/api/v1{path}/agenda/order"), &order).await.status, 200);
    assert_ne!(agenda(&specimen, &token, &path).await["revision"], seen["revision"]);
    assert_eq!(agenda(&specimen, &machine, &path).await, items);
    for (session, told) in [(&member, true), (&observer, false)] {
        let page = specimen.get(Some(session), &format!("{path}/agenda")).await.body;
        assert_eq!(page.contains("new order"), told, "{page}");
    }
    let order = json!({ "revision": agenda(&specimen, &token, &path).await["revision"], "items": [3, 1, 2] });
    assert_eq!(call(&specimen, &token, &format!("/api/v1{path}/agenda/order"), &order).await.status, 200);
    // The one open item that is left stands where it stood among open ones; two that change places are seen.
    let item = json!({ "title_es": "Clausura" });
    assert_eq!(call(&specimen, &token, &format!("/api/v1{path}/agenda"), &item).await.status, 201);
    let order = json!({ "revision": agenda(&specimen, &token, &path).await["revision"], "items": [4, 3, 1, 2] });
    assert_eq!(call(&specimen, &token, &format!("/api/v1{path}/agenda/order"), &order).await.status, 200);
    assert!(specimen.get(Some(&observer), &format!("{path}/agenda")).await.body.contains("new order"));
}

/// Brings a document's text in Spanish.
async fn bring(specimen: &Specimen, token: &str, symbol: &str) {
    let text = axum::http::Request::post(format!("/api/v1/papers/{}/texts?language=es", symbol.replace('/', "-")))
        .header("authorization", format!("Bearer {token}"))
        .header("puebla-purpose", Purpose::Secretariat.code());
    assert_eq!(specimen.send(text.body(axum::body::Body::from("Uno")).unwrap()).await.status, 201);
}

#[tokio::test]
async fn an_items_documents_are_there_in_each_language_for_whoever_may_open_them() {
    let specimen = specimen();
    let (coordinator, token) = (coordinator(&specimen), coordinator_token(&specimen));
    let path = plan(&specimen, &coordinator, "RCM/VIII").await;
    for (symbol, class) in [("RCM/VIII/1", "observers"), ("RCM/VIII/2", "members")] {
        let paper = json!({ "symbol": symbol, "kind": "note", "title_es": "Nota", "original": "es", "class": class });
        assert_eq!(call(&specimen, &token, "/api/v1/papers", &paper).await.status, 201);
    }
    bring(&specimen, &token, "RCM/VIII/1").await;
    let item = json!({ "title_en": "Return", "title_es": "Retorno", "papers": ["rcm/viii/1", "RCM/VIII/2"] });
    assert_eq!(call(&specimen, &token, &format!("/api/v1{path}/agenda"), &item).await.status, 201);
    let member = specimen.get(Some(&delegate(&specimen, "MEX")), &path).await.body;
    assert!(member.contains("/papers/RCM-VIII-1/texts/es-1") && member.contains("RCM/VIII/2"), "{member}");
    assert!(member.contains("There is no text in English yet."), "{member}");
    let observer = specimen.get(Some(&delegate(&specimen, "COL")), &path).await.body;
    assert!(observer.contains("RCM/VIII/1") && !observer.contains("RCM/VIII/2"), "{observer}");
    for (item, field) in [
        (json!({ "title_en": "X", "papers": ["RCM/VIII/9"] }), "paper-unknown"),
        (json!({ "title_en": "X", "papers": ["nine"] }), "\"paper\""),
        (json!({ "title_fr": "X" }), "title-missing"),
        (json!({ "title_en": "X", "members_only": true, "observer_slot": true }), "slot-kept"),
        (json!({ "title_en": "x".repeat(201) }), "\"line\""),
    ] {
        let answer = call(&specimen, &token, &format!("/api/v1{path}/agenda"), &item).await;
        assert!(answer.status == 422 && answer.body.contains(field), "{field}: {}", answer.body);
    }
    for items in [json!([]), json!([1, 1]), json!([2])] {
        let revision = agenda(&specimen, &token, &path).await["revision"].clone();
        let order = json!({ "revision": revision, "items": items });
        let answer = call(&specimen, &token, &format!("/api/v1{path}/agenda/order"), &order).await;
        assert!(answer.status == 422 && answer.body.contains("\"order\""), "{}", answer.body);
    }
}

#[tokio::test]
async fn networks_and_guests_open_what_was_given_to_all_who_take_part_in_their_meeting() {
    let specimen = specimen();
    let (coordinator, token) = (coordinator(&specimen), coordinator_token(&specimen));
    for (symbol, kept) in [("LAG/I", &[][..]), ("LAG/II", &[]), ("LAG/III", &[("members_only", "yes")])] {
        members::meeting(&specimen, symbol, "2026-03-03", kept).await;
    }
    assert_eq!(specimen.post(&coordinator, "/members/invite", &members::guest("XGU", "LAG/I")).await.status, 303);
    let network = members::apply(&specimen, &coordinator, "XRC", "network").await;
    let admitted = members::admission("2026-03-01", "RCM/X/2005/DEC/1");
    assert_eq!(specimen.post(&coordinator, &network, &admitted).await.status, 303);
    let seats = ["XGU", "XRC", "COL"].map(|party| specimen.signed_in(party, "delegate", Purpose::Secretariat));
    // Who sees it: the guest of LAG/I, the network, an observer.
    let papers = [
        ("LAG/I/1", "participants", "LAG/I", [true, true, true]),
        ("LAG/I/2", "public", "LAG/I", [true, true, true]),
        ("LAG/I/3", "observers", "LAG/I", [false, false, true]),
        ("LAG/I/4", "members", "LAG/I", [false, false, false]),
        ("LAG/II/1", "participants", "LAG/II", [false, true, true]),
        ("LAG/III/1", "participants", "LAG/III", [false, false, false]),
        ("LAG/DOC/1", "public", "", [false, true, true]),
    ];
    for (symbol, class, meeting, _) in papers {
        let paper = json!({ "symbol": symbol, "kind": "note", "title_es": "Nota", "original": "es", "class": class, "meeting": meeting });
        assert_eq!(call(&specimen, &token, "/api/v1/papers", &paper).await.status, 201);
        bring(&specimen, &token, symbol).await;
    }
    let symbols = papers.map(|(symbol, ..)| symbol);
    let item = json!({ "title_en": "Return", "title_es": "Retorno", "papers": symbols });
    assert_eq!(call(&specimen, &token, "/api/v1/meetings/LAG-I/agenda", &item).await.status, 201);
    for (turn, seat) in seats.iter().enumerate() {
        let agenda = specimen.get(Some(seat), "/meetings/LAG-I/agenda").await.body;
        for (symbol, _, _, seen) in papers {
            let path = format!("/papers/{}", symbol.replace('/', "-"));
            assert_eq!(agenda.contains(&format!("{path}/texts/es-1")), seen[turn], "{turn} {symbol}: {agenda}");
            for address in [path.clone(), format!("{path}/texts/es-1")] {
                let status = if seen[turn] { 200 } else { 404 };
                assert_eq!(specimen.get(Some(seat), &address).await.status, status, "{turn} {address}");
            }
        }
    }
    let page = specimen.get(Some(&seats[0]), "/papers/LAG-I-1").await.body;
    assert!(page.contains("given to everyone who takes part") && !page.contains("href=\"/papers\""), "{page}");
    assert_eq!(specimen.get(Some(&seats[1]), "/papers").await.status, 404, "the list is not theirs");
    let homeless =
        json!({ "symbol": "LAG/DOC/2", "kind": "note", "title_es": "Nota", "original": "es", "class": "participants" });
    let refused = call(&specimen, &token, "/api/v1/papers", &homeless).await;
    assert!(refused.status == 422 && refused.body.contains("meeting-missing"), "{}", refused.body);
}

/// Answers what a form of attendance says of a party: what it rests on, and what is chosen.
fn chosen(body: &str, party: &str) -> (String, String) {
    let value = |rest: &str| rest.split("value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let was = value(body.split(&format!("name=\"was_{party}\"")).nth(1).unwrap());
    let select = body.split(&format!("name=\"present_{party}\"")).nth(1).unwrap().split("</select>").next().unwrap();
    let option = select.split("<option").find(|option| option.contains(" selected")).unwrap();
    (was, value(option))
}

#[tokio::test]
async fn who_was_there_is_a_record_and_the_meeting_says_who_was_absent() {
    for (specimen, secretariat, members) in
        [(specimen(), "XSV", ["BLZ", "MEX"]), (specimen_of(LAGOON), "QMS", ["QMA", "QMB"])]
    {
        let coordinator = specimen.signed_in(secretariat, "coordinator", Purpose::Secretariat);
        let mut form = called("LAG/II");
        form.retain(|(name, _)| *name != "host");
        form.push(("host", members[0]));
        let path = path_of(specimen.post(&coordinator, "/meetings/plan", &form).await);
        let attendance = format!("{path}/attendance");
        let sent = [
            (format!("present_{}", members[0]), "no"),
            (format!("was_{}", members[0]), ":"),
            (format!("present_{}", members[1]), "yes"),
            (format!("head_{}", members[1]), "vice-minister"),
            (format!("was_{}", members[1]), ":"),
        ];
        let sent: Vec<(&str, &str)> = sent.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        let answer = specimen.post(&coordinator, &attendance, &sent).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        let page =
            specimen.get(Some(&specimen.signed_in(members[1], "delegate", Purpose::Secretariat)), &path).await.body;
        let name = specimen.ground.identity.party_name(members[0].parse().unwrap(), base::words::Language::En);
        assert!(page.contains(&format!("Absent: {name}")) && page.contains("1 of "), "{page}");
        // The same form again with another answer in its first line says what stands there by now, and what was typed stays.
        let again: Vec<(&str, &str)> =
            sent.iter().map(|(name, value)| if *value == "no" { (*name, "yes") } else { (*name, *value) }).collect();
        let told = specimen.post(&coordinator, &attendance, &again).await;
        assert_eq!(told.status, 409, "{}", told.body);
        assert!(told.body.contains(&format!("present_{}-error", members[0])), "{}", told.body);
        assert!(told.body.contains("Somebody entered meanwhile: absent."), "{}", told.body);
        assert_eq!(chosen(&told.body, members[0]), ("no:".to_owned(), "yes".to_owned()));
        // A line that nobody touched here comes back as it stands by now, so that sending the form does not undo it.
        let untouched = [
            (format!("was_{}", members[0]), ":"),
            (format!("present_{}", members[0]), ""),
            (format!("was_{}", members[1]), "yes:vice-minister"),
            (format!("present_{}", members[1]), ""),
            (format!("head_{}", members[1]), "minister"),
        ];
        let untouched: Vec<(&str, &str)> = untouched.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        let told = specimen.post(&coordinator, &attendance, &untouched).await;
        assert_eq!(told.status, 422, "{}", told.body);
        assert_eq!(chosen(&told.body, members[0]), ("no:".to_owned(), "no".to_owned()));
        assert_eq!(chosen(&told.body, members[1]), ("yes:vice-minister".to_owned(), String::new()));
        for language in ["en", "es", "fr"] {
            assert!(!shows_a_key(&get_in(&specimen, &coordinator, &attendance, language).await.body, "sittings"));
        }
    }
}

#[tokio::test]
async fn attendance_is_of_whoever_could_be_there_and_of_no_day_to_come() {
    let specimen = specimen();
    let (coordinator, token) = (coordinator(&specimen), coordinator_token(&specimen));
    let path = format!("/api/v1{}/attendance", plan(&specimen, &coordinator, "RCM/VIII").await);
    for (lines, code) in [
        (json!([{ "party": "ZZZ", "present": true }]), "nobody"),
        (json!([{ "party": "XSV", "present": true }]), "nobody"),
        (json!([{ "party": "MEX", "present": true }, { "party": "MEX", "present": false }]), "twice"),
        (json!([{ "party": "MEX", "present": true, "head": "Iris Specimen" }]), "\"head\""),
        (json!([{ "party": "MEX", "present": false, "head": "minister" }]), "head-absent"),
        (json!([]), "no-line"),
    ] {
        let answer = call(&specimen, &token, &path, &json!({ "lines": lines })).await;
        assert!(answer.status == 422 && answer.body.contains(code), "{code}: {}", answer.body);
    }
    let stale = json!({ "lines": [{ "party": "MEX", "present": true, "was": "no:" }] });
    let told = call(&specimen, &token, &path, &stale).await;
    assert!(told.status == 409 && told.body.contains("MEX"), "{}", told.body);
    let right = json!({ "lines": [{ "party": "MEX", "present": true, "head": "vice-minister", "was": ":" }, { "party": "COL", "present": true }] });
    let answer = call(&specimen, &token, &path, &right).await;
    let shown: Value = serde_json::from_str(&answer.body).unwrap();
    let of = |code: &str| shown["parties"].as_array().unwrap().iter().find(|one| one["party"] == code).unwrap().clone();
    assert_eq!((of("MEX")["class"].as_str(), of("MEX")["present"].as_bool()), (Some("member"), Some(true)));
    assert_eq!((of("MEX")["stands"].as_str(), of("GTM")["stands"].as_str()), (Some("yes:vice-minister"), Some(":")));
    assert_eq!((of("COL")["class"].as_str(), of("GTM").get("present")), (Some("observer-state"), None));
    let next = json!({ "symbol": "RCM/IX", "series": "RCM", "number": 9, "title_en": "N", "title_es": "N", "host": "MEX",
        "first_on": "2027-05-29", "last_on": "2027-05-30", "zone": "UTC", "place": "Arenal" });
    assert_eq!(call(&specimen, &token, "/api/v1/meetings", &next).await.status, 201);
    assert_eq!(call(&specimen, &token, "/api/v1/meetings/RCM-IX/attendance", &right).await.status, 409);
}

const SAID: [(&str, &str); 3] = [("original", "es"), ("text_es", "Agradecemos a la conferencia."), ("item", "")];

#[tokio::test]
async fn an_observer_hands_in_and_the_presidency_answers() {
    let specimen = specimen();
    let (coordinator, token) = (coordinator(&specimen), coordinator_token(&specimen));
    let path = set(&specimen, &coordinator, &token).await;
    let statements = format!("{path}/statements");
    let (observer, member) = (delegate(&specimen, "COL"), delegate(&specimen, "MEX"));
    assert_eq!(specimen.post(&member, &statements, &SAID).await.status, 404, "a member speaks in the room");
    let slot = [("original", "es"), ("text_es", "Sobre el retorno."), ("item", "3")];
    for sent in [&SAID, &slot] {
        assert_eq!(specimen.post(&observer, &statements, sent).await.status, 303);
    }
    let foreign = [&SAID[..], &[("party", "CHL")]].concat();
    assert_eq!(specimen.post(&observer, &statements, &foreign).await.status, 404, "for nobody else");
    for item in ["1", "2", "9", "x"] {
        let wrong = [("original", "es"), ("text_es", "Guardado."), ("item", item)];
        let answer = specimen.post(&observer, &statements, &wrong).await;
        assert!(
            answer.status == 422 && answer.body.contains("item-error") && answer.body.contains("Guardado."),
            "{item}"
        );
    }
    let wrong = specimen.post(&observer, &statements, &[("original", "fr"), ("text_es", "Guardado.")]).await;
    assert!(wrong.status == 422 && wrong.body.contains("original-error"), "{}", wrong.body);
    let list = specimen.get(Some(&member), &statements).await.body;
    assert!(list.contains("Statement 1") && list.contains("3. ") && list.contains("not answered yet"), "{list}");
    // A State presides from the day on which its term begins.
    let answer = [("text_es", "La presidencia agradece.")];
    let presides = specimen.signed_in("PAN", "presidency", Purpose::Secretariat);
    let first = format!("{statements}/1");
    assert_eq!(specimen.post(&presides, &first, &answer).await.status, 404, "whose State does not preside");
    let term = json!({ "party": "PAN", "first_on": "2026-01-01", "last_on": "2026-12-31" });
    assert_eq!(call(&specimen, &token, "/api/v1/presidencies", &term).await.status, 201);
    let presides = specimen.signed_in("PAN", "presidency", Purpose::Secretariat);
    assert_eq!(specimen.post(&presides, &first, &answer).await.status, 303);
    assert_eq!(specimen.post(&observer, &first, &answer).await.status, 404);
    let page = specimen.get(Some(&observer), &first).await.body;
    assert!(page.contains("La presidencia agradece.") && page.contains("Answer: Panama"), "{page}");
    assert!(page.contains("There is no text in English."), "{page}");
    assert_eq!(specimen.post(&coordinator, &first, &[("text_en", " ")]).await.status, 422);
    // The one that nobody answered waits for the secretariat, and for nobody else.
    let today = specimen.get(Some(&coordinator), "/today").await.body;
    assert!(today.contains(&format!("{statements}/2")) && !today.contains(&first), "{today}");
    assert!(!specimen.get(Some(&member), "/today").await.body.contains(&statements));
    let seen = specimen.get(Some(&member), &path).await.body;
    assert!(seen.contains("2 statements, 1 not answered yet."), "{seen}");
}

#[tokio::test]
async fn a_network_and_a_guest_hand_in_at_meetings_that_are_open_to_them() {
    let specimen = specimen();
    let (coordinator, token) = (coordinator(&specimen), coordinator_token(&specimen));
    for (symbol, kept) in [("LAG/I", false), ("LAG/II", false), ("LAG/III", true)] {
        let meeting = json!({ "symbol": symbol, "series": symbol.replace('/', ""), "number": 1, "title_en": "N", "title_es": "N",
            "host": "MEX", "first_on": "2026-03-03", "last_on": "2026-03-03", "zone": "UTC", "place": "Arenal", "members_only": kept });
        assert_eq!(call(&specimen, &token, "/api/v1/meetings", &meeting).await.status, 201);
    }
    let names = [("name_en", "Specimen guest"), ("name_es", "Invitado"), ("name_fr", "Invité")];
    let from = [("first_on-day", "2"), ("first_on-month", "3"), ("first_on-year", "2026")];
    let invited = [&names[..], &from, &[("party", "XGU"), ("meeting", "LAG/I")]].concat();
    assert_eq!(specimen.post(&coordinator, "/members/invite", &invited).await.status, 303);
    let guest = specimen.signed_in("XGU", "delegate", Purpose::Secretariat);
    assert_eq!(specimen.post(&guest, "/meetings/LAG-I/statements", &SAID).await.status, 303);
    for closed in [
        "/meetings/LAG-II/statements",
        "/meetings/LAG-III/statements",
        "/meetings/LAG-II/agenda",
        "/meetings/LAG-I/minutes",
    ] {
        assert_eq!(specimen.get(Some(&guest), closed).await.status, 404, "{closed}");
    }
    assert_eq!(specimen.post(&guest, "/meetings/LAG-II/statements", &SAID).await.status, 404);
    // The secretariat brings what reached it on paper, for whoever could have brought it.
    for (party, status) in [("COL", 303), ("MEX", 422), ("XGU", 422), ("", 422), ("ZZ", 422)] {
        let sent = [&SAID[..], &[("party", party)]].concat();
        assert_eq!(specimen.post(&coordinator, "/meetings/LAG-II/statements", &sent).await.status, status, "{party}");
    }
    let listed = api_get(&specimen, &token, "/api/v1/meetings/LAG-I/statements").await.body;
    assert!(listed.contains("\"class\":\"guest\"") && listed.contains("\"handed_in_by\":\"XGU\""), "{listed}");
    let roll: Value =
        serde_json::from_str(&api_get(&specimen, &token, "/api/v1/meetings/LAG-I/attendance").await.body).unwrap();
    assert!(
        roll["parties"].as_array().unwrap().iter().any(|one| one["party"] == "XGU" && one["class"] == "guest"),
        "{roll}"
    );
    let other = api_get(&specimen, &token, "/api/v1/meetings/LAG-II/attendance").await.body;
    assert!(!other.contains("XGU"), "{other}");
}

#[tokio::test]
async fn a_long_list_of_statements_is_turned_to_its_end_and_nothing_is_said_of_what_is_cancelled() {
    let specimen = specimen();
    let (coordinator, token) = (coordinator(&specimen), coordinator_token(&specimen));
    let path = format!("/api/v1{}", plan(&specimen, &coordinator, "RCM/VIII").await);
    let statement = json!({ "party": "COL", "original": "en", "text_en": "Thank you." });
    for _ in 0..20 {
        assert_eq!(call(&specimen, &token, &format!("{path}/statements"), &statement).await.status, 201);
    }
    // One party does not fill the list up; what the form had typed is still there.
    let one_more = call(&specimen, &token, &format!("{path}/statements"), &statement).await;
    assert!(one_more.status == 409 && one_more.body.contains("twenty"), "{}", one_more.body);
    let form = [("party", "COL"), ("original", "en"), ("text_en", "One more.")];
    let told = specimen.post(&coordinator, "/meetings/RCM-VIII/statements", &form).await;
    assert!(told.status == 409 && told.body.contains("One more.</textarea>"), "{}", told.body);
    for party in ["XEC", "XHC"] {
        for _ in 0..16 {
            let statement = json!({ "party": party, "original": "en", "text_en": "Thank you." });
            let answer = call(&specimen, &token, &format!("{path}/statements"), &statement).await;
            assert_eq!(answer.status, 201, "{}", answer.body);
        }
    }
    let list = specimen.get(Some(&coordinator), "/meetings/RCM-VIII/statements").await.body;
    assert!(list.contains("Statement 50<") && !list.contains("Statement 51<") && list.contains("?after=50"), "{list}");
    let list = specimen.get(Some(&coordinator), "/meetings/RCM-VIII/statements?after=50").await.body;
    assert!(list.contains("Statement 51<") && list.contains("Statement 52<") && list.contains("?after=0"), "{list}");
    let page: Value =
        serde_json::from_str(&api_get(&specimen, &token, &format!("{path}/statements")).await.body).unwrap();
    assert_eq!((page["statements"].as_array().unwrap().len(), page["next"].as_u64()), (20, Some(20)));
    let rest = api_get(&specimen, &token, &format!("{path}/statements?after=40")).await.body;
    assert!(rest.contains("\"place\":41") && rest.contains("\"place\":52") && !rest.contains("next"), "{rest}");
    assert_eq!(api_get(&specimen, &token, &format!("{path}/statements?after=x")).await.status, 422);
    let answered = call(&specimen, &token, &format!("{path}/statements/21"), &json!({ "text_en": "Noted." })).await;
    assert!(answered.status == 201 && answered.body.contains("\"state\":\"XSV\""), "{}", answered.body);
    assert_eq!(
        call(&specimen, &token, &format!("{path}/statements/53"), &json!({ "text_en": "Noted." })).await.status,
        404
    );
    assert_eq!(
        call(&specimen, &token, &format!("{path}/change"), &json!({ "standing": "cancelled" })).await.status,
        200
    );
    let cancelled = call(&specimen, &token, &format!("{path}/statements"), &statement).await;
    assert!(cancelled.status == 409 && cancelled.body.contains("but answers to statements"), "{}", cancelled.body);
    // What was handed in before is answered all the same: it waits for the secretariat.
    let answered = call(&specimen, &token, &format!("{path}/statements/22"), &json!({ "text_en": "Noted." })).await;
    assert_eq!(answered.status, 201, "{}", answered.body);
    assert_eq!(call(&specimen, &token, &format!("{path}/agenda"), &json!({ "title_en": "X" })).await.status, 409);
    let roll = json!({ "lines": [{ "party": "MEX", "present": true }] });
    assert_eq!(call(&specimen, &token, &format!("{path}/attendance"), &roll).await.status, 409);
    // Whoever was writing the roll as it was cancelled keeps what they chose.
    let roll = [("present_MEX", "yes"), ("head_MEX", "minister"), ("was_MEX", ":")];
    let told = specimen.post(&coordinator, "/meetings/RCM-VIII/attendance", &roll).await;
    assert!(told.status == 409 && told.body.contains("This meeting was cancelled"), "{}", told.body);
    assert_eq!(chosen(&told.body, "MEX"), (":".to_owned(), "yes".to_owned()));
}

#[tokio::test]
async fn every_page_speaks_three_languages() {
    let specimen = specimen();
    let (coordinator, token) = (coordinator(&specimen), coordinator_token(&specimen));
    let path = set(&specimen, &coordinator, &token).await;
    let sent = [&SAID[..], &[("party", "COL")]].concat();
    assert_eq!(specimen.post(&coordinator, &format!("{path}/statements"), &sent).await.status, 303);
    for at in ["", "/agenda", "/agenda/new", "/agenda/1", "/attendance", "/statements", "/statements/1"] {
        for language in ["en", "es", "fr"] {
            let page = get_in(&specimen, &coordinator, &format!("{path}{at}"), language).await;
            assert_eq!(page.status, 200, "{at}");
            assert!(!shows_a_key(&page.body, "sittings"), "{at}: a text is missing");
        }
    }
    for absent in ["/agenda/9", "/agenda/x", "/statements/9", "/statements/x"] {
        assert_eq!(specimen.get(Some(&coordinator), &format!("{path}{absent}")).await.status, 404, "{absent}");
    }
}
