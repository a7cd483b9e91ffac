//! A round from its convening to its table, as delegations of two languages, an observer and the secretariat see it.

use base::access::Purpose;
use base::identity::profile::LAGOON;
use jiff::{SignedDuration, ToSpan};
use serde_json::json;

use super::super::samples::*;

#[tokio::test]
async fn members_and_an_observer_comment_and_the_secretariat_compiles() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let mut look = asked("RCM/COM/1");
    look.retain(|(name, _)| *name != "step");
    let preview = specimen.post(&coordinator, "/comments/convene", &look).await.body;
    assert!(preview.contains("11 members are asked") && preview.contains("<th scope=\"row\">2 a</th>"), "{preview}");
    let path = convene(&specimen, &coordinator, "RCM/COM/1").await;
    assert_eq!(path, "/comments/RCM-COM-1");
    let (mexico, canada, colombia) =
        (delegate(&specimen, "MEX"), delegate(&specimen, "CAN"), delegate(&specimen, "COL"));
    assert!(to(&say(&specimen, &mexico, &path, ("2 a", "Dos veces al año.")).await).ends_with("?done=comment#p3"));
    say(&specimen, &colombia, &path, ("2 a", "Que se invite a observadores.")).await;
    to(&specimen.post(&canada, &format!("{path}/nothing"), &[]).await);
    let round = shown(&specimen, &path).await;
    assert_eq!((round["answered"].as_u64(), round["asked"].as_u64()), (Some(2), Some(11)), "observers are not counted");
    assert_eq!(
        [answer_of(&round, "MEX"), answer_of(&round, "CAN"), answer_of(&round, "HND")],
        ["answered", "answered", "not_yet"]
    );
    assert_eq!(round["ends_at"], deadline().to_string());
    let page = specimen.get(Some(&colombia), &path).await.body;
    let apart = page.find("Comments of observers").expect("a heading");
    assert!(page.find("Dos veces").is_some_and(|at| at < apart) && page[apart..].contains("Que se invite"), "{page}");

    let comment = round["paragraphs"][3]["comments"][0]["comment"].to_string();
    let reply = [("verdict", "partly_taken"), ("text", "Dos veces, si hay fondos.")];
    assert!(
        specimen.get(Some(&coordinator), &format!("{path}/compile/{comment}")).await.body.contains("Dos veces al año.")
    );
    assert!(
        to(&specimen.post(&coordinator, &format!("{path}/compile/{comment}"), &reply).await)
            .ends_with("?done=replied#p3")
    );
    assert_eq!(specimen.post(&mexico, &format!("{path}/compile/{comment}"), &reply).await.status, 404);
    let table = specimen.get(Some(&mexico), &format!("{path}/table")).await.body;
    assert!(table.contains("accepted in part") && table.contains("No comments"), "{table}");
    let csv = specimen.get(Some(&mexico), &format!("{path}/export?format=csv")).await;
    assert_eq!(csv.headers["content-disposition"], "attachment; filename=\"RCM-COM-1.csv\"");
    assert!(csv.body.contains("2 a,MEX,2026-03-02"), "{}", csv.body);
    assert!(csv.body.contains(",es,Dos veces al año.,partly_taken,\"Dos veces, si hay fondos.\"\r\n"), "{}", csv.body);
    let docx = specimen.get(Some(&mexico), &format!("{path}/export?format=docx&language=es")).await;
    assert!(docx.status == 200 && docx.body.starts_with("PK") && docx.body.contains("word/document.xml"));
    assert_eq!(specimen.get(Some(&mexico), &format!("{path}/export?format=pdf")).await.status, 422);
}

