//! The whole product used once by people whose every word is a canary: pages, API, imports, failures, refused acts.

use std::net::SocketAddr;
use std::time::Duration;

use base::clock::Clock;
use serde_json::json;

use super::planted::Planted;
use super::visitor::{Heard, Reply, Visitor};

/// A number of checks that a border never makes of one series.
const SERIES: u32 = 60;

/// Does everything on a server and answers all that was heard.
pub fn everything(at: SocketAddr, planted: &mut Planted, people: &People) -> Heard {
    let mut heard = Heard::default();
    strangers(at, planted, &mut heard);
    let officer = officer(at, planted, people, &mut heard);
    coordinator(at, planted, people, &mut heard);
    administrator(at, planted, people, &mut heard);
    authority(at, planted, people, &mut heard);
    examiner(at, planted, people, &mut heard);
    let looked_for = alert(at, planted, people, &mut heard);
    between_states(at, planted, people, &looked_for, &mut heard);
    consultation(at, planted, people, &mut heard);
    petition(at, planted, people, &mut heard);
    traveller(&mut officer.clone(), planted, &mut heard);
    failures(at, planted, &officer, &mut heard);
    oversight(at, planted, people, officer, &mut heard);
    heard
}

/// User names by what they are for.
pub struct People {
    pub officer: String,
    pub administrator: String,
    pub authority: String,
    pub examiner: String,
    pub oversight: String,
    pub coordinator: String,
    /// The cookie's secret of somebody who writes alerts on people down, and of who judges them.
    pub author: String,
    pub judge: String,
    /// The same of somebody who works on redress.
    pub redress: String,
    /// The same of another State's administrator, two at its border, and two who work on alerts.
    pub abroad: [String; 5],
}

/// What nobody who is signed in sends.
pub fn strangers(at: SocketAddr, planted: &Planted, heard: &mut Heard) {
    let mut nobody = Visitor::new(at, planted);
    nobody.get(heard, "/sign-in");
    let [typed, wrong] = ["typed for a user name", "wrong password"].map(|what| planted.text(what));
    nobody.post(heard, "/sign-in", &[("user_name", typed), ("password", wrong)]);
    nobody.post(heard, "/sign-in", &[("user_name", planted.text("user name")), ("password", wrong)]);
    let (part, question) = (planted.text("part of an address"), planted.text("question of an address"));
    for path in ["/people", "/documents", "/nowhere", "/check", "/api/v1/documents"] {
        nobody.get(heard, &format!("{path}/{part}?of={question}"));
    }
    nobody.cookies.push(("__Host-puebla".to_owned(), planted.text("cookie of nobody").to_owned()));
    nobody.get(heard, "/account");
    let bearer =
        format!("authorization: Bearer {}\r\npuebla-purpose: border_control\r\n", planted.text("token of nobody"));
    nobody.ask(heard, "GET", "/api/v1/documents", &bearer, b"");
}

fn signed_in(at: SocketAddr, planted: &mut Planted, user_name: &str, heard: &mut Heard) -> Visitor {
    let mut person = Visitor::new(at, planted);
    person.get(heard, "/sign-in");
    let password = planted.text("password").to_owned();
    let answer = person.post(heard, "/sign-in", &[("user_name", user_name), ("password", &password)]);
    assert_eq!(answer.status, 303, "{user_name}: {}", answer.body);
    person.get(heard, "/sign-in/code");
    person.post(heard, "/sign-in/code", &[("code", planted.text("typed for a code"))]);
    let code = planted.secret.code(Clock::system().now());
    let answer = person.post(heard, "/sign-in/code", &[("code", &code)]);
    assert_eq!(answer.status, 303, "{user_name}: {}", answer.body);
    let page = person.get(heard, "/account");
    assert_eq!(page.status, 200, "{user_name} is not signed in: {}", page.head);
    person
}

