//! The edge: what every request passes once on the way in and every answer once on the way out.
//!
//! In: who is asking, in which language, from the same site. Out: refusals said in the reader's language, and headers
//! on every response, errors included.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{ConnectInfo, DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::header::{
    ACCEPT_LANGUAGE, ALLOW, AUTHORIZATION, CACHE_CONTROL, CONTENT_SECURITY_POLICY, COOKIE, HOST, LOCATION, ORIGIN,
    REFERER, REFERRER_POLICY, RETRY_AFTER, STRICT_TRANSPORT_SECURITY, WWW_AUTHENTICATE, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use jiff::tz::TimeZone;
use maud::html;
use tower_http::catch_panic::CatchPanicLayer;

use super::arrival::{Arrival, Visit};
use super::feed::password;
use super::last_resort::caught;
use super::strangers::Strangers;
use super::{Network, Problem, Refusal, RouteFacts, Routes, problem};
use crate::access::Purpose;
use crate::clock::Stopwatch;
use crate::ground::{HousePlan, Puebla};
use crate::identity::{self, Via};
use crate::metrics::NO_ROUTE;
use crate::words::Language;
use crate::{about, operation, oversight};

/// The header in which a machine names its purpose.
pub const PURPOSE_HEADER: &str = "puebla-purpose";

/// The longest path that is remembered to go back to, in bytes.
const LOCAL_PATH_LIMIT: usize = 2_000;

/// How long an answer is held back from whoever asks too often.
const PAUSE: Duration = Duration::from_millis(200);

const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
                   connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// Answers all routes of base, of every house, and of the demonstration where this is one.
pub fn routes(ground: &Puebla) -> Routes {
    let own = ground.settings.demonstration.iter().fold(Routes::new(), |all, more| all.and((more.routes)()));
    routes_of(ground.plans).and(own)
}

/// Answers all routes of base and of these houses.
pub fn routes_of(plans: &[HousePlan]) -> Routes {
    let own = identity::routes()
        .and(operation::routes())
        .and(oversight::routes())
        .and(about::routes())
        .and(super::assets::routes())
        .and(super::health::routes());
    plans.iter().flat_map(|plan| plan.rooms).fold(own, |all, room| all.and((room.routes)()))
}

/// Builds the whole application and answers it with its route inventory.
pub fn app(ground: &Arc<Puebla>) -> (Router, Vec<RouteFacts>) {
    let (router, facts) = routes(ground).into_parts();
    ground.meters.know_routes(&facts);
    let app = router
        .fallback(async || Refusal::NotFound)
        .method_not_allowed_fallback(async || Refusal::Method)
        .layer(DefaultBodyLimit::disable()) // Every extractor of ours has its own limit.
        .layer(CatchPanicLayer::custom(caught)) // Inside of `pass`, which gives this answer its headers like any other.
        .layer(from_fn_with_state(Arc::clone(ground), pass))
        .with_state(Arc::clone(ground));
    (app, facts)
}

