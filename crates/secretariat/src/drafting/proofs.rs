//! What holds for a draft from its opening to the document that comes of it.

#![allow(clippy::unwrap_used)]

use base::access::Purpose;
use base::specimen::{Answer, Session, Specimen};

use crate::decisions::samples::{api_get, coordinator, coordinator_token, decide, delegate, held, path_of, specimen};
use crate::meetings::samples::{get_in, shows_a_key};

const DRAFT: &str = "/drafting/RCM-DR-1";

fn form<'f>(more: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let all = [
        ("symbol", "RCM/DR/1"),
        ("about", "RCM/VIII/2003/DEC/17"),
        ("title_en", "Framework (invented)"),
        ("title_es", "Marco (inventado)"),
        ("chair", "XSV"),
        ("original", "en"),
        ("text_en", "Each State names [a contact].\n\nThe [contacts] meet [yearly]."),
        ("text_es", "Cada Estado nombra [un contacto].\nLos [contactos] se reúnen [cada año]."),
    ];
    let kept = all.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    let parties = [("parties", "NIC"), ("parties", "HND")]
        .into_iter()
        .filter(|_| more.iter().all(|(name, _)| *name != "parties"));
    kept.chain(parties).chain(more.iter().copied()).collect()
}

/// Opens a draft that the secretariat chairs and two States write.
async fn opened(specimen: &Specimen) -> Session {
    let session = coordinator(specimen);
    held(specimen, &session).await;
    decide(specimen, &session, "17").await;
    path_of(specimen.post(&session, "/drafting/new", &form(&[])).await);
    session
}

async fn propose(specimen: &Specimen, session: &Session, seen: &str, more: &[(&str, &str)]) -> Answer {
    let all = [&[("kind", "amend"), ("paragraph", "1"), ("seen", seen)][..], more].concat();
    specimen.post(session, &format!("{DRAFT}/propose"), &all).await
}

async fn rule(specimen: &Specimen, session: &Session, number: u32, form: &[(&str, &str)]) -> Answer {
    specimen.post(session, &format!("{DRAFT}/proposals/{number}/rule"), form).await
}

