//! What is refused, to whom, and that nothing which was typed is lost.

use base::access::Purpose;
use serde_json::json;

use super::super::form::TEXT_CHARS_MAX;
use super::super::samples::*;
use super::super::saying::{CHARS_MAX, REPLIES_MAX};

#[tokio::test]
async fn a_round_without_observers_is_not_there_for_them() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let open = convene(&specimen, &coordinator, "RCM/COM/1").await;
    let mut kept = asked("RCM/COM/2");
    kept.retain(|(name, _)| *name != "observers");
    let path = path_of(specimen.post(&coordinator, "/comments/convene", &kept).await);
    let colombia = delegate(&specimen, "COL");
    for address in ["", "/table", "/export?format=csv", "/comment"] {
        assert_eq!(specimen.get(Some(&colombia), &format!("{path}{address}")).await.status, 404, "{address}");
        assert_eq!(specimen.get(Some(&colombia), &format!("{open}{address}")).await.status, 200, "{address}");
    }
    let list = specimen.get(Some(&colombia), "/comments").await.body;
    assert!(list.contains("RCM/COM/1") && !list.contains("RCM/COM/2"), "{list}");
    // A place that one may not know of is as good as none.
    let token = specimen.token(&specimen.enrol("COL", "col.places", &["delegate"]), &[Purpose::Secretariat]);
    let after = async |place: &str| api_get(&specimen, &token, &format!("/api/v1/comments?after={place}")).await.body;
    assert!(after("RCM-COM-9").await.contains("RCM/COM/1"));
    assert_eq!(after("RCM-COM-2").await, after("RCM-COM-9").await);
    assert_eq!(say(&specimen, &colombia, &path, ("1", "Hola.")).await.status, 404);
}

#[tokio::test]
async fn who_may_not_convene_comment_or_compile_finds_nothing_there() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let path = convene(&specimen, &coordinator, "RCM/COM/1").await;
    let mexico = delegate(&specimen, "MEX");
    assert_eq!(specimen.post(&mexico, "/comments/convene", &asked("RCM/COM/3")).await.status, 404);
    assert_eq!(specimen.get(Some(&mexico), &format!("{path}/time")).await.status, 404);
    assert_eq!(say(&specimen, &coordinator, &path, ("1", "La Secretaría opina.")).await.status, 404);
    assert_eq!(specimen.get(Some(&coordinator), &format!("{path}/nothing")).await.status, 404);
    for act in ["close", "end", "delete", "change"] {
        let answer = specimen.post(&coordinator, &format!("{path}/{act}"), &[]).await;
        assert_eq!(answer.status, 404, "nobody closes or changes a round: {act}");
    }
    assert_eq!(specimen.post(&mexico, "/comments/RCM-COM-9/nothing", &[]).await.status, 404);
}

#[tokio::test]
async fn a_delegation_with_comments_cannot_say_that_it_has_none() {
    let specimen = specimen();
    let path = convene(&specimen, &coordinator(&specimen), "RCM/COM/1").await;
    let mexico = delegate(&specimen, "MEX");
    to(&specimen.post(&mexico, &format!("{path}/nothing"), &[]).await);
    to(&say(&specimen, &mexico, &path, ("", "Lo pensamos mejor.")).await);
    let answer = specimen.post(&mexico, &format!("{path}/nothing"), &[]).await;
    assert!(answer.status == 409 && answer.body.contains("Take them back first"), "{}", answer.body);
}

