//! What Linux says of this process, in `/proc/self`.

use std::fs;

/// Ticks a second in which Linux tells processor time to programs, on every machine.
const TICKS_A_SECOND: f64 = 100.0;

/// What a process uses. What cannot be read is absent.
#[derive(Clone, Copy, Debug, Default)]
pub struct Use {
    /// Memory held, in bytes.
    pub resident_bytes: Option<u64>,
    /// Processor time used, in seconds.
    pub cpu_s: Option<f64>,
    /// Open files and connections.
    pub open_files: Option<u64>,
    /// How many it may have open.
    pub max_files: Option<u64>,
    /// Threads.
    pub threads: Option<u64>,
    /// When it started, in seconds since 1970.
    pub started_s: Option<f64>,
}

/// Reads it.
pub fn read() -> Use {
    let text = |path: &str| fs::read_to_string(path).unwrap_or_default();
    let (stat, status) = (text("/proc/self/stat"), text("/proc/self/status"));
    // The name in parentheses may itself hold spaces and parentheses; the fields begin behind the last.
    let fields: Vec<&str> = stat.rsplit_once(") ").map_or(Vec::new(), |(_, rest)| rest.split(' ').collect());
    let number = |at: usize| fields.get(at)?.parse::<f64>().ok();
    let started = text("/proc/stat").lines().find_map(|line| line.strip_prefix("btime ")?.parse::<f64>().ok());
    Use {
        resident_bytes: field(&status, "VmRSS:").map(|kilobytes| kilobytes * 1024),
        cpu_s: number(11).zip(number(12)).map(|(user, system)| (user + system) / TICKS_A_SECOND),
        open_files: fs::read_dir("/proc/self/fd").ok().map(|open| open.count() as u64),
        max_files: field(&text("/proc/self/limits"), "Max open files"),
        threads: field(&status, "Threads:"),
        started_s: started.zip(number(19)).map(|(boot, ticks)| boot + ticks / TICKS_A_SECOND),
    }
}

/// Answers the first number behind a name at the beginning of a line.
fn field(text: &str, name: &str) -> Option<u64> {
    text.lines().find_map(|line| line.strip_prefix(name))?.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_process_is_known_whole() {
        let used = read();
        assert!(used.resident_bytes.is_some_and(|bytes| bytes > 1_000_000));
        assert!(used.open_files.is_some_and(|open| open > 2) && used.max_files > used.open_files);
        assert!(used.threads.is_some_and(|threads| threads > 0) && used.cpu_s.is_some());
        assert!(used.started_s.is_some_and(|at| at > 1_600_000_000.0));
    }
}