/// Waits for the next half minute, and answers its code.
fn next_code(planted: &Planted) -> String {
    let present = || planted.secret.code(Clock::system().now());
    let used = present();
    let mut later = (0..200).map(|_| {
        std::thread::sleep(Duration::from_millis(200));
        present()
    });
    later.find(|code| *code != used).expect("a code lives half a minute")
}

fn officer(at: SocketAddr, planted: &mut Planted, people: &People, heard: &mut Heard) -> Visitor {
    let mut officer = signed_in(at, planted, &people.officer, heard);
    let csrf = officer.csrf.clone();
    planted.take("form's secret", &csrf);
    let cookie = officer.cookies.iter().find(|(name, _)| name == "__Host-puebla").map(|(_, secret)| secret.clone());
    planted.take("cookie", &cookie.expect("a session"));
    officer.get(heard, "/check");
    let zone = planted.zone();
    let answer = officer.post(heard, "/check", &[("zone", &zone)]);
    assert!(answer.body.contains(planted.text("number in a zone")), "{}", answer.body);
    let unreadable = format!("P<UTO{}<<<<", planted.text("holder in a zone that cannot be read"));
    officer.post(heard, "/check", &[("zone", &unreadable)]);
    let number = planted.text("number checked on a page");
    officer.post(heard, "/check", &[("number", number), ("issuing_state", "HND")]);
    officer.post(heard, "/check", &[("number", number), ("issuing_state", "QQQ")]);
    officer.post(heard, "/check", &[("zone", &format!("{number}? HND"))]);
    officer.get(heard, &format!("/documents?words={}", planted.text("words looked for")));
    officer.get(heard, "/account/tokens");
    let [password, wrong, name] =
        ["password", "wrong password", "token's name"].map(|what| planted.text(what).to_owned());
    // That of this half minute has opened the session.
    let code = next_code(planted);
    for tried in [wrong, password] {
        let purposes = ("purposes", "border_control");
        let fields = [("name", name.as_str()), purposes, ("days", "9"), ("password", &tried), ("code", &code)];
        let answer = officer.post(heard, "/account/tokens", &fields);
        if answer.status == 200 {
            planted.take("token", &answer.after("class=\"mono secret\">"));
        }
    }
    program(&mut officer.clone(), planted, heard);
    officer
}

/// The officer's program.
fn program(program: &mut Visitor, planted: &Planted, heard: &mut Heard) {
    program.cookies.clear();
    let head = format!(
        "authorization: Bearer {}\r\npuebla-purpose: border_control\r\ncontent-type: application/json\r\n",
        planted.text("token")
    );
    let number = planted.text("number checked by a program");
    let question = json!({ "number": number, "issuing_state": "HND" }).to_string();
    for body in [
        question.clone(),
        json!({ "number": number, "issuing_state": "QQQ" }).to_string(),
        json!({ "number": number, "zone": planted.zone() }).to_string(),
        json!({ "number": number, "holder": planted.text("holder in a zone") }).to_string(),
        question.replace('}', ""),
    ] {
        program.ask(heard, "POST", "/api/v1/checks", &head, body.as_bytes());
    }
    program.ask(heard, "POST", "/api/v1/checks", &head.replace("json", "text"), question.as_bytes());
    program.ask(heard, "GET", "/api/v1/concerns", &head, b"");
}

fn administrator(at: SocketAddr, planted: &mut Planted, people: &People, heard: &mut Heard) {
    let mut person = signed_in(at, planted, &people.administrator, heard);
    person.get(heard, "/people");
    let looked_for = planted.text("name looked for").to_owned();
    person.post(heard, "/people/find", &[("q", &looked_for)]);
    let [name, institution, post, contact] =
        ["enrolled name", "institution", "post", "contact"].map(|what| planted.text(what).to_owned());
    let user_name = planted.text("user name").to_owned();
    let fields = [
        ("user_name", user_name.as_str()),
        ("name", &name),
        ("institution", &institution),
        ("post", &post),
        ("post_zone", "America/Guatemala"),
        ("roles", "border_officer"),
    ];
    let answer = person.post(heard, "/people/new", &fields);
    assert_eq!(answer.status, 200, "{}", answer.body);
    planted.take("first password", &answer.after("class=\"mono secret\">"));
    let id =
        answer.body.split("href=\"/people/").map(|rest| rest.split('"').next().unwrap_or("")).find(|id| id.len() == 36);
    planted.take("person's id", id.expect("a link to the person"));
    person.get(heard, &format!("/people/{}", planted.text("person's id")));
    person.post(heard, "/people/new", &fields);
    person.get(heard, "/people");
    person.post(heard, "/people/contact", &[("contact", &contact)]);
    person.get(heard, "/people");
    for category in CATEGORIES {
        take_part(&mut person, category, heard);
    }
}