#[tokio::test]
async fn two_states_amend_one_paragraph_the_chair_merges_and_the_draft_becomes_a_document() {
    let specimen = specimen();
    let chair = opened(&specimen).await;
    let (nicaragua, honduras) = (delegate(&specimen, "NIC"), delegate(&specimen, "HND"));
    assert!(specimen.get(Some(&nicaragua), DRAFT).await.body.contains("Brackets left: 3, in 2 paragraphs"));
    let first =
        propose(&specimen, &nicaragua, "1", &[("text_en", "Each State names two contacts."), ("reason", "Leave")])
            .await;
    assert_eq!(first.status, 303, "{}", first.body);
    assert_eq!(propose(&specimen, &honduras, "1", &[("text_en", "Each State names an office.")]).await.status, 303);
    let one = format!("{DRAFT}/proposals/1");
    assert_eq!(specimen.post(&honduras, &one, &[("opinion", "supports"), ("words", "Agreed")]).await.status, 303);
    assert_eq!(specimen.post(&honduras, &one, &[]).await.status, 422, "nothing is no remark");
    let secretary = specimen.post(&chair, &one, &[("opinion", "supports")]).await;
    assert!(secretary.status == 422 && secretary.body.contains("Only States"), "{}", secretary.body);
    let page = specimen.get(Some(&nicaragua), &one).await.body;
    assert!(page.contains("Honduras") && page.contains("For it") && page.contains("<ins>"), "{page}");
    assert_eq!(rule(&specimen, &nicaragua, 1, &[("ruling", "accept"), ("seen", "1")]).await.status, 404, "no chair");
    assert_eq!(rule(&specimen, &chair, 1, &[("ruling", "accept"), ("seen", "1")]).await.status, 303);
    // The other is marked, and never applied unseen.
    let marked = specimen.get(Some(&honduras), &format!("{DRAFT}/proposals/2")).await.body;
    assert!(
        marked.contains("changed since") && marked.contains("two contacts") && marked.contains("an office"),
        "{marked}"
    );
    let late = rule(&specimen, &chair, 2, &[("ruling", "accept"), ("seen", "2")]).await;
    assert_eq!(late.status, 409, "{}", late.body);
    let stale = [("ruling", "merge"), ("seen", "1"), ("text_en", "Each State names two offices.")];
    let stale = rule(&specimen, &chair, 2, &stale).await;
    assert!(stale.status == 409 && stale.body.contains("two offices"), "what was typed stays: {}", stale.body);
    let merged = [
        ("ruling", "merge"),
        ("seen", "2"),
        ("text_en", "Each State names two offices."),
        ("text_es", "Cada Estado nombra dos oficinas."),
    ];
    assert_eq!(rule(&specimen, &chair, 2, &merged).await.status, 303);
    assert_eq!(rule(&specimen, &chair, 2, &merged).await.status, 409, "once");
    let changes = specimen.get(Some(&nicaragua), &format!("{DRAFT}/changes?before=2&after=3")).await.body;
    assert!(changes.contains("<del>") && changes.contains("stayed as they were: 1"), "{changes}");
    let asked = [("symbol", "RCM/VIII/7"), ("meeting", "RCM/VIII"), ("class", "members"), ("seen", "2")];
    let over = format!("{DRAFT}/hand-over");
    assert_eq!(specimen.post(&chair, &over, &asked).await.status, 409, "the draft is another one than was read");
    let asked = [("symbol", "RCM/VIII/7"), ("meeting", "RCM/VIII"), ("class", "members"), ("seen", "3")];
    assert!(specimen.get(Some(&chair), &over).await.body.contains("Brackets left: 2, in 1 paragraphs"));
    assert_eq!(specimen.post(&nicaragua, &over, &asked).await.status, 404);
    assert_eq!(specimen.post(&chair, &over, &asked).await.status, 303);
    assert_eq!(specimen.post(&chair, &over, &asked).await.status, 409, "once");
    let page = specimen.get(Some(&nicaragua), DRAFT).await.body;
    assert!(page.contains("/papers/RCM-VIII-7") && !page.contains("/propose"), "{page}");
    let paper = specimen.get(Some(&nicaragua), "/papers/RCM-VIII-7").await.body;
    assert!(paper.contains("RCM/DR/1, 3"), "the way back: {paper}");
    let token = coordinator_token(&specimen);
    let text = api_get(&specimen, &token, "/api/v1/papers/RCM-VIII-7/texts/es-1").await.body;
    assert_eq!(text, "Cada Estado nombra dos oficinas.\n\nLos [contactos] se reúnen [cada año].");
    assert_eq!(propose(&specimen, &nicaragua, "3", &[("text_en", "More.")]).await.status, 409, "frozen");
}

