//! What holds in whatever order things are proposed, said and ruled on.

use journal::StateCode;
use proptest::prelude::*;

use super::*;
use crate::language::TextLanguage::{English, French, Spanish};

fn code(text: &str) -> StateCode {
    text.parse().expect("three letters")
}

fn texts(english: &str, spanish: &str) -> Texts {
    [(English, english.to_owned()), (Spanish, spanish.to_owned())].into()
}

fn begun() -> Draft {
    let text = Text::begin(English, vec![texts("One [or two].", "Uno [o dos]."), texts("Two.", "Dos.")]);
    let states = ["UTO", "MEX", "NIC"].map(code).into();
    Draft::begin(code("XSV"), states, [code("COL")].into(), text.expect("a text"))
}

fn amends(paragraph: u32, english: &str) -> Change {
    Change::Amend { paragraph, texts: [(English, english.to_owned())].into() }
}

#[test]
fn two_who_change_one_paragraph_lose_nothing_and_the_second_is_marked() {
    let mut draft = begun();
    let first = draft.propose(code("UTO"), amends(1, "One."), 1, "shorter".to_owned()).expect("taken");
    let second = draft.propose(code("MEX"), amends(1, "Three."), 1, String::new()).expect("taken");
    assert_eq!(draft.rule(code("UTO"), first, (Ruling::Accept, 1), String::new()), Err(DraftError::NotTheChair));
    assert_eq!(draft.rule(code("XSV"), first, (Ruling::Accept, 1), String::new()), Ok(Some(2)));
    assert_eq!(draft.hindrance(&draft.proposals[1]), Some(ChangeError::Changed));
    let late = Err(DraftError::Change(ChangeError::Changed));
    assert_eq!(draft.rule(code("XSV"), second, (Ruling::Accept, 2), String::new()), late);
    // In the chair's own words too, only with the paragraph as it is before their eyes.
    let merged = Ruling::Merge([(English, "One and three.".to_owned())].into());
    assert_eq!(draft.rule(code("XSV"), second, (merged.clone(), 1), String::new()), late);
    assert_eq!(draft.rule(code("XSV"), second, (merged, 2), String::new()), Ok(Some(3)));
    assert_eq!(draft.text().words(&draft.text().paragraphs[0]), "One and three.");
    assert_eq!(draft.rule(code("XSV"), second, (Ruling::SetAside, 3), String::new()), Err(DraftError::Ruled));
    assert_eq!(draft.versions().iter().map(|text| text.brackets().count).collect::<Vec<_>>(), [1, 0, 0]);
    // Written by whoever still has the first version open: kept, with the text they had before them.
    assert_eq!(draft.propose(code("NIC"), amends(1, "Four."), 1, String::new()), Ok(3));
}

#[test]
fn a_text_in_another_language_that_was_not_brought_along_is_behind_until_it_is() {
    let mut draft = begun();
    let whole = |draft: &Draft| draft.text().whole(Spanish);
    assert_eq!(whole(&draft).as_deref(), Some("Uno [o dos].\n\nDos."));
    let number = draft.propose(code("UTO"), amends(2, "Second."), 1, String::new()).expect("taken");
    draft.rule(code("XSV"), number, (Ruling::Accept, 1), String::new()).expect("ruled");
    assert_eq!((whole(&draft), draft.text().whole(French)), (None, None));
    assert_eq!(draft.text().paragraphs[1].texts[&Spanish], "Dos.", "what was there stays");
    let along = Change::Amend { paragraph: 2, texts: texts("Second.", "Segundo.") };
    let number = draft.propose(code("NIC"), along, 2, String::new()).expect("taken");
    draft.rule(code("XSV"), number, (Ruling::Accept, 2), String::new()).expect("ruled");
    assert_eq!(whole(&draft).as_deref(), Some("Uno [o dos].\n\nSegundo."));
    let nothing = draft.propose(code("NIC"), amends(2, " Second. "), 3, String::new());
    assert_eq!(nothing, Err(DraftError::Change(ChangeError::Nothing)));
}

#[test]
fn who_is_not_let_in_says_nothing_and_only_states_are_for_or_against() {
    let mut draft = begun();
    assert_eq!(draft.propose(code("CHL"), amends(1, "X."), 1, String::new()), Err(DraftError::NotADrafter));
    assert_eq!(draft.let_in(code("UTO"), code("CHL")), Err(DraftError::NotTheChair));
    draft.let_in(code("XSV"), code("CHL")).expect("let in");
    let number = draft.propose(code("CHL"), amends(1, "X."), 1, String::new()).expect("taken");
    let says = |by: &str, opinion| Remark { by: code(by), opinion, words: String::new() };
    assert_eq!(draft.say(number, says("CHL", Some(Opinion::Supports))), Err(DraftError::NotAState));
    draft.say(number, says("UTO", Some(Opinion::Supports))).expect("said");
    draft.say(number, says("UTO", Some(Opinion::Opposes))).expect("said");
    draft.say(number, says("UTO", None)).expect("said");
    assert_eq!(draft.proposals[0].opinions(), [(code("UTO"), Opinion::Opposes)].into());
    draft.freeze().expect("frozen");
    assert_eq!(draft.say(number, says("UTO", None)), Err(DraftError::Frozen));
    assert_eq!(draft.freeze(), Err(DraftError::Frozen));
}