/// Categories in which both States take part.
const CATEGORIES: [&str; 3] = ["vulnerable_at_risk", "locate_witness", "impediment_exit"];

fn take_part(administrator: &mut Visitor, category: &str, heard: &mut Heard) {
    let path = format!("/alerts/categories/{category}");
    administrator.get(heard, &path);
    let answer = administrator.post(heard, &path, &[("act", "in"), ("basis", "Ley ficticia 9")]);
    assert_eq!(answer.status, 303, "{}", answer.body);
}

/// Switches the register of alerts on people on.
fn coordinator(at: SocketAddr, planted: &mut Planted, people: &People, heard: &mut Heard) {
    let mut person = signed_in(at, planted, &people.coordinator, heard);
    person.get(heard, "/alerts/adopt");
    let decision = [
        ("symbol", "RCM/VIII/2003/DEC/15"),
        ("decided_on-day", "30"),
        ("decided_on-month", "5"),
        ("decided_on-year", "2003"),
    ];
    let answer = person.post(heard, "/alerts/adopt", &decision);
    assert_eq!(answer.status, 303, "{}", answer.body);
}

/// Somebody who is signed in already.
fn seated(at: SocketAddr, planted: &Planted, secret: &str) -> Visitor {
    let mut person = Visitor::new(at, planted);
    person.cookies.push(("__Host-puebla".to_owned(), secret.to_owned()));
    person
}

/// Brings an alert on a person in force, with a question on its way; answers where it stands.
fn alert(at: SocketAddr, planted: &Planted, people: &People, heard: &mut Heard) -> String {
    let (mut author, mut judge) = (seated(at, planted, &people.author), seated(at, planted, &people.judge));
    author.get(heard, "/alerts/new");
    let written = [
        ("category", "vulnerable_at_risk"),
        ("paternal", planted.text("name of whom is looked for")),
        ("given", "Specimen"),
        ("born", "1979-11-23"),
        ("sex", "unknown"),
        ("reason", planted.text("reason of an alert")),
        ("action", "protect"),
        ("authority", planted.text("authority of an alert")),
    ];
    let answer = author.post(heard, "/alerts/new", &written);
    let path = answer.header("location").split('?').next().unwrap_or("").to_owned();
    assert!(path.starts_with("/alerts/"), "{}", answer.body);
    let question = planted.text("question of a second person");
    for (end, said) in [
        ("return", vec![("question", question)]),
        (
            "activate",
            vec![("grave", planted.text("why it is grave")), ("gentler", planted.text("why nothing gentler"))],
        ),
    ] {
        let seen = author.get(heard, &path).after("name=\"seen\" value=\"");
        let proposed = author.post(heard, &format!("{path}/propose"), &[("seen", &seen)]);
        assert_eq!(proposed.status, 303, "{}", proposed.body);
        let seen = judge.get(heard, &format!("{path}/activate")).after("name=\"seen\" value=\"");
        let answer = judge.post(heard, &format!("{path}/{end}"), &[&said[..], &[("seen", seen.as_str())]].concat());
        assert_eq!(answer.status, 303, "{}", answer.body);
    }
    let holder = [
        ("issuing_state", "UTO"),
        ("kind", "passport"),
        ("number", "L898902C3"),
        ("theirs", "yes"),
        ("born_at", planted.text("birthplace of a holder")),
        ("consented_on", "2026-01-15"),
        ("kept_at", "Expediente 7 (ficticio)"),
        ("taken_by", "Defensoría (ficticia)"),
    ];
    author.get(heard, &format!("{path}/misused"));
    let answer = author.post(heard, &format!("{path}/misused"), &holder);
    assert_eq!(answer.status, 303, "{}", answer.body);
    let misused = format!("{path}/misused");
    for page in ["/alerts/own".to_owned(), path.clone(), format!("{path}/reason"), format!("{path}/extend"), misused] {
        judge.get(heard, &page);
    }
    path
}

