//! States, observers, institutions, posts, people and roles, and how a person proves who they are.

mod caller;

pub use caller::{Caller, PartyKind, Via};
