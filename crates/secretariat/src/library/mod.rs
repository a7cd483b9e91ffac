//! The library outside: documents that anyone may see, without signing in, for readers, search engines and screen readers.
//!
//! It keeps nothing of its own. What is here is what the documents' class makes public and their meeting does not keep for its members; of all
//! else there is no title, number, count or gap. Why it is so: `docs/why/0036-library.md`.

mod atom;
mod crawl;
mod list;
#[cfg(test)]
mod proofs;
mod published;
mod show;

use base::access::RateClass;
use base::ground::RoomPlan;
use base::web::Routes;

/// All that this room brings to its house.
pub(crate) const PLAN: RoomPlan = RoomPlan { words: &[base::words!("library")], routes, ..RoomPlan::NOTHING };

/// Answers this room's routes.
fn routes() -> Routes {
    let why = "what the conference made public is for anyone, and nothing else is here";
    Routes::new()
        .public_get("/library", list::page, RateClass::Look, why)
        .public_get("/library/atom", atom::page, RateClass::Look, why)
        .public_get("/library/{reference}", show::page, RateClass::Look, why)
        .public_get("/library/{reference}/texts/{text}", show::text, RateClass::Look, why)
        .public_get("/robots.txt", crawl::robots, RateClass::Look, why)
        .public_get("/sitemap.xml", crawl::sitemap, RateClass::Look, why)
}