#[tokio::test]
async fn a_form_that_cannot_be_used_comes_back_with_all_that_was_typed() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    convene(&specimen, &coordinator, "RCM/COM/1").await;
    let kept =
        json!({ "symbol": "RCM/VIII/2", "kind": "note", "title_en": "One", "original": "en", "class": "members" });
    let filed = specimen.call(&coordinator_token(&specimen), Purpose::Secretariat, "/api/v1/papers", &kept).await;
    assert_eq!(filed.status, 201, "{}", filed.body);
    let changed = |name: &'static str, value: &'static str| {
        let mut fields = asked("RCM/COM/2");
        fields.retain(|(known, _)| *known != name);
        fields.push((name, value));
        fields
    };
    let cases = [
        ("symbol", "com", "Write a symbol"),
        ("symbol", "RCM/COM/1", "There is a round with this symbol already"),
        ("title_en", " ", "Write a title"),
        ("text_es", "1. Uno.", "The English text has 3 paragraphs, the Spanish one 1"),
        ("text_es", "1. Uno.\n\n2. Dos.\n\nb) tres.", "Paragraph number 3 is 2 a in English and 2 b in Spanish"),
        ("cites", "RCM/VIII/2003/DEC/99", "There is no decision and no document"),
        ("months", "90", "Write a number of months"),
        ("counted_from-year", "2020", "The deadline would have passed already"),
        ("counted_from-year", "2062", "at most 24 months ahead"),
        ("cites", "RCM/VIII/2", "That document is kept for members"),
        ("counted_from-day", "31", "Enter a date that exists"),
    ];
    for (name, value, why) in cases {
        let mut fields = changed(name, value);
        if name == "counted_from-day" {
            fields.retain(|(known, _)| *known != "counted_from-month");
            fields.push(("counted_from-month", "2"));
        }
        let answer = specimen.post(&coordinator, "/comments/convene", &fields).await;
        assert!(answer.status == 422 && answer.body.contains(why), "{name}: {}", answer.body);
        fields.retain(|(known, _)| *known != "step");
        let look = specimen.post(&coordinator, "/comments/convene", &fields).await;
        assert!(look.status == 422 && look.body.contains(why), "{name}, before the last look: {}", look.body);
        assert!(
            answer.body.contains("Los contactos se reúnen") || name == "text_es",
            "{name}: the text is still there"
        );
    }
    let change = changed("step", "change");
    assert!(specimen.post(&coordinator, "/comments/convene", &change).await.body.contains("Los contactos se reúnen"));
    let mut among_members = changed("cites", "RCM/VIII/2");
    among_members.retain(|(name, _)| *name != "observers");
    to(&specimen.post(&coordinator, "/comments/convene", &among_members).await);
    let path = "/comments/RCM-COM-1";
    let mexico = delegate(&specimen, "MEX");
    let fields = [("paragraph", "1"), ("text", "  "), ("language", "de"), ("seen", "")];
    let answer = specimen.post(&mexico, &format!("{path}/comment"), &fields).await;
    assert!(answer.status == 422 && answer.body.contains("Choose the language"), "{}", answer.body);
    assert_eq!(specimen.get(Some(&mexico), &format!("{path}/comment?place=9")).await.status, 404);
    assert_eq!(say(&specimen, &mexico, path, ("9", "¿Cuál?")).await.status, 422);
}

/// Answers a text of 120 paragraphs with this many characters, blanks between paragraphs aside.
fn text_of(chars: usize) -> Vec<String> {
    let sentence = "Cada autoridad migratoria de la región nombra un contacto y comunica su dirección. ";
    let paragraph = |turn: usize| {
        let chars = chars / 120 + usize::from(turn < chars % 120);
        let text: String = sentence.chars().cycle().take(chars - 1).collect();
        format!("{}.", text.replace(' ', "-"))
    };
    (0..120).map(paragraph).collect()
}

#[tokio::test]
async fn the_longest_text_that_may_be_sent_can_be_sent() {
    let specimen = specimen();
    let (coordinator, token) = (coordinator(&specimen), coordinator_token(&specimen));
    let longest = text_of(TEXT_CHARS_MAX);
    let send = async |symbol: &str, paragraphs: &[String]| {
        let both: Vec<_> = paragraphs.iter().map(|text| json!({ "en": text, "es": text })).collect();
        let new = json!({
            "symbol": symbol, "title_en": "Long", "title_es": "Largo", "paragraphs": both, "until": "2026-08-30",
        });
        specimen.call(&token, Purpose::Secretariat, "/api/v1/comments", &new).await
    };
    assert_eq!(send("RCM/COM/1", &longest).await.status, 201);
    let longer = send("RCM/COM/2", &text_of(TEXT_CHARS_MAX + 1)).await;
    assert!(longer.status == 422 && longer.body.contains("text-size"), "{}", longer.body);
    let pasted = longest.join("\n\n");
    let mut fields = asked("RCM/COM/3");
    fields.retain(|(name, _)| !name.starts_with("text_"));
    fields.extend([("text_en", pasted.as_str()), ("text_es", pasted.as_str())]);
    to(&specimen.post(&coordinator, "/comments/convene", &fields).await);
    fields.retain(|(name, _)| *name != "text_es");
    let longer = format!("{pasted}x");
    fields.push(("text_es", &longer));
    let answer = specimen.post(&coordinator, "/comments/convene", &fields).await;
    assert!(answer.status == 422 && answer.body.contains("longer than 24,000 characters"), "{}", answer.status);
}

