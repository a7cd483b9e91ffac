//! Lines of a file as they come: capped, in UTF-8, counted from 1, however they end.

use std::io::{self, BufRead, Read};

use base::web::InputFault;

use super::fault::FileFault;

/// The most bytes a line may have.
pub const LINE_BYTES_MAX: usize = 64 * 1024;

/// Reads a file line by line into one buffer.
pub(super) struct Lines<R> {
    source: R,
    buffer: Vec<u8>,
    number: u64,
}

impl<R: BufRead> Lines<R> {
    pub(super) fn new(source: R) -> Self {
        Lines { source, buffer: Vec::with_capacity(1024), number: 0 }
    }

    /// Answers the number of the line that was read last.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// Answers the next line without its end, or what is wrong with it; none at the end of the file.
    ///
    /// Errors: the source itself, such as a request that ended before it was complete.
    pub(super) fn next(&mut self) -> io::Result<Option<Result<&str, InputFault>>> {
        self.buffer.clear();
        let read = (&mut self.source).take(LINE_BYTES_MAX as u64 + 2).read_until(b'\n', &mut self.buffer)?;
        if read == 0 {
            return Ok(None);
        }
        self.number += 1;
        let ended = self.buffer.last() == Some(&b'\n');
        if ended {
            self.buffer.pop();
            if self.buffer.last() == Some(&b'\r') {
                self.buffer.pop();
            }
        }
        if self.buffer.len() > LINE_BYTES_MAX {
            if !ended {
                self.skip_line()?;
            }
            return Ok(Some(Err(FileFault::LineTooLong.in_line(self.number))));
        }
        let marked = self.number == 1 && self.buffer.starts_with(b"\xef\xbb\xbf");
        let bytes = if marked { &self.buffer[3..] } else { &self.buffer[..] };
        Ok(Some(std::str::from_utf8(bytes).map_err(|error| {
            let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).chars().count();
            FileFault::NotUtf8.at(self.number, before as u64 + 1)
        })))
    }

    /// Passes over the rest of a line without keeping it.
    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let waiting = self.source.fill_buf()?;
            if waiting.is_empty() {
                return Ok(());
            }
            let end = waiting.iter().position(|byte| *byte == b'\n');
            let used = end.map_or(waiting.len(), |at| at + 1);
            self.source.consume(used);
            if end.is_some() {
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(bytes: &[u8]) -> Vec<String> {
        let mut lines = Lines::new(bytes);
        let mut all = Vec::new();
        while let Some(line) = lines.next().unwrap() {
            all.push(match line {
                Ok(text) => text.to_owned(),
                Err(fault) => format!("! {} {:?} {:?}", fault.code, fault.line, fault.column),
            });
        }
        all
    }

    #[test]
    fn lines_end_in_every_way_people_end_them() {
        assert_eq!(read(b"\xef\xbb\xbfa\r\nb\n\nc"), ["a", "b", "", "c"]);
        assert_eq!(read(b""), Vec::<String>::new());
    }

    #[test]
    fn another_encoding_is_named_with_its_place() {
        assert_eq!(read(b"ok\nni\xf1o\nok"), ["ok", "! not-utf8 Some(2) Some(3)", "ok"]);
        assert_eq!(read(b"\xff\xfek\0"), ["! not-utf8 Some(1) Some(1)"]);
    }

    #[test]
    fn a_line_without_end_is_passed_over_and_not_kept() {
        let long = vec![b'x'; LINE_BYTES_MAX];
        assert_eq!(read(&[&long[..], b"\r\nb"].concat()).len(), 2);
        let longer = vec![b'x'; 5 * LINE_BYTES_MAX];
        assert_eq!(read(&[b"a\n", &longer[..], b"\nb"].concat()), ["a", "! line-too-long Some(2) None", "b"]);
        assert_eq!(read(&[&long[..], b"x\nb"].concat()), ["! line-too-long Some(1) None", "b"]);
        assert_eq!(read(&longer), ["! line-too-long Some(1) None"]);
    }
}
