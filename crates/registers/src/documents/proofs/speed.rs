//! A look-up reads few rows however many alerts there are: the plan uses the key, and answers stay in order.

use super::Stage;
use crate::document::DocumentKind;
use crate::documents::{GENERAL_HITS_MAX, HITS_MAX, SeriesPattern, samples};

#[tokio::test]
async fn the_look_up_goes_by_its_key() {
    let stage = Stage::new();
    let database = stage.ground().database("registers").unwrap();
    let plan: Vec<String> = database
        .read(|connection| {
            let mut statement =
                connection.prepare(&format!("EXPLAIN QUERY PLAN {}", crate::documents::fitting::BY_NUMBER))?;
            let plan = statement.query_map(("UTO", 1, 9, "K", "K9", "K90", "K902", "2026-03-02"), |row| row.get(3))?;
            Ok(plan.collect::<Result<_, _>>()?)
        })
        .unwrap();
    let plan = plan.join("; ");
    assert!(plan.contains("USING PRIMARY KEY (issuer=? AND kind=? AND length=? AND prefix=?)"), "{plan}");
}

#[tokio::test]
async fn the_most_specific_come_first_and_general_ones_last() {
    let stage = Stage::new();
    let with = |pattern: &str| {
        let mut text = samples::text();
        text.pattern = SeriesPattern::parse(pattern).ok();
        text
    };
    let patterns =
        ["?????????", "", "K9#######", "K902117##", "#########", "@########", "", "K902#####", "", "K9???????", ""];
    let texts: Vec<_> = patterns
        .iter()
        .map(|pattern| if pattern.starts_with('?') { with("?########") } else { with(pattern) })
        .collect();
    samples::publish_all(stage.ground(), &stage.author.caller, &stage.expert.caller, texts).await.unwrap();
    let hits = stage.fitting(DocumentKind::Passport, "K90211756").await;
    let order: Vec<String> =
        hits.iter().map(|hit| hit.text.pattern.as_ref().map_or(String::new(), ToString::to_string)).collect();
    assert_eq!(order, ["K902117##", "K902#####", "K9#######", "@########", "?########", "K9???????", "", "", ""]);
    assert!(hits.iter().all(|hit| hit.general == hit.text.pattern.is_none()));
    assert_eq!(hits.iter().filter(|hit| hit.general).count(), GENERAL_HITS_MAX);
    assert!(hits[6].published_at >= hits[7].published_at);
}

#[tokio::test]
async fn a_number_is_answered_with_ten_at_most_and_a_kind_with_three() {
    let stage = Stage::new();
    let mut general = samples::text();
    general.pattern = None;
    let texts = std::iter::repeat_n(samples::text(), 15).chain(std::iter::repeat_n(general, 5));
    samples::publish_all(stage.ground(), &stage.author.caller, &stage.expert.caller, texts).await.unwrap();
    let hits = stage.fitting(DocumentKind::Passport, "K90211756").await;
    assert_eq!(
        (hits.len(), hits.iter().filter(|hit| hit.general).count()),
        (HITS_MAX + GENERAL_HITS_MAX, GENERAL_HITS_MAX)
    );
    assert_eq!(hits[0].reference, "RCM-2026-0015", "the newest of equals first");
    assert_eq!(
        stage.fitting(DocumentKind::Passport, "L1").await.len(),
        GENERAL_HITS_MAX,
        "general ones fit any number"
    );
    let reader = stage.reader().await;
    assert_eq!(crate::documents::age(&reader).unwrap(), Some(stage.specimen.clock.now()));
}
