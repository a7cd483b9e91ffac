//! The bytes of every entry, and the plans of the statements that lists and sweeps ask.

use base::store::Entry;
use conference::by::{Authority, By, Person};
use conference::comments::{Act, Place, Verdict};
use conference::language::TextLanguage;
use conference::recorded::Sequence;
use conference::said::Said;
use jiff::Timestamp;
use jiff::civil::date;
use journal::StateCode;

use super::super::entries::{Acted, CommentEntry, Counted, Invited, Kind, Paragraph};
use super::super::samples::specimen;
use super::super::{queries, telling, waiting};

fn code(text: &str) -> StateCode {
    text.parse().expect("a code")
}

fn invited() -> Invited {
    Invited {
        symbol: "LAG/COM/1".parse().expect("a symbol"),
        title_en: "Text".to_owned(),
        title_es: "Texto".to_owned(),
        paragraphs: vec![Paragraph { name: "1".to_owned(), en: "One.".to_owned(), es: "Uno.".to_owned() }],
        asked: vec![code("QMA"), code("UTO")],
        welcome: vec![code("QMO")],
        conveners: vec![code("QMS")],
        deadline_us: 1_062_309_599_999_999,
        counted: Some(Counted { from_on: date(2003, 5, 30), months: 3 }),
        cites: Some("LAG/DEC/1".parse().expect("a symbol")),
    }
}

/// One act of each sort, for the round of the seventh entry.
fn acts() -> Vec<Act> {
    let by = |party, authority| By { person: Person(7), party: code(party), authority };
    let (speaks, presides) = (by("UTO", Authority::Speaks), by("QMS", Authority::Presides));
    let until = Timestamp::from_microsecond(1_062_309_599_999_999).expect("an instant");
    let said = || Said::parse("No").expect("words");
    let language = TextLanguage::Spanish;
    vec![
        Act::Comment { by: speaks, on: Place::Paragraph(0), text: said(), language, replaces: Some(Sequence(8)) },
        Act::Withdrawal { by: speaks, of: Sequence(9) },
        Act::Nothing { by: speaks },
        Act::ExtensionAsked { by: speaks, until, reason: said() },
        Act::ExtensionGranted { by: presides, request: Sequence(10), until, for_all: true },
        Act::ExtensionRefused { by: presides, request: Sequence(10), reason: said() },
        Act::Reply { by: presides, to: Sequence(9), verdict: Verdict::PartlyTaken, text: said() },
        Act::Passed,
    ]
}

#[test]
fn the_bytes_of_every_entry_are_frozen() {
    let golden = [
        (
            "invited",
            "8a694c41472f434f4d2f31645465787465546578746f81836131644f6e652e64556e6f2e8263514d416355544f8163514d4f8163514d531b0003c62a3a5977ff826a323030332d30352d333003694c41472f4445432f31",
        ),
        ("comment", "a600070166737065616b73020003624e6f040806626573"),
        ("withdrawal", "a300070166737065616b730409"),
        ("nothing", "a200070166737065616b73"),
        ("extension_asked", "a400070166737065616b7303624e6f051b0003c62a3a5977ff"),
        ("extension_granted", "a5000701687072657369646573040a051b0003c62a3a5977ff07f5"),
        ("extension_refused", "a400070168707265736964657303624e6f040a"),
        ("reply", "a500070168707265736964657303624e6f0409086c706172746c795f74616b656e"),
        ("passed", "a10007"),
    ];
    let entries: Vec<CommentEntry> = std::iter::once(CommentEntry::Invited(Box::new(invited())))
        .chain(acts().iter().map(|act| telling::act(7, act)))
        .collect();
    let written: Vec<(String, String)> =
        entries.iter().map(|entry| (entry.kind().to_string(), hex::encode(entry.payload()))).collect();
    let frozen: Vec<(String, String)> =
        golden.map(|(kind, bytes): (&str, &str)| (kind.to_owned(), bytes.to_owned())).into();
    assert_eq!(written, frozen);
    assert_eq!(minicbor::decode::<Invited>(&entries[0].payload()).as_ref().ok(), Some(&invited()));
}

#[test]
fn every_act_comes_back_from_its_bytes() {
    assert_eq!(acts().len(), Kind::ALL.len());
    for act in acts() {
        let (kind, acted) = Acted::of(7, &act);
        let bytes = minicbor::to_vec(&acted).expect("bytes");
        let read: Acted = minicbor::decode(&bytes).expect("an act");
        let who = super::super::saying::speaker(&act).map_or((Person(7), code("QMS")), |by| (by.person, by.party));
        assert_eq!(read.act(kind, who), Some(act), "{}", kind.code());
        assert_eq!(Kind::parse(kind.code()), Some(kind));
    }
    let lacking = Acted { round: 7, authority: Some("speaks".to_owned()), ..Acted::default() };
    assert_eq!(lacking.act(Kind::Comment, (Person(7), code("UTO"))), None, "a comment has words");
}

#[test]
fn lists_sweeps_and_what_waits_are_read_along_indexes() {
    let specimen = specimen();
    let house = specimen.ground.database("secretariat").expect("the house");
    let plan = |sql: &str| {
        let explained = format!("EXPLAIN QUERY PLAN {sql}");
        let lines = house.read(|connection| {
            let mut statement = connection.prepare(&explained)?;
            let lines = statement.query_map([], |row| row.get::<_, String>(3))?;
            Ok(lines.collect::<Result<Vec<_>, _>>()?)
        });
        lines.expect("a plan").join("\n")
    };
    // Parameters stand for values that a plan does not depend on.
    let numbered = |sql: &str| (1..=6).fold(sql.to_owned(), |sql, at| sql.replace(&format!("?{at}"), "0"));
    for (sql, index) in [
        (queries::PAGE, "comments_round_order"),
        (queries::OVERDUE, "comments_round_next"),
        (waiting::OWED, "comments_party_due"),
        (waiting::CONVENED, "comments_party_convenes"),
    ] {
        let plan = plan(&numbered(sql));
        assert!(plan.contains(index) && !plan.contains("SCAN comments") && !plan.contains("TEMP B-TREE"), "{plan}");
    }
    assert!(
        plan("SELECT * FROM comments_round ORDER BY title_en").contains("TEMP B-TREE"),
        "a plan without an index is seen"
    );
}
