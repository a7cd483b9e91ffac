//! The one integration binary: tests that read the source, and tests of what no single room can show.

use base::ground::HousePlan;

mod answers;
mod canaries;
mod commands;
mod crossings;
mod enumeration;
mod headers;
mod kill;
mod rights;
mod tidy;
mod upgrade;
mod watched;

/// The houses, as the binary joins them.
static PLANS: &[HousePlan] = &[registers::PLAN, secretariat::PLAN];
