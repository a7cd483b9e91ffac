//! Many zones in one stream, a blank line between them.

use super::unreadable::INPUT_BYTES_MAX;

/// Parts a stream of bytes into zones at its blank lines, holding no more than one zone of at most 4097 bytes.
///
/// A longer piece is cut after 4097 bytes, which [`super::read`] then refuses as too long; bytes that are no UTF-8
/// become U+FFFD, which it refuses at their place.
#[derive(Debug, Default)]
pub struct Splitter {
    zone: Vec<u8>,
    /// The line being read, as far as it is kept.
    line: Vec<u8>,
    last_was_return: bool,
}

impl Splitter {
    /// Takes the next bytes and answers the zones they complete, in order.
    pub fn push(&mut self, bytes: &[u8]) -> Vec<String> {
        let mut zones = Vec::new();
        for &byte in bytes {
            match byte {
                b'\n' if self.last_was_return => {}
                b'\n' | b'\r' => zones.extend(self.end_line()),
                _ if self.line.len() <= INPUT_BYTES_MAX => self.line.push(byte),
                _ => {}
            }
            self.last_was_return = byte == b'\r';
        }
        zones
    }

    /// Answers the last zone, if the stream did not end with a blank line.
    pub fn finish(mut self) -> Option<String> {
        let zone = self.end_line();
        zone.or_else(|| self.end_zone())
    }

    fn end_line(&mut self) -> Option<String> {
        if self.line.iter().all(|byte| matches!(byte, b' ' | b'\t')) && self.line.len() <= INPUT_BYTES_MAX {
            self.line.clear();
            return self.end_zone();
        }
        self.line.push(b'\n');
        let room = (INPUT_BYTES_MAX + 1).saturating_sub(self.zone.len());
        self.zone.extend(self.line.drain(..).take(room));
        None
    }

    fn end_zone(&mut self) -> Option<String> {
        if self.zone.is_empty() {
            return None;
        }
        let zone = std::mem::take(&mut self.zone);
        Some(String::from_utf8_lossy(&zone).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<String> {
        let mut splitter = Splitter::default();
        let mut zones = splitter.push(text.as_bytes());
        zones.extend(splitter.finish());
        zones
    }

    #[test]
    fn blank_lines_part_zones_whatever_ends_a_line() {
        assert_eq!(split("A\nB\n\nC\n"), ["A\nB\n", "C\n"]);
        assert_eq!(split("\r\n\r\nA\r\nB\r\n \t\r\nC"), ["A\nB\n", "C\n"]);
        assert_eq!(split("A\rB\r\rC\r"), ["A\nB\n", "C\n"]);
        assert_eq!(split("A\n\n\n\n\nC\n\n\n"), ["A\n", "C\n"]);
        assert!(split("\n \n").is_empty());
    }

    #[test]
    fn an_endless_line_keeps_bounded_memory_and_comes_out_too_long() {
        let mut splitter = Splitter::default();
        for _ in 0..1000 {
            assert!(splitter.push(&[b'A'; 1000]).is_empty());
            assert!(splitter.line.len() <= INPUT_BYTES_MAX + 1);
        }
        for _ in 0..10_000 {
            assert!(splitter.push(b"\nB").is_empty());
            assert!(splitter.zone.len() <= INPUT_BYTES_MAX + 1);
        }
        assert!(splitter.finish().is_some_and(|zone| zone.len() == INPUT_BYTES_MAX + 1));
    }

    #[test]
    fn bytes_that_are_no_text_keep_their_place() {
        let mut splitter = Splitter::default();
        splitter.push(b"AB\xffC\n");
        assert_eq!(splitter.finish().as_deref(), Some("AB\u{fffd}C\n"));
    }

    proptest! {
        #[test]
        fn where_the_stream_is_cut_makes_no_difference(text in "[A\n\r ]{0,60}", cut in 0usize..60) {
            let bytes = text.as_bytes();
            let cut = cut.min(bytes.len());
            let mut splitter = Splitter::default();
            let mut zones = splitter.push(&bytes[..cut]);
            zones.extend(splitter.push(&bytes[cut..]));
            zones.extend(splitter.finish());
            prop_assert_eq!(zones, split(&text));
        }
    }
}
