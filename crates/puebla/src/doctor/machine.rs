//! The machine below: its clock, its memory, and whether keys may reach the disk by way of swap.

use super::holder::number_after;
use super::{Eyes, Finding};

/// Less than what the manual asks for, by what Linux keeps for itself.
const MEMORY_KILOBYTES: u64 = 1_700_000;

/// Examines it.
pub fn examine(eyes: &Eyes, found: &mut Vec<Finding>) {
    if let Some(kilobytes) = number_after(&eyes.text("proc/meminfo"), "MemTotal:").filter(|kb| *kb < MEMORY_KILOBYTES) {
        found.push(Finding::of("doctor-memory-small").with("size", super::folder::megabytes(kilobytes * 1024)));
    }
    if eyes.text("proc/swaps").lines().count() > 1 {
        found.push(Finding::of("doctor-swap-on"));
    }
    let told = eyes.said_by("timedatectl", &["show", "--property=NTPSynchronized", "--value"]);
    let by_systemd = eyes.sees("run/systemd/timesync/synchronized");
    match told.as_deref() {
        Some("yes") => {}
        _ if by_systemd => {}
        Some("no") => found.push(Finding::of("doctor-clock-free")),
        _ => found.push(Finding::of("doctor-clock-unknown")),
    }
}
