//! Feeds: an address that a calendar asks again and again by itself, with a token as the password of HTTP Basic (RFC 7617).
//!
//! The secret is no part of the address, so no log of a proxy on the way has it. It opens the feed and nothing else.

use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::access::{Permit, Policy, Purpose, Resource};
use crate::identity::Caller;

/// What the page of tokens says of a feed: keys of words of its room.
#[derive(Clone, Copy, Debug)]
pub struct FeedWords {
    /// What a token for it opens.
    pub name: &'static str,
    /// For what programs that is.
    pub hint: &'static str,
    /// What to do with its address.
    pub made: &'static str,
}

/// A room's feed.
#[derive(Clone, Copy, Debug)]
pub struct FeedSpec {
    /// Its code, as tokens for it carry it. Frozen.
    pub code: &'static str,
    /// Its path, one of the API's.
    pub path: &'static str,
    /// The purpose that it is read for.
    pub purpose: Purpose,
    /// What is said of it.
    pub words: FeedWords,
    may_open: fn(&Policy, &Caller) -> bool,
}

impl FeedSpec {
    /// Leads to the route that asks for permit `P`, for a purpose of the permit.
    pub const fn to<P: Permit>(code: &'static str, path: &'static str, purpose: Purpose, words: FeedWords) -> Self {
        FeedSpec {
            code,
            path,
            purpose,
            words,
            may_open: |policy, caller| policy.allows::<P>(caller, &Resource::room()),
        }
    }

    /// Answers whether somebody may read it, once they work for its purpose.
    pub(crate) fn may_be_opened_by(&self, policy: &Policy, caller: &Caller) -> bool {
        let for_it = Caller { purpose: Some(self.purpose), ..caller.clone() };
        caller.purposes.contains(&self.purpose) && (self.may_open)(policy, &for_it)
    }
}

/// Answers the password that a request shows; whatever user name stands before it says nothing.
pub(super) fn password(headers: &HeaderMap) -> Option<String> {
    let shown = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, coded) = shown.split_once(' ')?;
    let text = STANDARD.decode(coded.trim()).ok().filter(|_| scheme.eq_ignore_ascii_case("basic"))?;
    let (_, password) = std::str::from_utf8(&text).ok()?.split_once(':')?;
    Some(password.to_owned())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_password_is_what_follows_the_first_colon() {
        let shown = |text: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(AUTHORIZATION, text.parse().unwrap());
            password(&headers)
        };
        let basic = |text: &str| shown(&format!("basic {}", STANDARD.encode(text)));
        assert_eq!(basic("mex:a:b").unwrap(), "a:b");
        assert_eq!(basic(":a").unwrap(), "a");
        assert_eq!(basic("a"), None);
        for other in ["Bearer YTpi", "Basic", "Basic !", "Basic YTpi YTpi"] {
            assert_eq!(shown(other), None, "{other}");
        }
    }
}
