//! Where one request ends and the next begins, held to one reading.
//!
//! A proxy and a server that read the same bytes differently let somebody hide a request inside another's. What can be
//! read in two ways is therefore not read at all: a line that ends without a carriage return, a header continued on the
//! next line, a length said twice or beside `Transfer-Encoding`. The parser below lets some of these pass (RFC 9112 permits
//! it); so the bytes are looked at on their way to it.

/// A name of a header that matters here is no longer than this.
const NAME_BYTES: usize = 17;

/// Digits of a length at most: more than any body has.
const DIGITS: usize = 15;

/// Follows the bytes of a connection.
#[derive(Debug, Default)]
pub(super) struct Framing {
    at: At,
    line: Line,
    /// Whether the request line has been seen; empty lines before it are passed over.
    begun: bool,
    length: Option<u64>,
    coded: bool,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum At {
    #[default]
    Head,
    /// So many bytes of a body are still to come.
    Body(u64),
    /// After a body in chunks the connection is closed, so nothing more needs to be looked at.
    Rest,
    /// Something could be read in two ways.
    Lost,
}

#[derive(Debug, Default)]
struct Line {
    bytes: u64,
    returned: bool,
    name: [u8; NAME_BYTES],
    name_bytes: usize,
    named: bool,
    value: Value,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Value {
    #[default]
    Before,
    Digits(u64, usize),
    After(u64),
    Other,
}

/// Something can be read in two ways.
struct Ambiguous;

impl Framing {
    /// Looks at the next bytes that came, and answers how many of them can be read in one way only: all, or those before
    /// the first that can be read in two. From that one on the connection is of no more use.
    pub(super) fn follow(&mut self, bytes: &[u8]) -> usize {
        let mut followed = 0;
        while let Some(byte) = bytes.get(followed) {
            match self.at {
                At::Lost => return followed,
                At::Rest => return bytes.len(),
                At::Body(left) => {
                    let taken = usize::try_from(left).unwrap_or(usize::MAX).min(bytes.len() - followed);
                    followed += taken;
                    let left = left - taken as u64;
                    self.at = if left > 0 { At::Body(left) } else { At::Head };
                }
                At::Head => match self.head(*byte) {
                    Ok(()) => followed += 1 + self.pass_over(&bytes[followed + 1..]),
                    Err(Ambiguous) => self.at = At::Lost,
                },
            }
        }
        followed
    }

    fn head(&mut self, byte: u8) -> Result<(), Ambiguous> {
        if self.line.returned {
            return if byte == b'\n' { self.line_ends() } else { Err(Ambiguous) };
        }
        match byte {
            b'\n' => return Err(Ambiguous),
            b'\r' => self.line.returned = true,
            b' ' | b'\t' if self.line.bytes == 0 => return Err(Ambiguous),
            byte => self.line.take(byte),
        }
        self.line.bytes += u64::from(byte != b'\r');
        Ok(())
    }

    /// Answers how many of the next bytes change nothing, because their line says nothing of a length whatever follows: whoever sends
    /// endless ones shall not have each of them weighed.
    fn pass_over(&mut self, bytes: &[u8]) -> usize {
        if self.line.returned || !self.line.is_settled() {
            return 0;
        }
        let passed = bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(bytes.len());
        self.line.bytes += passed as u64;
        passed
    }

    fn line_ends(&mut self) -> Result<(), Ambiguous> {
        let line = std::mem::take(&mut self.line);
        if line.bytes > 0 {
            return if std::mem::replace(&mut self.begun, true) { self.header(&line) } else { Ok(()) };
        }
        if self.begun {
            self.at = match (self.coded, self.length) {
                (true, _) => At::Rest,
                (false, Some(bytes)) if bytes > 0 => At::Body(bytes),
                (false, _) => At::Head,
            };
            (self.begun, self.length, self.coded) = (false, None, false);
        }
        Ok(())
    }