/// Another State's officers meet whom the alert is about; its alert officer asks what else one must know, and is answered.
fn between_states(at: SocketAddr, planted: &Planted, people: &People, path: &str, heard: &mut Heard) {
    let [mut administrator, mut one, mut two, mut asker, _] =
        people.abroad.each_ref().map(|secret| seated(at, planted, secret));
    take_part(&mut administrator, CATEGORIES[0], heard);
    one.get(heard, "/check");
    let traveller = [
        ("number", "L898902C3"),
        ("issuing_state", "UTO"),
        ("paternal", planted.text("name of whom is looked for")),
        ("given", "Specimen"),
        ("born", "1979-11-23"),
    ];
    let handle = one.post(heard, "/check", &traveller).after("name=\"match\" value=\"");
    let named = ("match", handle.as_str());
    assert_eq!(one.post(heard, "/alerts/matches/ask", &[named]).status, 303, "somebody was met");
    two.get(heard, "/alerts/matches");
    let ground = format!("ground-{handle}");
    assert_eq!(two.post(heard, "/alerts/matches/agree", &[named, (ground.as_str(), "photograph")]).status, 303);
    one.post(heard, "/alerts/matches/open", &[named]);
    assert_eq!(one.post(heard, "/alerts/matches/outcome", &[named, ("outcome", "confirmed")]).status, 200);
    let threads = format!("{path}/supplements");
    asker.get(heard, &threads);
    let asked = [("kind", "other"), ("note", planted.text("question between States"))];
    let answer = asker.post(heard, &threads, &asked);
    assert_eq!(answer.status, 303, "{}", answer.body);
    let mut owner = seated(at, planted, &people.author);
    let seen = owner.get(heard, &threads).after("name=\"seen\" value=\"");
    let said = [("seen", seen.as_str()), ("reply", "answered"), ("note", planted.text("answer between States"))];
    let answer = owner.post(heard, &format!("{threads}/answer"), &said);
    assert_eq!(answer.status, 303, "{}", answer.body);
    let glass = format!("{path}/glass");
    let danger = [("reason", "life"), ("said", planted.text("danger behind broken glass"))];
    asker.get(heard, &glass);
    assert_eq!(asker.post(heard, &glass, &danger).status, 200, "asked whether they are sure");
    let answer = asker.post(heard, &glass, &[&danger[..], &[("sure", "yes")]].concat());
    assert_eq!(answer.status, 303, "{}", answer.body);
    asker.get(heard, &format!("{path}/broken"));
    for page in ["/alerts/supplements", &threads] {
        asker.get(heard, page);
        owner.get(heard, page);
    }
}

