//! Routes that cannot be added without saying who may take them.
//!
//! A handler whose first argument is not a [`Permitted`] does not fit `get` or `post`: it does not compile.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodRouter, get, post};

use crate::access::{Decision, Permit, PermitFacts, RateClass, Resource};
use crate::desk::Permitted;
use crate::ground::Puebla;
use crate::identity::SIGN_IN;
use crate::web::{Arrival, Asker, Refusal, SignedIn};

/// Who may take a route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Guard {
    /// Holders of a permit.
    Permit(PermitFacts),
    /// Anyone signed in, for what concerns only themselves.
    SignedIn {
        /// Why no permit is needed.
        why: &'static str,
        /// Its rate class.
        rate: RateClass,
    },
    /// Anyone at all.
    Public {
        /// Why nobody need be signed in.
        why: &'static str,
        /// Its rate class.
        rate: RateClass,
    },
}

impl Guard {
    /// Answers the rate class of the route.
    pub fn rate(&self) -> RateClass {
        match self {
            Guard::Permit(facts) => facts.rate,
            Guard::SignedIn { rate, .. } | Guard::Public { rate, .. } => *rate,
        }
    }
}

/// One line of the route inventory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteFacts {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The path with its parameters in braces.
    pub path: String,
    /// Who may take it.
    pub guard: Guard,
}

/// The handlers' arguments that begin with a permit.
pub trait Opens {
    /// That permit.
    type Permit: Permit;
}

/// The handlers' arguments that begin with somebody signed in.
pub trait OpensToSignedIn {}

macro_rules! first_argument {
    ($($rest:ident),*) => {
        impl<M, P: Permit, $($rest),*> Opens for (M, Permitted<P>, $($rest),*) {
            type Permit = P;
        }
        impl<M, $($rest),*> OpensToSignedIn for (M, SignedIn, $($rest),*) {}
    };
}
first_argument!();
first_argument!(A);
first_argument!(A, B);
first_argument!(A, B, C);
first_argument!(A, B, C, D);
first_argument!(A, B, C, D, E);

type Shared = Arc<Puebla>;

/// A set of routes with their inventory.
#[derive(Default)]
pub struct Routes {
    facts: Vec<RouteFacts>,
    router: Router<Shared>,
}

impl Routes {
    /// Starts an empty set.
    pub fn new() -> Self {
        Routes::default()
    }

    /// Adds a page or an answer that needs the permit its handler begins with.
    pub fn get<H, T>(self, path: &str, handler: H) -> Self
    where
        H: Handler<T, Shared>,
        T: Opens + 'static,
    {
        self.add("GET", path, Guard::Permit(PermitFacts::of::<T::Permit>()), get(handler))
    }

    /// Adds a form's or a machine's target that needs the permit its handler begins with.
    pub fn post<H, T>(self, path: &str, handler: H) -> Self
    where
        H: Handler<T, Shared>,
        T: Opens + 'static,
    {
        self.add("POST", path, Guard::Permit(PermitFacts::of::<T::Permit>()), post(handler))
    }