#[tokio::test]
async fn one_second_late_is_late_and_a_clock_set_back_brings_no_time_back() {
    let specimen = specimen();
    let path = convene(&specimen, &coordinator(&specimen), "RCM/COM/1").await;
    stand_at(&specimen, deadline());
    assert!(
        to(&say(&specimen, &delegate(&specimen, "MEX"), &path, ("1", "En el último instante.")).await)
            .contains("done=comment")
    );
    stand_at(&specimen, deadline() + 1.second());
    assert!(
        to(&say(&specimen, &delegate(&specimen, "CAN"), &path, ("1", "Un segundo tarde.")).await).contains("done=late")
    );
    let round = shown(&specimen, &path).await;
    assert_eq!(
        [answer_of(&round, "MEX"), answer_of(&round, "CAN"), answer_of(&round, "HND")],
        ["answered", "answered_late", "silent"]
    );
    assert_eq!(round["closed"], true);
    stand_at(&specimen, deadline() - SignedDuration::from_hours(48));
    assert!(to(&say(&specimen, &delegate(&specimen, "HND"), &path, ("1", "¿Todavía?")).await).contains("done=late"));
    assert_eq!(answer_of(&shown(&specimen, &path).await, "HND"), "answered_late");
    let unseen = say(&specimen, &delegate(&specimen, "HND"), &path, ("1", "Otra persona.")).await;
    assert!(to(&unseen).contains("done=late_unseen"));
    let page = specimen.get(Some(&delegate(&specimen, "HND")), to(&unseen).split('#').next().unwrap_or_default()).await;
    assert!(page.body.contains("marked as late") && page.body.contains("you had not seen"), "{}", page.body);
}

#[tokio::test]
async fn a_page_that_told_of_a_deadline_stays_true_whatever_the_clock_shows() {
    let specimen = specimen();
    let path = convene(&specimen, &coordinator(&specimen), "RCM/COM/1").await;
    stand_at(&specimen, deadline() + 1.second());
    assert!(specimen.get(Some(&delegate(&specimen, "MEX")), &path).await.body.contains("The deadline has passed"));
    stand_at(&specimen, deadline() - SignedDuration::from_hours(48));
    let mexico = delegate(&specimen, "MEX");
    assert!(specimen.get(Some(&mexico), &path).await.body.contains("The deadline has passed"));
    assert!(specimen.get(Some(&mexico), "/comments").await.body.contains("no answer"));
    assert!(to(&say(&specimen, &mexico, &path, ("", "Tarde.")).await).contains("done=late"));
}

#[tokio::test]
async fn two_people_of_one_delegation_speak_for_one_state() {
    let specimen = specimen();
    let path = convene(&specimen, &coordinator(&specimen), "RCM/COM/1").await;
    let (one, other) = (delegate(&specimen, "MEX"), delegate(&specimen, "MEX"));
    to(&say(&specimen, &one, &path, ("1", "Una persona.")).await);
    // The other had opened the form before.
    assert!(to(&say(&specimen, &other, &path, ("1", "Otra persona.")).await).contains("done=replaced_unseen"));
    let round = shown(&specimen, &path).await;
    assert_eq!(comments_on(&round, "1"), [("MEX", "Otra persona.")]);
    assert_eq!(round["paragraphs"][1]["comments"][0]["replaced"][0]["text"], "Una persona.");
    let page = specimen.get(Some(&one), &path).await.body;
    assert!(page.contains("It replaced an earlier comment"), "{page}");
    assert!(page.contains("<blockquote lang=\"es\"><p>Una persona.</p></blockquote>"), "{page}");
    assert_eq!(round["paragraphs"][1]["comments"][0]["replaced"][0]["language"], "es");
    // Whoever has seen it replaces it without a word about that.
    let form = specimen.get(Some(&one), &format!("{path}/comment?place=1")).await.body;
    let seen =
        form.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("what was seen");
    assert!(form.contains(">\nOtra persona.</textarea>"), "{form}");
    let fields = [("paragraph", "1"), ("text", "Las dos."), ("language", "es"), ("seen", seen)];
    assert!(to(&specimen.post(&one, &format!("{path}/comment"), &fields).await).contains("done=comment"));
    let comment = shown(&specimen, &path).await["paragraphs"][1]["comments"][0]["comment"].to_string();
    let ask = format!("{path}/withdraw/{comment}");
    assert!(specimen.get(Some(&other), &ask).await.body.contains("Take this comment back (Paragraph 1)?"));
    assert_eq!(specimen.get(Some(&delegate(&specimen, "CAN")), &ask).await.status, 404);
    to(&specimen.post(&other, &ask, &[]).await);
    let round = shown(&specimen, &path).await;
    assert!(comments_on(&round, "1").is_empty());
    assert_eq!(answer_of(&round, "MEX"), "not_yet", "it has said nothing that stands");
    assert!(
        specimen.get(Some(&one), &path).await.body.contains(&format!("{path}/nothing")),
        "and may say that it has nothing"
    );
}

