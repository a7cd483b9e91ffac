//! Requests by route, method and class of status. A route is its template, of which there is a closed list: never a path.

use std::collections::HashMap;

use axum::http::{Method, StatusCode};

use super::instruments::{Counter, Durations};
use crate::web::RouteFacts;

/// What stands for the route of a request that found none.
pub const NO_ROUTE: &str = "none";

/// Classes of status, in the order they are counted.
pub const STATUS_CLASSES: [&str; 5] = ["1xx", "2xx", "3xx", "4xx", "5xx"];

/// What one route was asked, by one method.
#[derive(Debug, Default)]
pub struct RouteMeter {
    /// Answers by class of status.
    pub by_class: [Counter; STATUS_CLASSES.len()],
    /// From the first line of the request until the head of the answer is ready.
    pub durations: Durations,
}

/// All routes there are.
#[derive(Debug, Default)]
pub struct Requests {
    routes: HashMap<String, [Option<RouteMeter>; 2]>,
    other: RouteMeter,
}

const METHODS: [&str; 2] = ["GET", "POST"];

impl Requests {
    /// Makes a meter for each route of the inventory.
    pub fn of(facts: &[RouteFacts]) -> Self {
        let mut requests = Requests::default();
        for route in facts {
            let meters = requests.routes.entry(route.path.clone()).or_default();
            if let Some(at) = METHODS.iter().position(|method| *method == route.method) {
                meters[at].get_or_insert_default();
            }
        }
        requests
    }

    /// Counts an answer. `route` is the template that was matched.
    pub fn answered(&self, route: Option<&str>, method: &Method, status: StatusCode, us: u64) {
        let at = match *method {
            Method::GET | Method::HEAD => 0,
            _ => 1,
        };
        let meter = route.and_then(|route| self.routes.get(route)?[at].as_ref()).unwrap_or(&self.other);
        let class = usize::from(status.as_u16() / 100).clamp(1, STATUS_CLASSES.len()) - 1;
        meter.by_class[class].one();
        meter.durations.took(us);
    }

    /// Answers every meter with its route and method, sorted.
    pub fn all(&self) -> Vec<(&str, &'static str, &RouteMeter)> {
        let mut all: Vec<(&str, &'static str, &RouteMeter)> = Vec::new();
        for (route, by_method) in &self.routes {
            for (method, meter) in METHODS.into_iter().zip(by_method) {
                all.extend(meter.as_ref().map(|meter| (route.as_str(), method, meter)));
            }
        }
        all.sort_by_key(|(route, method, _)| (*route, *method));
        all.push((NO_ROUTE, "other", &self.other));
        all
    }
}
