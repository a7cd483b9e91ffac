//! The face: routes that say who may take them, the edge every request passes, the page shell and its components.
//!
//! Component functions take a [`Voice`] and typed arguments and answer markup; none reads a store or knows a request.
//! No markup carries a style or a script of its own: the content security policy forbids both.

mod arrival;
pub mod assets;
mod certificate;
mod edge;
mod feed;
pub mod fields;
pub mod figures;
mod filled;
mod framing;
mod health;
mod input;
mod last_resort;
mod network;
mod openapi;
mod paced;
pub mod parts;
mod places;
mod problem;
mod rates;
mod refusal;
mod routes;
#[cfg(test)]
mod samples;
#[cfg(feature = "seeded-fault")]
mod seeded;
mod serve;
pub mod shell;
mod strangers;
mod streamed;
pub mod tables;
mod tls;
pub mod verdict;
mod voice;
mod wire;

pub(crate) use arrival::links;
pub use arrival::{Arrival, RoomLinkSpec, SignedIn, Visit, purpose_key};
pub use certificate::{Certificate, CertificateFault};
pub use edge::{app, cookie, local_path, routes, routes_of, see_other};
pub use feed::{FeedSpec, FeedWords};
pub use filled::{DateFault, FieldError, Filled};
pub use input::{Asked, FORM_LIMIT_BYTES, JSON_LIMIT_BYTES, Posted, PostedOpenly, Sent, Upload, UploadPart};
pub use last_resort::log_panics;
pub use network::Network;
pub use openapi::api_document;
pub use problem::{Problem, ProblemFault};
pub use rates::{Asker, Rates};
pub use refusal::{InputFault, Refusal, Said};
pub use routes::{Guard, Opens, OpensToSignedIn, RouteFacts, Routes};
pub use serve::{Address, ServeError, Serving, serve};
pub use shell::{Frame, RoomLink, Who};
pub use streamed::Stream;
pub use voice::Voice;

use crate::words::WordFile;

/// Base's own entries in the navigation.
pub const NAVIGATION: &[RoomLinkSpec] = &[
    crate::identity::NAVIGATION,
    crate::oversight::NAVIGATION,
    crate::operation::NAVIGATION,
    crate::about::NAVIGATION,
];

/// Answers the words of base's rooms.
pub fn word_files() -> Vec<WordFile> {
    vec![
        crate::words::BASE,
        crate::identity::WORDS,
        crate::operation::WORDS,
        crate::oversight::WORDS,
        crate::about::WORDS,
    ]
}