    /// Adds a page for anyone signed in.
    pub fn signed_in_get<H, T>(self, path: &str, handler: H, rate: RateClass, why: &'static str) -> Self
    where
        H: Handler<T, Shared>,
        T: OpensToSignedIn + 'static,
    {
        self.add("GET", path, Guard::SignedIn { why, rate }, get(handler))
    }

    /// Adds a form's target for anyone signed in.
    pub fn signed_in_post<H, T>(self, path: &str, handler: H, rate: RateClass, why: &'static str) -> Self
    where
        H: Handler<T, Shared>,
        T: OpensToSignedIn + 'static,
    {
        self.add("POST", path, Guard::SignedIn { why, rate }, post(handler))
    }

    /// Adds a page for anyone at all.
    pub fn public_get<H, T>(self, path: &str, handler: H, rate: RateClass, why: &'static str) -> Self
    where
        H: Handler<T, Shared>,
        T: 'static,
    {
        self.add("GET", path, Guard::Public { why, rate }, get(handler))
    }

    /// Adds a form's target for anyone at all.
    pub fn public_post<H, T>(self, path: &str, handler: H, rate: RateClass, why: &'static str) -> Self
    where
        H: Handler<T, Shared>,
        T: 'static,
    {
        self.add("POST", path, Guard::Public { why, rate }, post(handler))
    }

    /// Adds another set.
    pub fn and(mut self, other: Routes) -> Self {
        self.facts.extend(other.facts);
        self.router = self.router.merge(other.router);
        self
    }

    /// Answers the inventory.
    pub fn facts(&self) -> &[RouteFacts] {
        &self.facts
    }

    /// Answers the router and the inventory apart.
    pub fn into_parts(self) -> (Router<Shared>, Vec<RouteFacts>) {
        (self.router, self.facts)
    }

    fn add(mut self, method: &'static str, path: &str, guard: Guard, handler: MethodRouter<Shared>) -> Self {
        let limit = answer_limit(guard.rate());
        let handler = handler.layer(from_fn(move |request: Request, next: Next| within(limit, request, next)));
        let handler = match &guard {
            // Its extractor counts, once it knows the person.
            Guard::Permit(_) => handler,
            Guard::SignedIn { rate, .. } | Guard::Public { rate, .. } => {
                let rate = *rate;
                handler.layer(from_fn(move |request: Request, next: Next| count(rate, request, next)))
            }
        };
        self.facts.push(RouteFacts { method, path: path.to_owned(), guard });
        self.router = self.router.route(path, handler);
        self
    }
}

/// Answers how long an answer of that class may take; a longer one is given up.
const fn answer_limit(rate: RateClass) -> Duration {
    match rate {
        RateClass::Bulk => Duration::from_secs(15 * 60),
        RateClass::Look | RateClass::Check | RateClass::Write | RateClass::SignIn => Duration::from_secs(30),
    }
}

async fn within(limit: Duration, request: Request, next: Next) -> Response {
    let changes = !request.method().is_safe();
    let answer = tokio::time::timeout(limit, next.run(request)).await;
    // What is given up here goes on where it is: an act that waits for the disk may stand all the same.
    answer.unwrap_or_else(|_| if changes { Refusal::Unsure } else { Refusal::Busy }.into_response())
}

/// Counts a request to a route without a permit, by person, or by network where nobody is signed in.
async fn count(rate: RateClass, request: Request, next: Next) -> Response {
    let (Some(ground), Some(arrival)) = (request.extensions().get::<Shared>(), request.extensions().get::<Arrival>())
    else {
        // Absent only for a router that was built without the edge, which must not answer anybody.
        return Refusal::NotFound.into_response();
    };
    // Who tries passwords is counted by network, whether or not somebody is signed in there.
    let asker = if rate == RateClass::SignIn { Asker::Network(arrival.network) } else { arrival.asker() };
    let Err(refusal) = ground.rates.count(rate, asker) else { return next.run(request).await };
    // Of what needs no permit, trying to sign in is the act that the log knows before its handler runs.
    if rate == RateClass::SignIn && ground.rates.is_first_refusal(asker, ground.clock.now()) {
        let room = Resource::room();
        if let Err(unlogged) = ground.note(None, &SIGN_IN, &room, Decision::Refused, "too_often").await {
            return unlogged.into_response();
        }
    }
    refusal.into_response()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use axum::body::Body;
    use axum::http::StatusCode;
    use tower::ServiceExt;

    use super::*;

    #[test]
    fn what_is_large_has_its_time_and_nothing_else_has() {
        use RateClass::{Bulk, Check, Look, SignIn, Write};
        assert_eq!([Look, Check, Write, SignIn].map(|class| answer_limit(class).as_secs()), [30; 4]);
        assert_eq!(answer_limit(Bulk).as_secs(), 900);
    }

    #[tokio::test]
    async fn an_answer_that_takes_too_long_is_given_up() {
        let asked = async |limit: Duration| {
            let slow = get(async || tokio::time::sleep(Duration::from_millis(50)).await);
            let limited = slow.layer(from_fn(move |request: Request, next: Next| within(limit, request, next)));
            let router = Router::new().route("/", limited);
            router.oneshot(Request::get("/").body(Body::empty()).unwrap()).await.unwrap().status()
        };
        assert_eq!(asked(Duration::from_millis(1)).await, StatusCode::SERVICE_UNAVAILABLE);
        assert_eq!(asked(Duration::from_secs(30)).await, StatusCode::OK);
    }
}
