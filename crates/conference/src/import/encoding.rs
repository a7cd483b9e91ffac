//! Bytes as text: UTF-8 and UTF-16, and what older machines wrote.

/// Answers the text of a file, and whether it was not plainly UTF-8 or UTF-16.
pub(super) fn decode(bytes: &[u8]) -> (String, bool) {
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> (String, bool) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.to_owned(), false),
        Err(_) => (bytes.iter().map(|&byte| western(byte)).collect(), true),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, bool) {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
    match String::from_utf16(&units) {
        Ok(text) => (text, bytes.len() % 2 == 1),
        Err(_) => (String::from_utf16_lossy(&units), true),
    }
}

/// Windows-1252, which is what texts of the region before UTF-8 are in.
fn western(byte: u8) -> char {
    const HIGH: [char; 32] = [
        '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}',
        '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => HIGH[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_encoding_is_read() {
        let text = "Decisión “única”";
        assert_eq!(decode(text.as_bytes()), (text.to_owned(), false));
        assert_eq!(decode(&[&[0xef, 0xbb, 0xbf], text.as_bytes()].concat()), (text.to_owned(), false));
        let wide = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        assert_eq!(decode(&[&[0xff, 0xfe][..], &wide(u16::to_le_bytes)].concat()), (text.to_owned(), false));
        assert_eq!(decode(&[&[0xfe, 0xff][..], &wide(u16::to_be_bytes)].concat()), (text.to_owned(), false));
        assert_eq!(decode(b"Decisi\xf3n \x93\xfanica\x94"), (text.to_owned(), true));
    }
}