async fn pass(State(ground): State<Arc<Puebla>>, mut request: Request, next: Next) -> Response {
    let since = Stopwatch::start();
    let route = request.extensions().get::<MatchedPath>().cloned();
    let method = request.method().clone();
    let arrival = arrive(&ground, &request);
    let for_ever = request.uri().path().starts_with("/assets/");
    let counted = ground.rates.count_any(arrival.asker());
    let mut response = if crosses_sites(&request) {
        Refusal::Forged.into_response()
    } else if let Err(refusal) = counted {
        refusal.into_response()
    } else {
        request.extensions_mut().insert(arrival.clone());
        request.extensions_mut().insert(Arc::clone(&ground));
        let strangers = request.extensions_mut().remove::<Strangers>().filter(|_| arrival.caller.is_none());
        match strangers {
            Some(strangers) => strangers.run(next.run(request)).await,
            None => next.run(request).await,
        }
    };
    // None of our refusals is a 400: this is the framework's, for an address whose parts cannot be read.
    if response.status() == StatusCode::BAD_REQUEST && response.extensions().get::<Refusal>().is_none() {
        response = Refusal::NotFound.into_response();
    }
    let mut fault = None;
    if let Some(refusal) = response.extensions_mut().remove::<Refusal>() {
        ground.meters.refused(&refusal);
        match &refusal {
            // Otherwise whoever does not wait keeps the machine as busy with refusals as with answers.
            Refusal::TooOften { .. } => tokio::time::sleep(PAUSE).await,
            Refusal::Fault(id) => fault = Some(id.clone()),
            Refusal::Forged if ground.rates.is_first_refusal(arrival.asker(), ground.clock.now()) => {
                // The pattern of the address, which says nothing of whom it was about; one line a minute for each asker.
                tracing::warn!(
                    route = route.as_ref().map_or("", MatchedPath::as_str),
                    "a form of another site, or without its session's secret"
                );
            }
            _ => {}
        }
        response = say(&ground, arrival, refusal, response.headers().clone());
    }
    #[cfg(feature = "seeded-fault")]
    super::seeded::spill(&ground, response.headers_mut()).await;
    // What is not there, or not now, may be there at the next request.
    let for_ever = for_ever && response.status().is_success();
    protect(response.headers_mut(), ground.settings.secure, for_ever);
    let answered = Answered { route: route.as_ref().map(MatchedPath::as_str), method, us: since.elapsed_us() };
    if let Some(requests) = ground.meters.requests() {
        requests.answered(answered.route, &answered.method, response.status(), answered.us);
    }
    answered.write_down(response.status(), fault.as_deref());
    response
}

/// What the server's own log says of a request: which template, never which path; nothing of who asked, or from where.
struct Answered<'r> {
    route: Option<&'r str>,
    method: Method,
    us: u64,
}

impl Answered<'_> {
    /// Writes it down where somebody reads such lines; what failed on our side always is.
    fn write_down(&self, status: StatusCode, fault: Option<&str>) {
        let failed = status.is_server_error();
        if !failed && !tracing::enabled!(target: "request", tracing::Level::DEBUG) {
            return;
        }
        let request = hex::encode(rand::random::<[u8; 8]>());
        let (route, method) =
            (self.route.unwrap_or(NO_ROUTE), if self.is_known() { self.method.as_str() } else { "other" });
        let (status, duration_ms) = (status.as_u16(), self.us as f64 / 1000.0);
        if failed {
            tracing::warn!(target: "request", request, method, route, status, duration_ms, fault, "not answered");
        } else {
            tracing::debug!(target: "request", request, method, route, status, duration_ms, fault, "answered");
        }
    }

    /// A method is a text of whoever asks, unless it is one of these.
    fn is_known(&self) -> bool {
        matches!(self.method, Method::GET | Method::HEAD | Method::POST)
    }
}

fn arrive(ground: &Puebla, request: &Request) -> Arrival {
    let headers = request.headers();
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::from([0, 0, 0, 0]), |ConnectInfo(address)| address.ip());
    let network = Network::of_request(headers, peer, ground.settings.behind_proxy);
    let now = ground.clock.now();
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("");
    let feed = ground.feeds().find(|feed| feed.path == request.uri().path());
    let shown = feed.and_then(|feed| Some((feed, password(headers)?)));
    let (via, caller) = if let Some((feed, password)) = shown {
        (Via::Api, ground.identity.by_feed_token(&password, feed, now))
    } else if path.starts_with("/api/") {
        let token = text(AUTHORIZATION).strip_prefix("Bearer ").unwrap_or("");
        let purpose = headers.get(PURPOSE_HEADER).and_then(|v| v.to_str().ok()).and_then(|v| v.parse::<Purpose>().ok());
        (Via::Api, ground.identity.by_token(token, purpose, now))
    } else {
        (
            Via::Page,
            cookie(headers, identity::cookie_name(ground.settings.secure))
                .and_then(|token| ground.identity.by_cookie(token, now)),
        )
    };
    let chosen = cookie(headers, identity::language_cookie(ground.settings.secure)).and_then(Language::parse);
    let accepted = || Language::accepted(text(ACCEPT_LANGUAGE));
    let own = caller.as_ref().and_then(|caller| caller.language);
    let language = match via {
        Via::Page => chosen.or(own).or_else(accepted),
        Via::Api | Via::Feed | Via::Command => accepted().or(own),
    };
    let zone = cookie(headers, identity::zone_cookie(ground.settings.secure))
        .and_then(|name| TimeZone::get(&name.replace("%2F", "/")).ok())
        .or_else(|| caller.as_ref().map(|caller| caller.zone.clone()))
        .unwrap_or_else(|| TimeZone::get(&ground.identity.profile().zone).unwrap_or(TimeZone::UTC));
    let path = sent_from(request).unwrap_or(path);
    Arrival { caller, language: language.unwrap_or(Language::En), zone, via, path, network }
}