#[test]
fn steps_are_followed_from_the_version_that_they_are_of_and_from_no_other() {
    let mut draft = begun();
    for (change, seen) in [(amends(1, "One."), 1), (Change::Move { paragraph: 2, after: 0 }, 1)] {
        let number = draft.propose(code("UTO"), change, seen, String::new()).expect("taken");
        draft.rule(code("XSV"), number, (Ruling::Accept, seen), String::new()).expect("ruled");
    }
    let [first, second, third] = draft.versions() else { panic!("{:?}", draft.versions()) };
    let of_two = steps(first, third);
    assert!(follow(first, &of_two).is_some() && follow(second, &of_two).is_none());
    let moved: Vec<u32> = of_two.iter().filter(|step| step.moved).map(|step| step.number).collect();
    assert_eq!(moved, [2]);
}

/// Something that somebody tries.
#[derive(Clone, Debug)]
enum Act {
    Propose(usize, Change, u32),
    Say(usize, u32, Option<Opinion>),
    Rule(u32, Ruling, u32),
}

const PARTIES: [&str; 5] = ["UTO", "MEX", "NIC", "COL", "CHL"];

fn words() -> impl Strategy<Value = Texts> {
    ("[a-e\\[\\]]{0,3}( [a-e]{1,3})?", prop::option::of("[a-e]{1,4}")).prop_map(|(english, spanish)| {
        let spanish = spanish.map(|text| (Spanish, text));
        [(English, english)].into_iter().chain(spanish).collect()
    })
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (0_u32..8, words()).prop_map(|(after, texts)| Change::Add { after, texts }),
        (1_u32..8, words()).prop_map(|(paragraph, texts)| Change::Amend { paragraph, texts }),
        (1_u32..8).prop_map(|paragraph| Change::Delete { paragraph }),
        (1_u32..8, 0_u32..8).prop_map(|(paragraph, after)| Change::Move { paragraph, after }),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    let ruling = prop_oneof![
        3 => Just(Ruling::Accept),
        2 => words().prop_map(Ruling::Merge),
        1 => Just(Ruling::SetAside),
    ];
    prop_oneof![
        3 => (0..PARTIES.len(), change(), 1_u32..12).prop_map(|(by, change, seen)| Act::Propose(by, change, seen)),
        1 => (0..PARTIES.len(), 1_u32..12, prop::option::of(Just(Opinion::Supports)))
            .prop_map(|(by, number, opinion)| Act::Say(by, number, opinion)),
        3 => (1_u32..12, ruling, 1_u32..12).prop_map(|(number, ruling, seen)| Act::Rule(number, ruling, seen)),
    ]
}

/// Tries an act; answers whether it was taken.
fn tried(draft: &mut Draft, act: &Act) -> bool {
    // What is seen is a version that was there: of those that are not yet, the last.
    let seen = |draft: &Draft, seen: u32| seen.min(draft.text().version);
    match act.clone() {
        Act::Propose(by, change, at) => {
            let at = seen(draft, at);
            draft.propose(code(PARTIES[by]), change, at, String::new()).is_ok()
        }
        Act::Say(by, number, opinion) => {
            draft.say(number, Remark { by: code(PARTIES[by]), opinion, words: "w".to_owned() }).is_ok()
        }
        Act::Rule(number, ruling, at) => {
            let at = seen(draft, at);
            draft.rule(code("XSV"), number, (ruling, at), String::new()).is_ok()
        }
    }
}

proptest! {
    #[test]
    fn in_any_order_nothing_that_was_said_is_lost(acts in prop::collection::vec(act(), 0..60)) {
        let mut draft = begun();
        for act in &acts {
            let before = draft.clone();
            let taken = tried(&mut draft, act);
            if !taken {
                prop_assert_eq!(&before, &draft, "what is refused leaves nothing behind");
            }
            // All that was there is there: every version as it was, every proposal in its words.
            prop_assert_eq!(before.versions(), &draft.versions()[..before.versions().len()]);
            for (earlier, later) in before.proposals.iter().zip(&draft.proposals) {
                prop_assert_eq!(&earlier.change, &later.change);
                prop_assert_eq!(&earlier.remarks[..], &later.remarks[..earlier.remarks.len()]);
            }
            prop_assert!(before.proposals.len() <= draft.proposals.len());
            // A paragraph that changed is never another's unseen: what it said before stands in the version that was accepted on.
            if let (Act::Rule(number, Ruling::Accept, _), true) = (act, taken) {
                let proposal = draft.proposal(*number).expect("ruled on");
                if let Some(paragraph) = proposal.change.paragraph() {
                    let at = |text: &Text| text.paragraph(paragraph).expect("it was there").texts.clone();
                    let seen = draft.version(proposal.seen).expect("a version that was seen");
                    prop_assert_eq!(at(seen), at(before.text()));
                }
            }
        }
        // The same acts make the same versions again.
        let mut again = begun();
        for act in &acts {
            tried(&mut again, act);
        }
        prop_assert_eq!(&again, &draft);
        for (at, text) in draft.versions().iter().enumerate() {
            prop_assert_eq!(text.version as usize, at + 1);
            let mut numbers: Vec<u32> = text.paragraphs.iter().map(|paragraph| paragraph.number).collect();
            numbers.sort_unstable();
            prop_assert_eq!(numbers, (1..=text.paragraphs.len() as u32).collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_became_of_each_paragraph_makes_the_later_version_of_the_earlier(
        acts in prop::collection::vec(act(), 0..60),
    ) {
        let mut draft = begun();
        for act in &acts {
            tried(&mut draft, act);
        }
        let versions = draft.versions();
        for (at, from) in versions.iter().enumerate() {
            for to in &versions[at..] {
                let steps = steps(from, to);
                let stands: Vec<(u32, Texts)> = to.standing().map(|one| (one.number, Texts::clone(&one.texts))).collect();
                prop_assert_eq!(follow(from, &steps), Some(stands));
                if from == to {
                    prop_assert!(steps.iter().all(Step::is_kept));
                }
            }
        }
    }
}
