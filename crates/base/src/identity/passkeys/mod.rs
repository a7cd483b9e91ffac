//! Passkeys (WebAuthn): a device proves itself to this server's own address and to no other, so that a page which only
//! looks like ours learns nothing that it could use.
//!
//! A challenge is drawn for one sign-in or session, rests here, and is answered once. What a device answers must come
//! from our origin, be signed by a key of that person, say that the device asked for a finger, a face or a PIN, and
//! count higher than the last time.

mod challenge;
mod kept;
mod origin;
#[cfg(test)]
pub(super) mod proofs;

pub(super) use challenge::{Exchange, Fault, end_all, forget_ended, to_make, to_prove};
pub(super) use kept::{Kept, MOST, NAME_MOST, keep, list, name, remove, remove_all, rename};
pub use origin::{Origin, OriginFault};

use maud::{Markup, html};

use crate::web::Voice;
use crate::web::fields::{csrf, hidden};

/// The script that lets a browser speak with a device.
pub(super) const SCRIPT: &str = "passkey.js";

/// Where a browser of somebody signed in gets a challenge.
pub(super) const CHALLENGE_PATH: &str = "/account/passkeys/challenge";

/// What a form asks of a device before it is sent.
pub(super) enum Asks<'a> {
    /// To answer a challenge that stands on the page.
    Proof(&'a str),
    /// To make a passkey.
    New(&'a str),
    /// To answer a challenge that the script fetches, where nothing is typed into the field named.
    ProofUnless(&'a str),
}

/// Draws a form that a device's answer is sent with, in the field `passkey`.
pub(super) fn form(origin: &Origin, action: &str, token: &str, asks: &Asks<'_>, body: Markup) -> Markup {
    let (act, options, unless) = match asks {
        Asks::Proof(options) => ("get", Some(*options), None),
        Asks::New(options) => ("create", Some(*options), None),
        Asks::ProofUnless(field) => ("get", None, Some(*field)),
    };
    let challenge = options.is_none().then_some(CHALLENGE_PATH);
    html! {
        form method="post" action=(action) data-passkey=(act) data-host=(origin.host()) data-options=[options]
            data-unless=[unless] data-challenge=[challenge] {
            (csrf(token)) (hidden("passkey", "")) (body)
        }
    }
}

/// Draws what the script says when a device cannot be asked or gave no answer; where a passkey is the only way on, also
/// what is said where there is no script.
pub(super) fn sayings(voice: &Voice, origin: &Origin, no_other_way: bool) -> Markup {
    html! {
        @if no_other_way { noscript { p .notice.late { (voice.t("passkey-script")) } } }
        p #passkey-elsewhere .notice.late role="alert" hidden {
            (voice.t("passkey-elsewhere")) " " a href={ (origin.address()) "/sign-in" } { (origin.host()) }
        }
        p #passkey-unable .notice.late role="alert" hidden { (voice.t("passkey-unable")) }
        p #passkey-unanswered .notice.late role="alert" hidden { (voice.t("passkey-unanswered")) }
    }
}