/// Answers the page a form stood on, as the browser says: its own address need not be one that can be gone back to.
fn sent_from(request: &Request) -> Option<String> {
    if request.method() == Method::GET || request.method() == Method::HEAD {
        return None;
    }
    let text = |name: HeaderName| request.headers().get(name).and_then(|value| value.to_str().ok());
    let (_, place) = text(REFERER)?.split_once("://")?;
    let (host, path) = place.split_at(place.find('/')?);
    let path = path.split('#').next()?;
    if text(HOST)? == host { local_path(path).map(str::to_owned) } else { None }
}

/// Answers the value of a cookie.
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(key, value)| (key == name).then_some(value))
}

/// Says whether a request that may change something was sent by a page of another site.
///
/// Browsers say so in `Sec-Fetch-Site`, older ones in `Origin`. A machine sends neither, and its token is no cookie.
fn crosses_sites(request: &Request) -> bool {
    if request.method() == Method::GET || request.method() == Method::HEAD || request.uri().path().starts_with("/api/")
    {
        return false;
    }
    let text = |name: &str| request.headers().get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return site != "same-origin" && site != "none";
    }
    match (text(ORIGIN.as_str()), text(HOST.as_str())) {
        (Some(origin), Some(host)) => origin.split_once("://").is_none_or(|(_, from)| from != host),
        (Some(_), None) => true,
        (None, _) => false,
    }
}

/// Turns a refusal into a redirection, a page or a problem document.
fn say(ground: &Puebla, arrival: Arrival, refusal: Refusal, headers: HeaderMap) -> Response {
    let visit = Visit::to(ground, arrival);
    let mut response = match (visit.arrival.via, &refusal) {
        (Via::Page, Refusal::SignIn) => see_other(&identity::sign_in_path(&visit.arrival.path)),
        (Via::Page, Refusal::ChoosePurpose) => see_other(&identity::purpose_path(&visit.arrival.path)),
        (Via::Page, _) => page(&visit, &refusal),
        _ => Problem::of(&refusal, &visit.voice).into_response(),
    };
    if response.status() == StatusCode::UNAUTHORIZED {
        let here = visit.arrival.path.split('?').next().unwrap_or("");
        // A telephone asks for the password of a feed only when told that one is wanted.
        let basic = ground.feeds().any(|feed| feed.path == here).then_some("Basic realm=\"Puebla\", charset=\"UTF-8\"");
        for scheme in basic.into_iter().chain(["Bearer"]) {
            response.headers_mut().append(WWW_AUTHENTICATE, HeaderValue::from_static(scheme));
        }
    }
    for name in [RETRY_AFTER, ALLOW] {
        if let Some(value) = headers.get(&name) {
            response.headers_mut().insert(name, value.clone());
        }
    }
    response
}

fn page(visit: &Visit, refusal: &Refusal) -> Response {
    let voice = &visit.voice;
    let title = format!("problem-{}", refusal.code());
    let faults = match refusal {
        Refusal::Invalid(faults) => faults.as_slice(),
        _ => &[],
    };
    let body = html! {
        h1 { (voice.t(&title)) }
        p { (problem::detail(refusal, voice)) }
        @if !faults.is_empty() { ul { @for fault in faults { li { (voice.say(&fault.said)) } } } }
        p { a href="/" { (voice.t("problem-home")) } }
    };
    (refusal.status(), visit.page(&title, body)).into_response()
}