/// Two States' alerts on one person do not go together; one says something to the other, and proposes something.
fn consultation(at: SocketAddr, planted: &Planted, people: &People, heard: &mut Heard) {
    let [mut administrator, _, _, one, two] = people.abroad.each_ref().map(|secret| seated(at, planted, secret));
    // In the third the State takes part since it met somebody.
    for category in &CATEGORIES[1..] {
        take_part(&mut administrator, category, heard);
    }
    let mut witness = [&people.author, &people.judge].map(|secret| seated(at, planted, secret));
    let mut accused = [one, two];
    let first = in_force(&mut witness, &[("category", "locate_witness"), ("action", "locate")], heard);
    let accusing = [("category", "impediment_exit"), ("action", "ask_owner"), ("offence", "trafficking")];
    in_force(&mut accused, &accusing, heard);
    let [speaker, _] = &mut accused;
    let seen = speaker.get(heard, "/alerts/consultations").after("name=\"seen\" value=\"");
    let said = planted.text("word to another State");
    let answer = speaker.post(heard, "/alerts/consultations/say", &[("seen", &seen), ("said", said)]);
    assert_eq!(answer.status, 303, "{}", answer.body);
    let path = format!("/alerts/{first}/proposal");
    let said = [("kind", "correct"), ("said", planted.text("proposal to another State"))];
    let [one, other] = &mut witness;
    one.get(heard, &path);
    let answer = one.post(heard, &path, &said);
    assert_eq!(answer.status, 404, "its own: {}", answer.body);
    speaker.get(heard, &path);
    let answer = speaker.post(heard, &path, &said);
    assert_eq!(answer.status, 303, "{}", answer.body);
    for person in [one, other, speaker] {
        person.get(heard, "/alerts/consultations");
        person.get(heard, "/alerts/proposals");
    }
}

/// Puts an alert on one invented person in force, by two people; answers its reference.
fn in_force([author, judge]: &mut [Visitor; 2], of: &[(&str, &str)], heard: &mut Heard) -> String {
    let person = [
        ("paternal", "Consultado"),
        ("given", "Specimen"),
        ("born", "1979-11-23"),
        ("sex", "unknown"),
        ("reason", "Motivo inventado (ficticio)."),
        ("authority", "Autoridad ficticia"),
        ("basis", "judicial"),
        ("decision", "EXP-SPECIMEN-9"),
        ("decided_on", "2026-01-15"),
    ];
    author.get(heard, "/alerts/new");
    let answer = author.post(heard, "/alerts/new", &[of, &person].concat());
    let path = answer.header("location").split('?').next().unwrap_or("").to_owned();
    assert!(path.starts_with("/alerts/"), "{}", answer.body);
    let seen = author.get(heard, &path).after("name=\"seen\" value=\"");
    let proposed = author.post(heard, &format!("{path}/propose"), &[("seen", &seen)]);
    assert_eq!(proposed.status, 303, "{}", proposed.body);
    let seen = judge.get(heard, &format!("{path}/activate")).after("name=\"seen\" value=\"");
    let why = [("seen", seen.as_str()), ("grave", "Grave (ficticio)."), ("gentler", "Nada más suave (ficticio).")];
    let answer = judge.post(heard, &format!("{path}/activate"), &why);
    assert_eq!(answer.status, 303, "{}", answer.body);
    path.trim_start_matches("/alerts/").to_owned()
}

/// Somebody asks what is kept of them, and is answered.
fn petition(at: SocketAddr, planted: &Planted, people: &People, heard: &mut Heard) {
    let mut officer = seated(at, planted, &people.redress);
    officer.get(heard, "/redress/new");
    let asked = [
        ("kind", "access"),
        ("asker", "themselves"),
        ("asked", planted.text("what somebody asks")),
        ("contact", planted.text("contact of who asks")),
    ];
    let refused = officer.post(heard, "/redress/new", &asked);
    assert_eq!(refused.status, 422, "no language: {}", refused.body);
    let answer = officer.post(heard, "/redress/new", &[&asked[..], &[("language", "es")]].concat());
    let path = answer.header("location").trim_end_matches("/receipt").to_owned();
    assert!(path.starts_with("/redress/"), "{}", answer.body);
    for page in ["/redress".to_owned(), path.clone(), format!("{path}/receipt"), format!("{path}/petition")] {
        officer.get(heard, &page);
    }
    officer.get(heard, &format!("{path}/answer"));
    let answer = [("outcome", "granted"), ("remedy", "Tribunal ficticio")];
    assert_eq!(officer.post(heard, &format!("{path}/answer"), &answer).status, 303);
}

