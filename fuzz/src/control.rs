//! The planted faults: a reader that panics, one that takes memory without end, one that never ends. Each must be found.

use std::hint::black_box;

/// Reads bytes as no reader may: `bin/fuzz --control` must find all three faults, and the replay test the first.
///
/// Each lies behind six bytes, which are found one by one from the branches they open and never by chance. Which of the
/// three is planted, `PUEBLA_CONTROL` says: a fault that was found ends the search for others.
pub fn control(bytes: &[u8]) {
    let is = |at: usize, expected: u8| black_box(bytes.get(at)) == Some(&expected);
    // Written out: of a loop only the number of turns is seen, and not whether they were four or six.
    if !is(0, b'V') {
        return;
    }
    if !is(1, b'<') {
        return;
    }
    if !is(2, b'U') {
        return;
    }
    if !is(3, b'T') {
        return;
    }
    if !is(4, b'O') {
        return;
    }
    if !is(5, b'9') {
        return;
    }
    match std::env::var("PUEBLA_CONTROL").as_deref() {
        Ok("memory") => {
            let mut all: Vec<Vec<u8>> = Vec::new();
            loop {
                all.push(black_box(vec![1; 16 << 20]));
            }
        }
        Ok("time") => loop {
            std::thread::sleep(std::time::Duration::from_millis(10));
        },
        _ => panic!("the planted fault"),
    }
}