/// A point of law is answered by the chair, opened again by any drafter, named for itself by each State, and open once its paragraph changes.
#[tokio::test]
async fn points_of_law_are_answered_of_the_text_that_stands_and_counted_when_it_is_handed_over() {
    let specimen = specimen();
    let chair = opened(&specimen).await;
    let (nicaragua, honduras) = (delegate(&specimen, "NIC"), delegate(&specimen, "HND"));
    let basis = format!("{DRAFT}/basis");
    let say = async |by: &Session, more: &[(&str, &str)]| {
        let seen = [&[("seen", "1")][..], more].concat();
        specimen.post(by, &basis, &seen).await
    };
    let open = async |count: u32| {
        let page = specimen.get(Some(&nicaragua), DRAFT).await.body;
        assert!(page.contains(&format!("nobody has answered: {count} of 10")), "{count}: {page}");
    };
    open(10).await;
    let child = [("point", "child"), ("finding", "met"), ("paragraph", "1")];
    let alone = say(&nicaragua, &child).await;
    assert!(alone.status == 422 && alone.body.contains("Only the chair answers"), "{}", alone.body);
    assert_eq!(say(&chair, &child).await.status, 303);
    let cost = [("point", "cost"), ("finding", "not_needed"), ("words", "It costs nothing.")];
    assert_eq!(say(&chair, &cost).await.status, 303);
    open(8).await;
    let law = |words| [("point", "national_law"), ("finding", "met"), ("words", words)];
    let none = say(&chair, &law("No law")).await;
    assert!(none.status == 422 && none.body.contains("Only States that draft"), "{}", none.body);
    assert_eq!(say(&nicaragua, &law("Invented Act 3, section 4")).await.status, 303);
    open(8).await;
    assert_eq!(say(&honduras, &law("Ley inventada 7, artículo 2")).await.status, 303);
    open(7).await;
    let silent = say(&honduras, &[("point", "cost"), ("finding", "open")]).await;
    assert!(silent.status == 422 && silent.body.contains("which law or why"), "{}", silent.body);
    for wrong in [[("point", "weather"), ("finding", "met")], [("point", "child"), ("finding", "perhaps")]] {
        assert_eq!(say(&chair, &wrong).await.status, 422);
    }
    let nowhere = say(&chair, &[("point", "remedy"), ("finding", "met"), ("paragraph", "9")]).await;
    assert!(nowhere.status == 422 && nowhere.body.contains("value=\"9\""), "what was typed stays: {}", nowhere.body);
    assert_eq!(say(&honduras, &[("point", "cost"), ("finding", "open"), ("words", "Who pays?")]).await.status, 303);
    open(8).await;
    // The paragraph that answered it becomes another one: the point is open again.
    propose(&specimen, &nicaragua, "1", &[("text_en", "Each State names two contacts.")]).await;
    assert_eq!(rule(&specimen, &chair, 1, &[("ruling", "accept"), ("seen", "1")]).await.status, 303);
    open(9).await;
    let page = specimen.get(Some(&honduras), &basis).await.body;
    for said in ["the paragraph changed since", "Who pays?", "Ley inventada 7", "#paragraph-1"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    for language in ["en", "es", "fr"] {
        assert!(!shows_a_key(&get_in(&specimen, &honduras, &basis, language).await.body, "drafting-"), "{language}");
    }
    let over = format!("{DRAFT}/hand-over");
    assert!(specimen.get(Some(&chair), &over).await.body.contains("nobody has answered: 9 of 10"));
    let asked = [("symbol", "RCM/VIII/7"), ("meeting", "RCM/VIII"), ("class", "members"), ("seen", "2")];
    assert_eq!(specimen.post(&chair, &over, &asked).await.status, 303, "what is open does not stop it");
    let late = say(&honduras, &[("point", "cost"), ("finding", "open"), ("words", "Still.")]).await;
    assert_eq!(late.status, 409, "{}", late.body);
    let token = coordinator_token(&specimen);
    let told = api_get(&specimen, &token, "/api/v1/drafting/RCM-DR-1").await.body;
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!((&told["basis"][3]["point"], &told["basis"][3]["standing"]), (&"child".into(), &"changed".into()));
}

/// A comment round begins with the draft as it stands, each paragraph under its number; of a draft that there is not with nothing.
#[tokio::test]
async fn a_comment_round_takes_a_draft_over_as_it_stands() {
    let specimen = specimen();
    let chair = opened(&specimen).await;
    let page = specimen.get(Some(&chair), DRAFT).await.body;
    assert!(page.contains("/comments/convene?draft=RCM-DR-1"), "{page}");
    let form = specimen.get(Some(&chair), "/comments/convene?draft=RCM-DR-1").await.body;
    for said in [
        "1. Each State names [a contact].",
        "2. Los [contactos] se reúnen",
        "Marco (inventado)",
        "RCM/VIII/2003/DEC/17",
    ] {
        assert!(form.contains(said), "{said}: {form}");
    }
    let nothing = specimen.get(Some(&chair), "/comments/convene?draft=RCM-DR-9").await;
    assert!(nothing.status == 200 && !nothing.body.contains("Marco (inventado)"));
    let nicaragua = delegate(&specimen, "NIC");
    assert!(
        !specimen.get(Some(&nicaragua), DRAFT).await.body.contains("/comments/convene"),
        "who convenes none is offered none"
    );
    assert_eq!(specimen.get(Some(&nicaragua), "/comments/convene?draft=RCM-DR-1").await.status, 404);
}

#[tokio::test]
async fn an_observer_reads_what_it_was_let_in_to_and_nothing_else() {
    let specimen = specimen();
    let chair = opened(&specimen).await;
    let observer = delegate(&specimen, "COL");
    assert_eq!(specimen.get(Some(&observer), DRAFT).await.status, 404);
    assert!(!specimen.get(Some(&observer), "/drafting").await.body.contains("RCM/DR/1"));
    let member = delegate(&specimen, "MEX");
    assert!(specimen.get(Some(&member), "/drafting").await.body.contains("RCM/DR/1"), "members read all");
    assert_eq!(propose(&specimen, &member, "1", &[("text_en", "X.")]).await.status, 404, "and write where they draft");
    let door = format!("{DRAFT}/let-in");
    assert_eq!(specimen.post(&chair, &door, &[("party", "ZZZ")]).await.status, 422);
    assert_eq!(specimen.post(&member, &door, &[("party", "COL")]).await.status, 404);
    assert_eq!(specimen.post(&chair, &door, &[("party", "COL")]).await.status, 303);
    assert_eq!(specimen.get(Some(&observer), DRAFT).await.status, 200);
    assert!(specimen.get(Some(&observer), "/drafting").await.body.contains("RCM/DR/1"));
    assert_eq!(propose(&specimen, &observer, "1", &[("text_en", "Observed.")]).await.status, 303);
    let token = specimen.token(&specimen.enrol("NIC", "nic.machine", &["delegate"]), &[Purpose::Secretariat]);
    let told = api_get(&specimen, &token, &format!("/api/v1{DRAFT}")).await.body;
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(
        (&told["proposals"][0]["by"], &told["version"], &told["brackets"]),
        (&"COL".into(), &1.into(), &3.into())
    );
}

#[tokio::test]
async fn what_is_wrong_is_said_beside_its_field_in_three_languages_and_what_was_typed_stays() {
    let specimen = specimen();
    let chair = opened(&specimen).await;
    for (more, said) in [
        (("about", "RCM/X"), "No decision or meeting"),
        (("text_es", "Uno."), "another number of paragraphs"),
        (("chair", "ZZZ"), "no code of a party"),
        (("parties", "COL"), "at least one State"),
        (("title_en", ""), "Write something here"),
    ] {
        let answer = specimen.post(&chair, "/drafting/new", &form(&[("symbol", "RCM/DR/2"), more])).await;
        assert!(answer.status == 422 && answer.body.contains(said), "{said}: {}", answer.body);
        assert!(answer.body.contains("Each State names"), "what was pasted stays");
    }
    assert_eq!(specimen.post(&chair, "/drafting/new", &form(&[])).await.status, 409, "twice");
    let nicaragua = delegate(&specimen, "NIC");
    let long = "a".repeat(4_001);
    for (more, said) in [
        (vec![("text_en", "")], "Write the text in the language"),
        (vec![("text_en", long.as_str())], "up to 4,000"),
        (vec![("text_en", "Each State names [a contact].")], "changes nothing"),
        (vec![("kind", "other")], "Choose what is to happen"),
    ] {
        let mut all = vec![("kind", "amend"), ("paragraph", "1"), ("seen", "1")];
        all.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
        let answer = specimen.post(&nicaragua, &format!("{DRAFT}/propose"), &[&all[..], &more].concat()).await;
        assert!(answer.status == 422 && answer.body.contains(said), "{said}: {}", answer.body);
    }
    assert_eq!(propose(&specimen, &nicaragua, "1", &[("text_en", "One.")]).await.status, 303);
    let silent = rule(&specimen, &chair, 1, &[("ruling", "set_aside"), ("seen", "1")]).await;
    assert!(silent.status == 422 && silent.body.contains("Say why"), "{}", silent.body);
    assert_eq!(
        rule(&specimen, &chair, 1, &[("ruling", "set_aside"), ("seen", "1"), ("ruling_reason", "Later")]).await.status,
        303
    );
    let pages = [
        "/drafting",
        "/drafting/new",
        DRAFT,
        "/drafting/RCM-DR-1/propose?item=1",
        "/drafting/RCM-DR-1/proposals/1",
        "/drafting/RCM-DR-1/changes",
        "/drafting/RCM-DR-1/hand-over",
    ];
    for language in ["en", "es", "fr"] {
        for path in pages {
            let page = get_in(&specimen, &chair, path, language).await.body;
            assert!(page.contains("<h1") && !shows_a_key(&page, "drafting"), "{path} {language}: {page}");
        }
    }
}