#[tokio::test]
async fn more_time_is_asked_for_granted_and_refused() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let path = convene(&specimen, &coordinator, "RCM/COM/1").await;
    let wish = |day: &'static str| {
        [("until-day", day), ("until-month", "6"), ("until-year", "2026"), ("reason", "Falta el dictamen.")]
    };
    let (mexico, canada) = (delegate(&specimen, "MEX"), delegate(&specimen, "CAN"));
    let ask = async |who, day| specimen.post(who, &format!("{path}/extension"), &wish(day)).await;
    assert_eq!(ask(&mexico, "1").await.status, 409, "not later than the deadline");
    to(&ask(&mexico, "20").await);
    to(&ask(&canada, "15").await);
    let today = specimen.get(Some(&coordinator), "/today").await.body;
    assert!(today.contains("Comment round"), "{today}");
    let page = specimen.get(Some(&coordinator), &format!("{path}/time")).await.body;
    assert!(page.contains("Mexico, until") && page.contains("Falta el dictamen."), "{page}");
    let wishes = shown(&specimen, &path).await["wishes"].clone();
    let (first, second) = (wishes[0]["request"].to_string(), wishes[1]["request"].to_string());
    let rule = async |fields: &[(&str, &str)]| specimen.post(&coordinator, &format!("{path}/time"), fields).await;
    let (day, month, year) = (("until-day", "21"), ("until-month", "6"), ("until-year", "2026"));
    let later = rule(&[("request", &first), ("ruling", "grant"), day, month, year]).await;
    assert_eq!(later.status, 409, "later than asked for");
    assert_eq!(rule(&[("request", &second), ("ruling", "refuse")]).await.status, 422, "a refusal says why");
    to(&rule(&[("request", &first), ("ruling", "grant")]).await);
    to(&rule(&[("request", &second), ("ruling", "refuse"), ("reason", "El texto corre prisa.")]).await);
    assert_eq!(rule(&[("request", &second), ("ruling", "grant_all")]).await.status, 409, "it was answered");
    let round = shown(&specimen, &path).await;
    assert_eq!((&round["wishes"][0]["answer"], &round["wishes"][1]["answer"]), (&json!("granted"), &json!("refused")));
    stand_at(&specimen, deadline() + SignedDuration::from_hours(24));
    let round = shown(&specimen, &path).await;
    assert_eq!(
        (answer_of(&round, "MEX"), answer_of(&round, "CAN"), &round["closed"]),
        ("not_yet", "silent", &json!(false))
    );
    assert!(to(&say(&specimen, &delegate(&specimen, "MEX"), &path, ("", "A tiempo.")).await).contains("done=comment"));
}

#[tokio::test]
async fn three_months_from_30_may_2003_end_on_30_august() {
    let specimen = specimen();
    stand_at(&specimen, "2003-05-30T23:00:00Z".parse().expect("an instant"));
    let token = coordinator_token(&specimen);
    let new = json!({
        "symbol": "RCM/VIII/2003/COM/1", "title_en": "Project (invented)", "title_es": "Proyecto (inventado)",
        "paragraphs": [{ "en": "One.", "es": "Uno." }], "counted_from": "2003-05-30",
    });
    let answer = specimen.call(&token, Purpose::Secretariat, "/api/v1/comments", &new).await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    assert_eq!(answer.headers["location"], "/api/v1/comments/RCM-VIII-2003-COM-1");
    assert!(answer.body.contains("\"deadline\":\"2003-08-31T05:59:59.999999Z\""), "the end of 30 August at San José");
    let mexico = delegate(&specimen, "MEX");
    let today = specimen.get(Some(&mexico), "/today").await.body;
    assert!(today.contains("Comments asked for") && today.contains("Project (invented)"), "{today}");
    let calendar = specimen.get(Some(&mexico), "/today/calendar").await.body;
    assert!(calendar.contains("DUE:20030831T055959Z"), "{calendar}");
    assert!(calendar.contains("UID:comments-rcm-viii-2003-com-1@"), "{calendar}");
}

