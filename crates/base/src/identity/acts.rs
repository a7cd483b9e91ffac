//! Acts that concern only whoever does them: no permit decides about them, and the access log knows them all the same.

use crate::access::{DataClass, PermitFacts, RateClass};

/// Signing in. Outcomes: `password`, `code`, `codes_set_up`, `passkey`, `passkey_made`, `new_password` when a step was
/// right; `in` with the session; refused: `wrong_password`, `first_password_over`, `wrong_code`, `throttled`, those of a
/// passkey below, and `too_often` once a minute for a network over its rate.
///
/// A passkey's answer is refused as `passkey_` with `unreadable`, `no_challenge` (answered before, or too late),
/// `other_challenge`, `origin`, `unknown`, `unverified`, `cloned`, `signature` or, when one is made, `weak`.
pub const SIGN_IN: PermitFacts = act("identity.sign_in", RateClass::SignIn);

/// Signing out.
pub const SIGN_OUT: PermitFacts = act("identity.sign_out", RateClass::Write);

/// Changing one's own password. Refused outcomes: `wrong_proof`, `throttled`, and those of a passkey.
pub const CHANGE_PASSWORD: PermitFacts = act("identity.change_password", RateClass::Write);

/// Setting up one's own one-time codes. Outcomes: `shown`, `confirmed`; refused: `wrong_proof`, `wrong_code`, `throttled`,
/// and those of a passkey.
pub const SET_UP_CODES: PermitFacts = act("identity.set_up_codes", RateClass::Write);

/// Making a passkey in one's account, giving it a name, taking it away. Outcomes: `asked`, `made`, `renamed`, `removed`;
/// refused: `wrong_proof`, `throttled`, and those of a passkey.
pub const PASSKEYS: PermitFacts = act("identity.passkeys", RateClass::Write);

/// Ending other sessions of one's own. Refused outcomes: `wrong_proof`, `throttled`, and those of a passkey.
pub const END_SESSION: PermitFacts = act("identity.end_session", RateClass::Write);

/// Making a token. Refused outcomes: `wrong_proof`, `throttled`, and those of a passkey.
pub const MAKE_TOKEN: PermitFacts = act("identity.make_token", RateClass::Write);

/// Ending a token of one's own.
pub const END_TOKEN: PermitFacts = act("identity.end_token", RateClass::Write);

/// Stopping a recovery of one's own sign-in that an administrator began.
pub const STOP_RECOVERY: PermitFacts = act("identity.stop_recovery", RateClass::Write);

/// All of them, for the page of the docs and for tests.
pub const ACTS: [PermitFacts; 9] =
    [SIGN_IN, SIGN_OUT, CHANGE_PASSWORD, SET_UP_CODES, PASSKEYS, END_SESSION, MAKE_TOKEN, END_TOKEN, STOP_RECOVERY];

const fn act(action: &'static str, rate: RateClass) -> PermitFacts {
    PermitFacts { action, house: "base", purposes: &[], class: DataClass::Personal, rate, writes: true }
}