#[tokio::test]
async fn what_a_party_writes_in_a_round_has_an_end_and_taking_back_has_none() {
    let specimen = specimen();
    let path = convene(&specimen, &coordinator(&specimen), "RCM/COM/1").await;
    let (mexico, canada) = (delegate(&specimen, "MEX"), delegate(&specimen, "CAN"));
    let longest = "ñ".repeat(conference::said::Said::CHARACTERS_MAX);
    for turn in 0..CHARS_MAX / conference::said::Said::CHARACTERS_MAX {
        to(&say(&specimen, &mexico, &path, (["1", "2", "2 a", ""][turn % 4], &longest)).await);
    }
    let full = say(&specimen, &mexico, &path, ("1", "x")).await;
    assert!(full.status == 409 && full.body.contains("200,000 characters") && full.body.contains(">\nx</textarea>"));
    let comment = shown(&specimen, &path).await["paragraphs"][1]["comments"][0]["comment"].to_string();
    to(&specimen.post(&mexico, &format!("{path}/withdraw/{comment}"), &[]).await);
    to(&say(&specimen, &canada, &path, ("1", "Un plazo.")).await);
}

#[tokio::test]
async fn what_the_round_does_not_allow_comes_back_with_all_that_was_typed() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let path = convene(&specimen, &coordinator, "RCM/COM/1").await;
    let mexico = delegate(&specimen, "MEX");
    let day = |day: &'static str| [("until-day", day), ("until-month", "6"), ("until-year", "2026")];
    let wish = |on: &'static str| [&day(on)[..], &[("reason", "Falta el dictamen.")]].concat();
    let early = specimen.post(&mexico, &format!("{path}/extension"), &wish("1")).await;
    assert!(early.status == 409 && early.body.contains("until-error\""), "{}", early.body);
    assert!(early.body.contains("The new day must be later") && early.body.contains("Falta el dictamen."));
    to(&specimen.post(&mexico, &format!("{path}/extension"), &wish("20")).await);
    let wish = shown(&specimen, &path).await["wishes"][0].clone();
    assert_eq!(wish["reason"], "Falta el dictamen.", "who grants by machine reads why");
    let told = crate::meetings::samples::get_in(&specimen, &mexico, &path, "es").await.body;
    assert!(told.contains("«Falta el dictamen.»"), "{told}");
    let request = wish["request"].to_string();
    let refusal = [("request", request.as_str()), ("ruling", "refuse"), ("reason", "El texto corre prisa.")];
    let grant = [&day("21")[..], &refusal[..1], &[("ruling", "grant"), ("reason", "Es poco.")]].concat();
    let later = specimen.post(&coordinator, &format!("{path}/time"), &grant).await;
    assert!(later.status == 409 && later.body.contains("until-error\"") && later.body.contains("Es poco."));
    let no_day = [&day("31")[..], &refusal[..1], &[("ruling", "grant")]].concat();
    let answer = specimen.post(&coordinator, &format!("{path}/time"), &no_day).await;
    assert!(answer.status == 422 && answer.body.contains("Enter a date that exists"), "{}", answer.body);
    to(&specimen.post(&coordinator, &format!("{path}/time"), &refusal).await);
    let again = specimen.post(&coordinator, &format!("{path}/time"), &refusal).await;
    assert!(again.status == 409 && again.body.contains("answered already"), "{}", again.body);
    assert!(again.body.contains("El texto corre prisa."), "{}", again.body);
    stand_at(&specimen, deadline() + jiff::SignedDuration::from_secs(1));
    let late = specimen.get(Some(&delegate(&specimen, "MEX")), &format!("{path}/extension")).await;
    assert!(late.status == 409 && late.body.contains("deadline has passed"), "{}", late.body);
}