#[tokio::test]
async fn the_second_process_with_two_co_chairs_runs_the_same() {
    let specimen = specimen_of(LAGOON);
    let coordinator = specimen.signed_in("QMS", "coordinator", Purpose::Secretariat);
    let term = [("first_on-day", "1"), ("first_on-month", "1"), ("first_on-year", "2026")];
    for party in ["QMA", "QMB"] {
        to(&specimen.post(&coordinator, "/presidencies/new", &[&[("party", party)], &term[..]].concat()).await);
    }
    let chair = |party| specimen.signed_in(party, "presidency", Purpose::Secretariat);
    let (first, second, none) = (chair("QMA"), chair("QMB"), chair("QMC"));
    assert_eq!(specimen.post(&none, "/comments/convene", &asked("LAG/COM/1")).await.status, 404);
    let path = convene(&specimen, &first, "LAG/COM/1").await;
    let form = specimen.get(Some(&first), "/comments/convene").await.body;
    assert!(
        form.split("name=\"months\"").nth(1).is_some_and(|field| field.starts_with(" type=\"text\" value=\"2\"")),
        "{form}"
    );
    let new = json!({
        "symbol": "LAG/COM/2", "title_en": "One", "title_es": "Uno", "counted_from": "2026-03-03",
        "paragraphs": [{ "en": "One.", "es": "Uno." }],
    });
    let token = specimen.token(&specimen.enrol("QMS", "qms.machine", &["coordinator"]), &[Purpose::Secretariat]);
    let answer = specimen.call(&token, Purpose::Secretariat, "/api/v1/comments", &new).await;
    assert!(answer.body.contains("\"deadline\":\"2026-05-03T21:59:59.999999Z\""), "two months: {}", answer.body);
    let page = specimen.get(Some(&second), &path).await.body;
    assert!(page.contains("0 of 4 have answered") && page.contains("Compilation"), "{page}");
    to(&say(&specimen, &delegate(&specimen, "UTO"), &path, ("1", "De acuerdo.")).await);
    to(&say(&specimen, &delegate(&specimen, "QMO"), &path, ("1", "Observamos.")).await);
    let page = specimen.get(Some(&second), &path).await.body;
    assert!(page.contains("1 of 4 have answered"), "{page}");
    let comment = page.split("/compile/").nth(1).and_then(|rest| rest.split('"').next()).expect("a comment to answer");
    let wish = [("until-day", "20"), ("until-month", "6"), ("until-year", "2026"), ("reason", "Falta.")];
    to(&specimen.post(&delegate(&specimen, "UTO"), &format!("{path}/extension"), &wish).await);
    let today = async |who| specimen.get(Some(who), "/today").await.body;
    assert!(today(&second).await.contains("Comment round: more time asked for"));
    assert!(!today(&none).await.contains("more time asked for"), "it waits for whoever presides");
    let reply = [("verdict", "noted"), ("text", "Gracias.")];
    to(&specimen.post(&second, &format!("{path}/compile/{comment}"), &reply).await);
    assert_eq!(specimen.post(&none, &format!("{path}/compile/{comment}"), &reply).await.status, 404);
    stand_at(&specimen, deadline() + SignedDuration::from_hours(1));
    to(&say(&specimen, &delegate(&specimen, "QMC"), &path, ("1", "Tarde.")).await);
    let (second, none) = (chair("QMB"), chair("QMC"));
    let today = async |who| specimen.get(Some(who), "/today").await.body;
    assert!(today(&second).await.contains("Comments to be answered"));
    assert!(!today(&none).await.contains("Comments to be answered"));
}
