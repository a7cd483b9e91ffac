//! By which rule a document is for whom: what goes on which side, as it can be checked and as a reader is told.

use super::paper::{MEMBERS, OBSERVERS, PARTICIPANTS, PUBLIC};

/// A rule by which somebody decides who may see a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    /// Its code in the journal, tables, forms and the API. Frozen.
    pub(crate) code: &'static str,
    /// The key of what it says.
    pub(crate) key: &'static str,
    /// The classes to which it leads.
    pub(crate) classes: &'static [&'static str],
}

/// All there are.
pub(crate) const RULES: [Rule; 6] = [
    Rule { code: "adopted", key: "papers-rule-adopted", classes: &[PUBLIC] },
    Rule { code: "circulated", key: "papers-rule-circulated", classes: &[PARTICIPANTS, OBSERVERS] },
    Rule { code: "draft", key: "papers-rule-draft", classes: &[OBSERVERS, MEMBERS] },
    Rule { code: "people", key: "papers-rule-people", classes: &[MEMBERS] },
    Rule { code: "request", key: "papers-rule-request", classes: &[PUBLIC, PARTICIPANTS, OBSERVERS, MEMBERS] },
    Rule { code: "decision", key: "papers-rule-decision", classes: &[PUBLIC, PARTICIPANTS, OBSERVERS, MEMBERS] },
];

/// Answers the rule with a code.
pub(crate) fn rule(code: &str) -> Option<Rule> {
    RULES.into_iter().find(|rule| rule.code == code)
}

#[cfg(test)]
mod tests {
    use super::super::paper::CLASSES;
    use super::*;

    #[test]
    fn every_class_is_reached_by_a_rule_and_every_rule_leads_to_a_class() {
        for (class, _) in CLASSES {
            assert!(RULES.iter().any(|rule| rule.classes == [class] || rule.classes.contains(&class)), "{class}");
        }
        for rule in RULES {
            assert!(rule.classes.iter().all(|class| CLASSES.iter().any(|(known, _)| known == class)), "{}", rule.code);
            assert_eq!(super::rule(rule.code), Some(rule));
        }
        assert!(!super::rule("people").is_some_and(|rule| rule.classes.contains(&PUBLIC)), "never by that rule");
    }
}