    fn header(&mut self, line: &Line) -> Result<(), Ambiguous> {
        match line.name() {
            b"content-length" => {
                let length = match line.value {
                    Value::Digits(length, _) | Value::After(length) => length,
                    Value::Before | Value::Other => return Err(Ambiguous),
                };
                if self.length.replace(length).is_some() || self.coded {
                    return Err(Ambiguous);
                }
            }
            b"transfer-encoding" => {
                let twice = std::mem::replace(&mut self.coded, true);
                return if twice || self.length.is_some() { Err(Ambiguous) } else { Ok(()) };
            }
            _ => {}
        }
        Ok(())
    }
}

impl Line {
    fn take(&mut self, byte: u8) {
        if self.named {
            self.value = match (self.value, byte) {
                (Value::Before, b' ' | b'\t') => Value::Before,
                (Value::Before, b'0'..=b'9') => Value::Digits(u64::from(byte - b'0'), 1),
                (Value::Digits(so_far, count), b'0'..=b'9') if count < DIGITS => {
                    Value::Digits(so_far * 10 + u64::from(byte - b'0'), count + 1)
                }
                (Value::Digits(length, _) | Value::After(length), b' ' | b'\t') => Value::After(length),
                _ => Value::Other,
            };
        } else if byte == b':' {
            self.named = true;
        } else {
            if let Some(place) = self.name.get_mut(self.name_bytes) {
                *place = byte.to_ascii_lowercase();
            }
            self.name_bytes += 1;
        }
    }

    /// Answers whether no further byte of the line can change what it says of a length.
    fn is_settled(&self) -> bool {
        self.name_bytes > NAME_BYTES || self.named && self.value == Value::Other
    }

    fn name(&self) -> &[u8] {
        if self.named { self.name.get(..self.name_bytes).unwrap_or_default() } else { &[] }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Answers how much of a text can be read in one way only; in one piece and byte by byte it must be the same.
    fn followed(text: &str) -> usize {
        let whole = Framing::default().follow(text.as_bytes());
        for piece_bytes in [1, 2, 3, 7, 19] {
            let mut framing = Framing::default();
            let pieces: usize = text.as_bytes().chunks(piece_bytes).map(|piece| framing.follow(piece)).sum();
            assert_eq!(whole, pieces, "{text:?}");
        }
        whole
    }

    #[test]
    fn a_line_of_no_concern_is_passed_over_and_its_end_is_not() {
        let mut framing = Framing::default();
        let line = [b"GET / HTTP/1.1\r\nx: ", vec![b'a'; 100_000].as_slice(), b"\r"].concat();
        assert_eq!(framing.follow(&line), line.len());
        assert_eq!((framing.line.bytes, framing.line.returned), (100_003, true));
        assert_eq!(framing.follow(b"a"), 0, "what follows a carriage return is its line's end");
        for length in ["content-length: 3", "content-length: 3 "] {
            let mut framing = Framing::default();
            framing.follow(
                format!("POST /a-name-of-more-than-{NAME_BYTES}-bytes HTTP/1.1\r\n{length}\r\n\r\n").as_bytes(),
            );
            assert_eq!(framing.at, At::Body(3), "{length:?}");
        }
    }

    #[test]
    fn what_can_be_read_in_one_way_passes() {
        for text in [
            "GET / HTTP/1.1\r\nhost: a\r\n\r\nGET / HTTP/1.1\r\nhost: a\r\n\r\n",
            "\r\n\r\nGET / HTTP/1.1\r\nhost: a\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\na\nbPOST / HTTP/1.1\r\nContent-Length:  0 \r\n\r\nGET / HTTP/1.1\r\n\r\n",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\na\n0\n\n",
            "GET / HTTP/1.1\r\nx-content-length-of-old: a\r\ncontent-lengthy: b\r\n\r\n",
        ] {
            assert_eq!(followed(text), text.len(), "{text:?}");
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_does_not() {
        let requests = [
            "GET / HTTP/1.1\nhost: a\r\n\r\n",
            "GET / HTTP/1.1\r\nhost: a\n\r\n",
            "GET / HTTP/1.1\r\nhost: a\rb: c\r\n\r\n",
            "GET / HTTP/1.1\r\nhost: a\r\n b\r\n\r\n",
            "GET / HTTP/1.1\r\nhost: a\r\n\tb: c\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
            "POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\ncontent-length: 3\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: 3, 3\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: +3\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: 1 2\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: 9999999999999999999\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length:\r\n\r\n",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n",
        ];
        for text in requests {
            assert!(followed(text) < text.len(), "{text:?}");
            let before = "POST / HTTP/1.1\r\ncontent-length: 2\r\n\r\nab";
            let behind = format!("{before}{text}");
            assert_eq!(followed(&behind), before.len() + followed(text), "behind another: {text:?}");
        }
    }
}