#[tokio::test]
async fn two_who_compile_do_not_overwrite_each_other_unseen() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let path = convene(&specimen, &coordinator, "RCM/COM/1").await;
    let mexico = delegate(&specimen, "MEX");
    to(&say(&specimen, &mexico, &path, ("1", "Un plazo.")).await);
    let comment = shown(&specimen, &path).await["paragraphs"][1]["comments"][0]["comment"].to_string();
    let compile = format!("{path}/compile/{comment}");
    let reply = |text: &'static str| [("verdict", "noted"), ("text", text)];
    to(&specimen.post(&coordinator, &compile, &reply("De la primera.")).await);
    let second = specimen.post(&coordinator, &compile, &reply("De la segunda.")).await;
    assert!(second.status == 409 && second.body.contains("De la primera."), "{}", second.body);
    assert!(second.body.contains(">\nDe la segunda.</textarea>"), "what was typed stays");
    let seen = second.body.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let seen = seen.expect("what is shown counts as seen");
    to(&specimen.post(&coordinator, &compile, &[&reply("De las dos.")[..], &[("seen", seen)]].concat()).await);
    // Mexico says something else meanwhile: the answer stays with what it answered, and the next goes to what stands.
    to(&say(&specimen, &mexico, &path, ("1", "Un plazo de un año.")).await);
    let page = specimen.get(Some(&mexico), &path).await.body;
    assert!(page.contains("De las dos."), "{page}");
    let round = shown(&specimen, &path).await;
    let stands = &round["paragraphs"][1]["comments"][0];
    assert_eq!((&stands["reply"], &stands["replaced"][0]["reply"]["text"]), (&json!(null), &json!("De las dos.")));
    let late = specimen.post(&coordinator, &compile, &reply("Al texto de antes.")).await;
    assert!(late.status == 409 && late.body.contains("Al texto de antes."), "{}", late.body);
    assert!(late.body.contains(&format!("{path}/compile/{}\"", stands["comment"])), "it goes to what stands now");
}

#[tokio::test]
async fn one_comment_is_answered_twenty_times_and_no_more() {
    let specimen = specimen();
    let path = convene(&specimen, &coordinator(&specimen), "RCM/COM/1").await;
    to(&say(&specimen, &delegate(&specimen, "MEX"), &path, ("1", "Un plazo.")).await);
    let comment = shown(&specimen, &path).await["paragraphs"][1]["comments"][0]["comment"].to_string();
    let compile = format!("{path}/compile/{comment}");
    for turn in 0..=REPLIES_MAX {
        // Another each time: a single person would ask too often in a minute.
        let coordinator = coordinator(&specimen);
        let form = specimen.get(Some(&coordinator), &compile).await.body;
        let seen =
            form.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
        let text = format!("Respuesta {turn}.");
        let reply = [("verdict", "noted"), ("text", text.as_str()), ("seen", seen)];
        let answer = specimen.post(&coordinator, &compile, &reply).await;
        if turn < REPLIES_MAX {
            to(&answer);
        } else {
            assert!(answer.status == 409 && answer.body.contains("answered twenty times"), "{}", answer.body);
            assert!(answer.body.contains(">\nRespuesta 20.</textarea>"), "what was typed stays");
        }
    }
}

#[tokio::test]
async fn whoever_came_to_preside_since_is_told_so_before_a_form_is_drawn() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let path = convene(&specimen, &coordinator, "RCM/COM/1").await;
    let term = [("party", "PAN"), ("first_on-day", "1"), ("first_on-month", "1"), ("first_on-year", "2026")];
    to(&specimen.post(&coordinator, "/presidencies/new", &term).await);
    let chair = specimen.signed_in("PAN", "presidency", Purpose::Secretariat);
    let answer = specimen.get(Some(&chair), &format!("{path}/time")).await;
    assert!(answer.status == 409 && answer.body.contains("of the day on which"), "{}", answer.body);
    assert_eq!(specimen.get(Some(&coordinator), &format!("{path}/time")).await.status, 200);
}