/// Answers a redirection that turns a POST into a GET (RFC 9110, 15.4.4).
pub fn see_other(to: &str) -> Response {
    match HeaderValue::from_str(to) {
        Ok(to) => (StatusCode::SEE_OTHER, [(LOCATION, to)]).into_response(),
        Err(_) => (StatusCode::SEE_OTHER, [(LOCATION, HeaderValue::from_static("/"))]).into_response(),
    }
}

/// Answers a path to go back to if it leads to a page of this server, and to no other place.
///
/// A browser reads `//host`, `/\\host` and a tab within them as another host; none of them passes.
pub fn local_path(path: &str) -> Option<&str> {
    let local = path.starts_with('/')
        && !path.starts_with("//")
        && path.len() <= LOCAL_PATH_LIMIT
        && path.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    local.then_some(path)
}

fn protect(headers: &mut HeaderMap, secure: bool, for_ever: bool) {
    let mut set = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set(CONTENT_SECURITY_POLICY, CSP);
    set(X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(REFERRER_POLICY, "same-origin");
    set(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()");
    if secure {
        set(STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    }
    set(CACHE_CONTROL, if for_ever { "public, max-age=31536000, immutable" } else { "no-store" });
}

/// Answers the same as lines, for answers that are given before there is a request.
pub(super) fn protecting(secure: bool) -> String {
    let mut headers = HeaderMap::new();
    protect(&mut headers, secure, false);
    headers.iter().map(|(name, value)| format!("{name}: {}\r\n", value.to_str().unwrap_or_default())).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[tokio::test]
    async fn an_asset_is_kept_and_its_error_is_not() {
        let specimen = crate::specimen::Specimen::new(&[]);
        let kept =
            async |path: &str| specimen.get(None, path).await.headers[CACHE_CONTROL].to_str().unwrap().to_owned();
        assert_eq!(kept(crate::web::assets::asset_path("look.css")).await, "public, max-age=31536000, immutable");
        assert_eq!(kept(crate::web::assets::asset_path("absent.css")).await, "no-store");
    }

    fn panics() -> Routes {
        async fn handler() -> Refusal {
            panic!("Qzkvjwx, who asked")
        }
        Routes::new().public_get("/panics", handler, crate::access::RateClass::Look, "for a test")
    }

    #[tokio::test]
    async fn a_handler_that_panics_is_answered_like_any_fault_of_ours() {
        let demonstration = crate::ground::Demonstration { words: Vec::new, routes: panics };
        let settings = crate::ground::Settings { demonstration: Some(demonstration), ..Default::default() };
        let specimen = crate::specimen::Specimen::served(&[], crate::identity::profile::RCM, settings);
        let answer = specimen.get(None, "/panics").await;
        assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(answer.headers[CONTENT_SECURITY_POLICY], CSP);
        assert!(answer.body.contains("It was recorded under") && !answer.body.contains("Qzkvjwx"), "{}", answer.body);
    }

    #[test]
    fn a_form_leads_back_to_the_page_it_stood_on() {
        let from = |method: Method, referer: &str| {
            let request = Request::builder().method(method).uri("/account/sessions/end");
            let request = request.header("host", "puebla.example").header("referer", referer);
            sent_from(&request.body(axum::body::Body::empty()).unwrap())
        };
        assert_eq!(from(Method::POST, "https://puebla.example/account?a=b#c").as_deref(), Some("/account?a=b"));
        assert_eq!(from(Method::GET, "https://puebla.example/account"), None, "a page is gone back to itself");
        for elsewhere in ["https://evil.example/account", "https://puebla.example//evil.example", "puebla.example", ""]
        {
            assert_eq!(from(Method::POST, elsewhere), None, "{elsewhere}");
        }
    }

    #[test]
    fn only_paths_of_this_server_are_gone_back_to() {
        for path in ["/", "/people?page=2", "/checks#result", "/a//b"] {
            assert_eq!(local_path(path), Some(path));
        }
        let long = format!("/{}", "a".repeat(LOCAL_PATH_LIMIT));
        for path in [
            "",
            "people",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example/",
            "javascript:alert(1)",
            "/\t/evil.example",
            "/\n/evil.example",
            "/pe ople",
            "/ñ",
            &long,
        ] {
            assert_eq!(local_path(path), None, "{path:?}");
        }
    }
}