/// Somebody whose document an officer holds is compared with alerts: by hand, by a program, and with faults.
fn traveller(officer: &mut Visitor, planted: &Planted, heard: &mut Heard) {
    let name = planted.text("traveller who is compared");
    officer.get(heard, "/check");
    let asked = [("number", "L898902C3"), ("issuing_state", "UTO"), ("paternal", name), ("born", "1990-02-14")];
    let answer = officer.post(heard, "/check", &asked);
    assert!(answer.body.contains("id=\"person\""), "they were compared: {}", answer.body);
    officer.post(heard, "/check", &[&asked[..], &[("sex", "?")]].concat());
    officer.get(heard, "/person-searches");
    let asked = [("paternal", name), ("given", name), ("born", "1990-02-14")];
    let answer = officer.post(heard, "/person-searches", &asked);
    assert!(answer.body.contains("id=\"person\""), "they were searched for: {}", answer.body);
    officer.post(heard, "/person-searches", &[&asked[..], &[("sex", "?")]].concat());
    officer.cookies.clear();
    let head = format!(
        "authorization: Bearer {}\r\npuebla-purpose: border_control\r\ncontent-type: application/json\r\n",
        planted.text("token")
    );
    for person in [json!({ "paternal": name }), json!({ "paternal": name, "born": name }), json!({ "family": name })] {
        let question = json!({ "number": "L898902C3", "issuing_state": "UTO", "person": person });
        officer.ask(heard, "POST", "/api/v1/checks", &head, question.to_string().as_bytes());
    }
    for question in [json!({ "paternal": name, "given": name, "born": "1990" }), json!({ "paternal": name })] {
        officer.ask(heard, "POST", "/api/v1/person-searches", &head, question.to_string().as_bytes());
    }
}

fn authority(at: SocketAddr, planted: &mut Planted, people: &People, heard: &mut Heard) {
    let mut person = signed_in(at, planted, &people.authority, heard);
    let (number, reference) = (planted.text("number reported"), planted.text("reference"));
    let fields = [("kind", "passport"), ("status", "stolen"), ("number", number), ("reference", reference)];
    person.get(heard, "/status/report");
    for step in ["look", "send", "send"] {
        person.post(heard, "/status/report", &[&fields[..], &[("step", step)]].concat());
    }
    person.post(heard, "/status/find", &[("kind", "passport"), ("number", number)]);
    person.get(heard, "/status");
    person.get(heard, "/status/1");
    person.get(heard, "/imports/status");
    let file = planted.text("name of a file").to_owned();
    let row = format!("passport,{},stolen,{reference}", planted.text("number imported"));
    for rows in [
        format!("kind,number,status,reference\r\n{row}\r\nx{row}?\r\n"),
        format!("kind,number,status,reference\r\n{row}\r\n"),
    ] {
        let answer = person.upload(heard, "/imports/status", &file, &rows);
        until_done(&mut person, &answer, heard);
    }
    person.get(heard, "/status/export");
}

