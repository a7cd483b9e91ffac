//! What is refused, to whom, and that nothing which was typed is lost.

use super::super::samples::*;

#[tokio::test]
async fn a_round_without_observers_is_not_there_for_them() {
    let specimen = specimen();
    let coordinator = coordinator(&specimen);
    let mut kept = asked("RCM/COM/2");
    kept.retain(|(name, _)| *name != "observers");
    let path = path_of(specimen.post(&coordinator, "/comments/convene", &kept).await);
    let open = convene(&specimen, &coordinator, "RCM/COM/1").await;
    let colombia = delegate(&specimen, "COL");
    for address in ["", "/table", "/export?format=csv", "/comment"] {
        assert_eq!(specimen.get(Some(&colombia), &format!("{path}{address}")).await.status, 404, "{address}");
        assert_eq!(specimen.get(Some(&colombia), &format!("{open}{address}")).await.status, 200, "{address}");
    }
    let list = specimen.get(Some(&colombia), "/comments").await.body;
    assert!(list.contains("RCM/COM/1") && !list.contains("RCM/COM/2"), "{list}");
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
        ("counted_from-day", "31", "comments"),
    ];
    for (name, value, why) in cases {
        let mut fields = changed(name, value);
        if why == "comments" {
            fields.retain(|(known, _)| *known != "counted_from-month");
            fields.push(("counted_from-month", "2"));
        }
        let answer = specimen.post(&coordinator, "/comments/convene", &fields).await;
        assert!(answer.status == 422 && answer.body.contains(why), "{name}: {}", answer.body);
        assert!(
            answer.body.contains("Los contactos se reúnen") || name == "text_es",
            "{name}: the text is still there"
        );
    }
    let change = changed("step", "change");
    assert!(specimen.post(&coordinator, "/comments/convene", &change).await.body.contains("Los contactos se reúnen"));
    let path = "/comments/RCM-COM-1";
    let mexico = delegate(&specimen, "MEX");
    let fields = [("paragraph", "1"), ("text", "  "), ("language", "de"), ("seen", "")];
    let answer = specimen.post(&mexico, &format!("{path}/comment"), &fields).await;
    assert!(answer.status == 422 && answer.body.contains("Choose the language"), "{}", answer.body);
    assert_eq!(specimen.get(Some(&mexico), &format!("{path}/comment?place=9")).await.status, 404);
    assert_eq!(say(&specimen, &mexico, path, ("9", "¿Cuál?")).await.status, 422);
}
