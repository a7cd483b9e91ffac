//! The rules that stand for the principles, each with tests that fail when it no longer holds. What a test is called is part of the
//! document: whoever reads it can have that test run.

/// A rule of the register, and what holds it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    /// Its code, as `G-05`.
    pub code: &'static str,
    /// The key of what it says.
    pub says: &'static str,
    /// Tests that hold it: a file of this house and a name. None where nothing here holds it yet.
    pub tests: &'static [(&'static str, &'static str)],
}

/// Those that the principles name, in the order of their codes.
pub(super) const RULES: &[Rule] = &[
    Rule {
        code: "G-01",
        says: "assessment-g-01",
        tests: &[
            ("alerts/coded.rs", "categories_are_these_and_no_other"),
            ("alerts/typed.rs", "what_is_in_no_list_is_refused"),
        ],
    },
    Rule {
        code: "G-02",
        says: "assessment-g-02",
        tests: &[
            ("alerts/text.rs", "a_protective_alert_has_no_offence_and_no_hard_action"),
            ("alerts/proofs/life.rs", "who_is_protected_is_not_accused"),
        ],
    },
    Rule {
        code: "G-03",
        says: "assessment-g-03",
        tests: &[
            ("alerts/born.rs", "who_could_be_a_child_is_one"),
            ("alerts/text.rs", "a_possible_minor_carries_a_childs_category_alone"),
        ],
    },
    Rule {
        code: "G-04",
        says: "assessment-g-04",
        tests: &[("alerts/text.rs", "nobody_is_accused_without_a_decision_nor_captured_without_a_judge")],
    },
    Rule {
        code: "G-05",
        says: "assessment-g-05",
        tests: &[
            ("alerts/proofs/switch.rs", "it_ships_switched_off"),
            ("alerts/proofs/seals.rs", "a_state_that_takes_no_part_stores_and_sees_nothing"),
        ],
    },
    Rule { code: "G-06", says: "assessment-g-06", tests: &[("alerts/typed.rs", "a_minimum_is_asked_for")] },
    Rule {
        code: "G-07",
        says: "assessment-g-07",
        tests: &[("alerts/typed.rs", "there_is_no_other_field_and_a_reason_is_read")],
    },
    Rule {
        code: "G-08",
        says: "assessment-g-08",
        tests: &[
            ("alerts/life.rs", "nobody_judges_their_own_words"),
            ("alerts/proofs/life.rs", "an_extension_needs_a_second_person_and_a_record"),
        ],
    },
    Rule {
        code: "G-09",
        says: "assessment-g-09",
        tests: &[
            ("alerts/traits.rs", "g_09_traits_are_refused_unless_strictly_necessary"),
            ("alerts/proofs/traits.rs", "g_09_traits_are_sealed_like_the_action_and_compared_by_nothing"),
        ],
    },
    Rule {
        code: "G-10",
        says: "assessment-g-10",
        tests: &[("alerts/proofs/life.rs", "a_second_alert_by_one_state_on_one_person_is_refused")],
    },
    Rule {
        code: "G-11",
        says: "assessment-g-11",
        tests: &[
            ("alerts/proofs/consultations.rs", "g_11_what_does_not_go_together_is_held_until_the_other_state_agrees"),
            ("alerts/proofs/consultations.rs", "g_11_neither_state_reads_the_others_alert"),
        ],
    },
    Rule {
        code: "G-12",
        says: "assessment-g-12",
        tests: &[
            ("alerts/proofs/seals.rs", "another_state_neither_reads_nor_changes_anything"),
            ("alerts/proofs/proposals.rs", "g_12_others_propose_and_the_owner_does_it_by_its_own_acts"),
        ],
    },
    Rule {
        code: "G-13",
        says: "assessment-g-13",
        tests: &[
            ("alerts/life.rs", "an_alert_stands_as_long_as_its_kind_and_its_decision"),
            ("alerts/proofs/life.rs", "an_alert_ends_on_its_day_by_itself"),
        ],
    },
    Rule {
        code: "G-14",
        says: "assessment-g-14",
        tests: &[("alerts/life.rs", "a_childs_alert_does_not_outlast_childhood")],
    },
    Rule {
        code: "G-15",
        says: "assessment-g-15",
        tests: &[
            ("alerts/proofs/life.rs", "what_an_ended_alert_said_is_destroyed"),
            ("alerts/proofs/proposals.rs", "g_15_what_is_achieved_ends_after_fifteen_days"),
        ],
    },
    Rule {
        code: "G-16",
        says: "assessment-g-16",
        tests: &[("alerts/proofs/looks.rs", "g_16_who_looked_is_kept_for_three_years_and_then_destroyed")],
    },
    Rule {
        code: "G-17",
        says: "assessment-g-17",
        tests: &[
            ("alerts/proofs/matches.rs", "a_comparison_leaves_a_commitment_and_no_name"),
            ("searches/proofs.rs", "a_search_leaves_a_commitment_and_no_name"),
        ],
    },
    Rule {
        code: "G-18",
        says: "assessment-g-18",
        tests: &[
            ("alerts/proofs/matches.rs", "a_name_alone_is_never_strong"),
            ("alerts/proofs/matches.rs", "the_sealed_action_opens_after_a_second_person_of_the_same_state"),
        ],
    },
    Rule {
        code: "G-19",
        says: "assessment-g-19",
        tests: &[
            ("alerts/proofs/seals.rs", "the_sealed_part_is_nowhere_but_where_it_is_opened"),
            ("alerts/proofs/seals.rs", "a_childs_alert_is_child_protections_alone"),
        ],
    },
    Rule {
        code: "G-20",
        says: "assessment-g-20",
        tests: &[
            ("alerts/proofs/matches.rs", "an_alert_that_takes_others_for_its_person_is_judged_anew"),
            ("alerts/proofs/matches.rs", "a_clearance_spares_one_document_one_alert"),
        ],
    },
    Rule {
        code: "G-21",
        says: "assessment-g-21",
        tests: &[("alerts/proofs/matches.rs", "an_outcome_is_one_tap_and_its_state_sees_it")],
    },
    Rule {
        code: "G-22",
        says: "assessment-g-22",
        tests: &[
            ("alerts/proofs/supplements.rs", "g_22_a_confirmed_match_is_before_its_owner_at_once"),
            ("alerts/proofs/supplements.rs", "g_22_the_clock_runs_until_a_last_word_and_late_stays_late"),
        ],
    },
    Rule {
        code: "G-23",
        says: "assessment-g-23",
        tests: &[
            ("alerts/proofs/claims.rs", "g_23_a_claim_suspends_what_would_return_somebody"),
            ("alerts/proofs/claims.rs", "g_23_nothing_tells_the_state_from_which_somebody_may_flee"),
        ],
    },
    Rule {
        code: "G-24",
        says: "assessment-g-24",
        tests: &[("alerts/proofs/flags.rs", "officers_of_a_state_that_flagged_it_see_the_other_action")],
    },
    Rule {
        code: "G-25",
        says: "assessment-g-25",
        tests: &[
            ("redress/proofs/cases.rs", "a_case_is_acknowledged_at_once_with_its_last_day"),
            ("redress/proofs/panel.rs", "a_blocked_alert_is_found_by_nobody"),
        ],
    },
    Rule {
        code: "G-26",
        says: "assessment-g-26",
        tests: &[
            ("alerts/proofs/misused.rs", "g_26_the_holder_is_let_go_on_once_two_people_have_said_who_that_is"),
            ("alerts/proofs/misused.rs", "g_26_it_ends_with_the_holders_wish_and_with_the_alert"),
        ],
    },
    Rule { code: "G-27", says: "assessment-g-27", tests: &[("alerts/coded.rs", "offences_are_two")] },
    Rule {
        code: "G-29",
        says: "assessment-g-29",
        tests: &[("statistics/proofs.rs", "g_29_an_observer_reads_figures_and_no_record")],
    },
    Rule {
        code: "G-28",
        says: "assessment-g-28",
        tests: &[
            ("alerts/proofs/handling.rs", "g_28_no_content_leaves_without_its_codes"),
            ("alerts/proofs/handling.rs", "g_28_handing_on_needs_a_permission_that_holds"),
        ],
    },
    Rule {
        code: "G-30",
        says: "assessment-g-30",
        tests: &[("statistics/proofs.rs", "g_30_a_year_is_published_once_and_read_by_anyone")],
    },
    Rule {
        code: "G-31",
        says: "assessment-g-31",
        tests: &[
            ("alerts/proofs/gap.rs", "g_31_a_gap_lets_the_register_be_read_only"),
            ("alerts/proofs/gap.rs", "g_31_two_people_say_what_happened_before_it_goes_on"),
        ],
    },
    Rule {
        code: "G-32",
        says: "assessment-g-32",
        tests: &[
            ("alerts/proofs/glass.rs", "g_32_it_opens_one_alert_to_one_person_for_an_hour"),
            ("alerts/proofs/glass.rs", "g_32_the_oversight_of_both_states_is_told_and_answers"),
            ("alerts/proofs/glass.rs", "g_32_no_policy_permits_it_without_telling"),
        ],
    },
    Rule {
        code: "G-33",
        says: "assessment-g-33",
        tests: &[
            ("assessment/proofs.rs", "g_33_every_column_stands_under_one_principle"),
            ("assessment/proofs.rs", "g_33_the_document_follows_what_is_switched_on"),
        ],
    },
];

/// Answers a rule by its code.
pub(super) fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.code == code)
}