fn until_done(person: &mut Visitor, started: &Reply, heard: &mut Heard) {
    let path = started.header("location").to_owned();
    for _ in 0..100 {
        if path.is_empty() || !person.get(heard, &path).body.contains("<progress") {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}

fn examiner(at: SocketAddr, planted: &mut Planted, people: &People, heard: &mut Heard) {
    let mut person = signed_in(at, planted, &people.examiner, heard);
    let purposes = person.get(heard, "/purpose");
    if purposes.status == 200 {
        person.post(heard, "/purpose", &[("purpose", "document_examination")]);
    }
    let [draft, text] = ["draft", "text of an alert"].map(|what| planted.text(what).to_owned());
    person.get(heard, "/documents/new");
    for (words, act) in [(draft, "keep"), (text, "continue")] {
        let fields = [
            ("fraud_class", "counterfeit"),
            ("kind", "passport"),
            ("issuer", "UTO"),
            ("pattern", "K9#######"),
            ("points.1.level", "1"),
            ("points.1.place", "Página de datos"),
            ("points.1.es", &words),
            ("documents_seen", "3"),
            ("first_seen", "2025-11"),
            ("detected_border", "land"),
            ("detected_in", "HND"),
            ("language", "es"),
            ("shown", "1"),
            ("act", act),
        ];
        let answer = person.post(heard, "/documents/new", &fields);
        let next = answer.header("location").to_owned();
        if next.is_empty() {
            continue;
        }
        let page = person.get(heard, &next);
        let seen = page.after("name=\"seen\" value=\"");
        if act == "continue" {
            let draft = next.split('/').nth(3).unwrap_or("").split('?').next().unwrap_or("").to_owned();
            person.post(heard, &format!("/documents/drafts/{draft}/submit"), &[("seen", &seen)]);
        }
    }
    person.get(heard, "/documents/work");
}

/// Errors of every kind, each with something planted in it.
fn failures(at: SocketAddr, planted: &Planted, officer: &Visitor, heard: &mut Heard) {
    let mut person = officer.clone();
    let number = planted.text("number checked on a page").to_owned();
    let form = "content-type: application/x-www-form-urlencoded\r\n";
    person.ask(heard, "POST", "/check", form, format!("csrf=wrong&number={number}").as_bytes());
    person.ask(heard, "POST", "/check", "content-type: text/plain\r\n", number.as_bytes());
    person.ask(heard, "DELETE", "/check", form, format!("number={number}").as_bytes());
    person.ask(heard, "POST", "/check", "sec-fetch-site: cross-site\r\n", number.as_bytes());
    person.ask(heard, "POST", "/check", form, format!("csrf={}&number=%F", person.csrf).as_bytes());
    let long = format!("csrf={}&zone={}", person.csrf, number.repeat(20_000));
    person.ask(heard, "POST", "/check", form, long.as_bytes());
    person.post(heard, "/people/new", &[("name", planted.text("enrolled name"))]);
    person.post(heard, "/check/second-line", &[("outcome", &number)]);
    let raw = format!("GET /{number} HTTP/1.1\r\nbroken {number}\r\n\r\n");
    heard.heads.extend(super::visitor::exchange(at, raw.as_bytes()));
    let bomb = format!("GET / HTTP/1.1\r\nhost: x\r\nx-number: {}\r\n\r\n", number.repeat(80_000));
    heard.heads.extend(super::visitor::exchange(at, bomb.as_bytes()));
}

/// The officer goes number by number until they are stopped; then those who supervise close the concern.
fn oversight(at: SocketAddr, planted: &mut Planted, people: &People, mut officer: Visitor, heard: &mut Heard) {
    officer.get(heard, "/check");
    let stopped = (0..SERIES).any(|turn| {
        let number = format!("P{:08}", 10_203_040 + turn);
        officer.post(heard, "/check", &[("number", &number), ("issuing_state", "HND")]).status == 429
    });
    assert!(stopped, "an officer who goes through a series is stopped");
    let mut person = signed_in(at, planted, &people.oversight, heard);
    let list = person.get(heard, "/oversight/concerns");
    let concern = list.after("href=\"/oversight/concerns/");
    assert!(!concern.is_empty(), "{}", list.body);
    let path = format!("/oversight/concerns/{concern}");
    person.get(heard, &path);
    person.post(heard, &format!("{path}/acknowledge"), &[]);
    let note = planted.text("note of oversight").to_owned();
    let closed = person.post(heard, &format!("{path}/close"), &[("note", &note)]);
    assert_eq!(closed.status, 303, "{}", closed.body);
    person.get(heard, &path);
    let breaking = person.get(heard, "/alerts/breakings").after("name=\"breaking\" value=\"");
    let note = planted.text("finding about broken glass").to_owned();
    let found = [("breaking", breaking.as_str()), ("finding", "justified"), ("note", &note)];
    let answer = person.post(heard, "/alerts/breakings/answer", &found);
    assert_eq!(answer.status, 303, "{}", answer.body);
    person.get(heard, "/alerts/breakings");
    officer.post(heard, "/sign-out", &[]);
}
