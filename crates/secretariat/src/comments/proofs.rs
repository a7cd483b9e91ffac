//! Rounds through the pages and calls, copies of a journal that must agree, frozen bytes, and plans that use indexes.

mod copies;
mod cycle;
mod frozen;
mod refusals;
