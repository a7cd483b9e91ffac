//! Acts that concern only whoever does them: no permit decides about them, and the access log knows them all the same.

use crate::access::{DataClass, PermitFacts, RateClass};

/// Signing in. Outcomes: `password`, `code`, `codes_set_up`, `new_password` when a step was right; `in` with the
/// session; refused: `wrong_password`, `wrong_code`, `throttled`, and
/// `too_often` once a minute for a network over its rate.
pub const SIGN_IN: PermitFacts = act("identity.sign_in", RateClass::SignIn);

/// Signing out.
pub const SIGN_OUT: PermitFacts = act("identity.sign_out", RateClass::Write);

/// Changing one's own password. Refused outcomes: `wrong_proof`, `throttled`.
pub const CHANGE_PASSWORD: PermitFacts = act("identity.change_password", RateClass::Write);

/// Setting up one's own one-time codes. Outcomes: `shown`, `confirmed`; refused: `wrong_proof`, `wrong_code`, `throttled`.
pub const SET_UP_CODES: PermitFacts = act("identity.set_up_codes", RateClass::Write);

/// Ending another session of one's own.
pub const END_SESSION: PermitFacts = act("identity.end_session", RateClass::Write);

/// Making a token. Refused outcomes: `wrong_proof`, `throttled`.
pub const MAKE_TOKEN: PermitFacts = act("identity.make_token", RateClass::Write);

/// Ending a token of one's own.
pub const END_TOKEN: PermitFacts = act("identity.end_token", RateClass::Write);

/// All of them, for the page of the docs and for tests.
pub const ACTS: [PermitFacts; 7] =
    [SIGN_IN, SIGN_OUT, CHANGE_PASSWORD, SET_UP_CODES, END_SESSION, MAKE_TOKEN, END_TOKEN];

const fn act(action: &'static str, rate: RateClass) -> PermitFacts {
    PermitFacts { action, house: "base", purposes: &[], class: DataClass::Personal, rate, writes: true }
}
