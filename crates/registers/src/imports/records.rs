//! Records of a file: CSV with a header, or a JSON object a line; each as cells by the columns that are taken.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, BufRead};

use base::web::InputFault;
use serde::de::{Deserializer, MapAccess, Visitor};

use super::Format;
use super::fault::{FileFault, unknown_column};
use super::lines::Lines;

/// The columns that an importable thing takes, and those it must have.
#[derive(Clone, Copy, Debug)]
pub(super) struct Columns {
    pub(super) taken: &'static [&'static str],
    pub(super) required: &'static [&'static str],
}

/// The cells of one record, one for each column taken; what is not written is empty.
pub(super) struct Record<'a> {
    pub(super) line: u64,
    cells: Vec<Cow<'a, str>>,
    columns: Columns,
}

impl Record<'_> {
    /// Answers what a column says, without blanks around it.
    pub(super) fn cell(&self, name: &str) -> &str {
        let at = self.columns.taken.iter().position(|taken| *taken == name);
        at.and_then(|at| self.cells.get(at)).map_or("", |cell| cell.trim())
    }

    fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// How files begin that people send in place of a text: workbooks and other archives, gzip, old workbooks, PDF, pictures,
/// programs, rich text. Without this, whoever sends a workbook is told of a column they never wrote.
const NO_TEXT: [&[u8]; 10] = [
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"%PDF-",
    b"\xff\xd8\xff",
    b"\x89PNG\r\n",
    b"\x7fELF",
    b"MZ\x90\0",
    b"{\\rtf",
    b"SQLite format 3\0",
];

/// Reads records one after the other.
pub(super) struct Records<R> {
    lines: Lines<R>,
    columns: Columns,
    shape: Shape,
}

enum Shape {
    /// The separator, and for each cell of a row the column it belongs to.
    Csv {
        separator: u8,
        places: Vec<Option<usize>>,
    },
    JsonLines,
}

/// What came next in a file.
pub(super) enum Next<'a> {
    Record(Record<'a>),
    /// Nothing in this line.
    Blank,
    Faults(Vec<InputFault>),
    End,
}

impl<R: BufRead> Records<R> {
    /// Opens a file; of an unsaid format, a file that begins with `{` is JSON Lines.
    ///
    /// Answers the faults of the header where it cannot be used: no row can be read under it.
    pub(super) fn open(
        mut source: R,
        format: Option<Format>,
        columns: Columns,
    ) -> io::Result<Result<Self, Vec<InputFault>>> {
        let there = source.fill_buf()?;
        if NO_TEXT.iter().any(|begins| there.starts_with(begins)) {
            return Ok(Err(vec![FileFault::NoText.in_line(1)]));
        }
        let begins = there.trim_ascii_start();
        let begins = begins.strip_prefix(b"\xef\xbb\xbf").unwrap_or(begins).trim_ascii_start();
        let json = format.map_or(begins.starts_with(b"{"), |format| format == Format::JsonLines);
        let mut lines = Lines::new(source);
        if json {
            return Ok(Ok(Records { lines, columns, shape: Shape::JsonLines }));
        }
        let header = loop {
            match lines.next()? {
                None => return Ok(Err(vec![FileFault::Empty.in_line(1)])),
                Some(Err(fault)) => return Ok(Err(vec![fault])),
                Some(Ok(line)) if line.trim().is_empty() => {}
                Some(Ok(line)) => break line.to_owned(),
            }
        };
        let separator = separator(&header);
        let line = lines.number();
        Ok(places(&header, separator, line, columns).map(|places| Records {
            lines,
            columns,
            shape: Shape::Csv { separator, places },
        }))
    }

    /// Reads on.
    pub(super) fn next(&mut self) -> io::Result<Next<'_>> {
        let columns = self.columns;
        let number = self.lines.number() + 1;
        let line = match self.lines.next()? {
            None => return Ok(Next::End),
            Some(Err(fault)) => return Ok(Next::Faults(vec![fault])),
            Some(Ok(line)) => line,
        };
        if line.trim().is_empty() {
            return Ok(Next::Blank);
        }
        let read = match &self.shape {
            Shape::Csv { separator, places } => from_csv(line, number, *separator, places, columns.taken.len()),
            Shape::JsonLines => from_json(line, number, columns),
        };
        Ok(match read {
            Err(faults) => Next::Faults(faults),
            Ok(cells) => {
                let record = Record { line: number, cells, columns };
                // Spreadsheets end files with rows of nothing but separators.
                if record.is_blank() { Next::Blank } else { Next::Record(record) }
            }
        })
    }

    /// Answers the number of a column as it stands in the file, from 1; none in JSON, where columns have no order.
    pub(super) fn number_of(&self, name: &str) -> Option<u64> {
        let Shape::Csv { places, .. } = &self.shape else { return None };
        let taken = self.columns.taken.iter().position(|taken| *taken == name)?;
        places.iter().position(|place| *place == Some(taken)).map(|at| at as u64 + 1)
    }
}

/// Spreadsheets of half the region write semicolons, because there a comma divides decimals.
fn separator(header: &str) -> u8 {
    let count = |mark: u8| header.bytes().filter(|byte| *byte == mark).count();
    [b',', b';', b'\t'].into_iter().max_by_key(|mark| (count(*mark), *mark == b',')).unwrap_or(b',')
}

fn places(header: &str, separator: u8, line: u64, columns: Columns) -> Result<Vec<Option<usize>>, Vec<InputFault>> {
    let names = split(header, separator).map_err(|(fault, at)| vec![fault.at(line, at)])?;
    let mut places = Vec::new();
    let mut faults = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let name = name.trim();
        let placed = |fault: InputFault| InputFault { column: Some(at as u64 + 1), ..fault };
        let place = columns.taken.iter().position(|taken| taken.eq_ignore_ascii_case(name));
        match place {
            None if name.is_empty() => {}
            None => faults.push(placed(unknown_column(line, name))),
            Some(place) if places.contains(&Some(place)) => faults.push(placed(FileFault::ColumnTwice.of(line, name))),
            Some(_) => {}
        }
        places.push(place);
    }
    for name in columns.required {
        let there = places.iter().flatten().any(|place| columns.taken.get(*place) == Some(name));
        if !there {
            faults.push(FileFault::ColumnMissing.of(line, name));
        }
    }
    if faults.is_empty() { Ok(places) } else { Err(faults) }
}

fn from_csv<'l>(
    line: &'l str,
    number: u64,
    separator: u8,
    places: &[Option<usize>],
    taken: usize,
) -> Result<Vec<Cow<'l, str>>, Vec<InputFault>> {
    let found = split(line, separator).map_err(|(fault, at)| vec![fault.at(number, at)])?;
    let mut cells = vec![Cow::Borrowed(""); taken];
    for (at, cell) in found.into_iter().enumerate() {
        match places.get(at) {
            Some(Some(place)) => cells[*place] = cell,
            Some(None) if cell.trim().is_empty() => {}
            None if cell.trim().is_empty() => {}
            _ => return Err(vec![FileFault::CellsTooMany.at(number, at as u64 + 1)]),
        }
    }
    Ok(cells)
}

/// Divides a line into cells (RFC 4180, but a cell ends with its line: none of ours has a line break in it).
///
/// Errors: the fault and the number of the cell, from 1.
fn split(line: &str, separator: u8) -> Result<Vec<Cow<'_, str>>, (FileFault, u64)> {
    let mut cells = Vec::with_capacity(12);
    let mut rest = line;
    loop {
        let number = cells.len() as u64 + 1;
        let (cell, after) = match rest.strip_prefix('"') {
            None => {
                let end = rest.bytes().position(|byte| byte == separator).unwrap_or(rest.len());
                (Cow::Borrowed(&rest[..end]), &rest[end..])
            }
            Some(inside) => quoted(inside).ok_or((FileFault::QuoteOpen, number))?,
        };
        cells.push(cell);
        rest = match after.as_bytes().first() {
            None => return Ok(cells),
            Some(mark) if *mark == separator => &after[1..],
            Some(_) => return Err((FileFault::QuoteStray, number)),
        };
    }
}

/// Reads a quoted cell after its opening mark, and answers it with what follows; none where it never closes.
fn quoted(inside: &str) -> Option<(Cow<'_, str>, &str)> {
    let mut cell = Cow::Borrowed("");
    let mut from = 0;
    loop {
        let mark = from + inside[from..].find('"')?;
        let doubled = inside[mark + 1..].starts_with('"');
        let end = if doubled { mark + 1 } else { mark };
        cell = if cell.is_empty() { Cow::Borrowed(&inside[from..end]) } else { cell + &inside[from..end] };
        if !doubled {
            return Some((cell, &inside[mark + 1..]));
        }
        from = mark + 2;
    }
}

fn from_json<'l>(line: &'l str, number: u64, columns: Columns) -> Result<Vec<Cow<'l, str>>, Vec<InputFault>> {
    let mut reader = serde_json::Deserializer::from_str(line);
    let found = reader.deserialize_map(ObjectOfTexts).and_then(|pairs| reader.end().map(|()| pairs));
    let pairs = found.map_err(|error| {
        let fault = match error.classify() {
            serde_json::error::Category::Data => FileFault::JsonNotObject,
            _ => FileFault::JsonSyntax,
        };
        vec![fault.at(number, error.column() as u64)]
    })?;
    let mut cells = vec![Cow::Borrowed(""); columns.taken.len()];
    let mut seen = vec![false; columns.taken.len()];
    let mut faults = Vec::new();
    for (name, value) in pairs {
        match (columns.taken.iter().position(|taken| *taken == name), value) {
            (None, _) => faults.push(unknown_column(number, &name)),
            (Some(place), _) if seen[place] => faults.push(FileFault::ColumnTwice.of(number, &name)),
            (Some(_), Value::Other) => faults.push(FileFault::JsonNotText.of(number, &name)),
            (Some(place), Value::Text(text)) => {
                cells[place] = text;
                seen[place] = true;
            }
        }
    }
    if faults.is_empty() { Ok(cells) } else { Err(faults) }
}

/// A value of a JSON object: text, `null` for nothing, or something that no column takes.
enum Value<'l> {
    Text(Cow<'l, str>),
    Other,
}

/// Reads an object as pairs in their order, twice-written names included.
struct ObjectOfTexts;

impl<'l> Visitor<'l> for ObjectOfTexts {
    type Value = Vec<(Cow<'l, str>, Value<'l>)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'l>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::with_capacity(12);
        while let Some(Text(name)) = map.next_key()? {
            pairs.push((name, map.next_value()?));
        }
        Ok(pairs)
    }
}

/// A text that is copied only where it has escapes in it.
struct Text<'l>(Cow<'l, str>);

impl<'l> serde::Deserialize<'l> for Text<'l> {
    fn deserialize<D: Deserializer<'l>>(from: D) -> Result<Self, D::Error> {
        match Value::deserialize(from)? {
            Value::Text(text) => Ok(Text(text)),
            Value::Other => Err(serde::de::Error::custom("a name that is no text")),
        }
    }
}

impl<'l> serde::Deserialize<'l> for Value<'l> {
    fn deserialize<D: Deserializer<'l>>(from: D) -> Result<Self, D::Error> {
        struct OneValue;
        impl<'l> Visitor<'l> for OneValue {
            type Value = Value<'l>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value")
            }
            fn visit_borrowed_str<E>(self, text: &'l str) -> Result<Value<'l>, E> {
                Ok(Value::Text(Cow::Borrowed(text)))
            }
            fn visit_str<E>(self, text: &str) -> Result<Value<'l>, E> {
                Ok(Value::Text(Cow::Owned(text.to_owned())))
            }
            fn visit_unit<E>(self) -> Result<Value<'l>, E> {
                Ok(Value::Text(Cow::Borrowed("")))
            }
            fn visit_bool<E>(self, _: bool) -> Result<Value<'l>, E> {
                Ok(Value::Other)
            }
            fn visit_i64<E>(self, _: i64) -> Result<Value<'l>, E> {
                Ok(Value::Other)
            }
            fn visit_u64<E>(self, _: u64) -> Result<Value<'l>, E> {
                Ok(Value::Other)
            }
            fn visit_f64<E>(self, _: f64) -> Result<Value<'l>, E> {
                Ok(Value::Other)
            }
            fn visit_seq<A: serde::de::SeqAccess<'l>>(self, mut seq: A) -> Result<Value<'l>, A::Error> {
                while seq.next_element::<serde::de::IgnoredAny>()?.is_some() {}
                Ok(Value::Other)
            }
            fn visit_map<A: MapAccess<'l>>(self, mut map: A) -> Result<Value<'l>, A::Error> {
                while map.next_entry::<serde::de::IgnoredAny, serde::de::IgnoredAny>()?.is_some() {}
                Ok(Value::Other)
            }
        }
        from.deserialize_any(OneValue)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    const COLUMNS: Columns = Columns { taken: &["kind", "number", "reference"], required: &["kind", "reference"] };

    fn said(fault: &InputFault) -> String {
        let place = |place: Option<u64>| place.map_or("-".to_owned(), |place| place.to_string());
        format!("! {} {} {} {}", fault.code, fault.field, place(fault.line), place(fault.column))
    }

    fn read(text: &str) -> Vec<String> {
        let mut records = match Records::open(text.as_bytes(), None, COLUMNS).unwrap() {
            Ok(records) => records,
            Err(faults) => return faults.iter().map(said).collect(),
        };
        let mut all = Vec::new();
        loop {
            match records.next().unwrap() {
                Next::Record(one) => all.push(format!(
                    "{} {}|{}|{}",
                    one.line,
                    one.cell("kind"),
                    one.cell("number"),
                    one.cell("reference")
                )),
                Next::Blank => {}
                Next::Faults(faults) => all.extend(faults.iter().map(said)),
                Next::End => return all,
            }
        }
    }

    #[test]
    fn a_file_of_a_spreadsheet_is_read() {
        assert_eq!(
            read("kind,reference,number\r\npassport, R 1 ,K9\r\n\r\n,,\r\nvisa,R2"),
            ["2 passport|K9|R 1", "5 visa||R2"]
        );
        assert_eq!(read("\u{feff}Kind;Reference\nvisa;\"a;b\"\n"), ["2 visa||a;b"]);
        assert_eq!(read("kind\treference\nvisa\t\"say \"\"no\"\"\"\n"), ["2 visa||say \"no\""]);
        assert_eq!(read("\nkind,reference,\nvisa,R,\n"), ["3 visa||R"]);
    }

    #[test]
    fn what_is_wrong_with_a_header_is_named() {
        assert_eq!(read(""), ["! file-empty  1 -"]);
        assert_eq!(
            read("kind,nombre,kind"),
            ["! column-unknown nombre 1 2", "! column-twice kind 1 3", "! column-missing reference 1 -"]
        );
        for begins in ["PK\u{3}\u{4}", "%PDF-1.7\nkind", "{\\rtf1", "SQLite format 3\0"] {
            assert_eq!(read(begins), ["! no-text  1 -"], "{begins}");
        }
        assert_eq!(read("PKW,kind,reference"), ["! column-unknown PKW 1 1"]);
    }

    #[test]
    fn a_name_that_no_column_has_is_repeated_in_part_and_without_digits() {
        assert_eq!(
            read("passport,K97654321,reference,kind,\u{663}"),
            ["! column-unknown passport 1 1", "! column-unknown  1 2", "! column-unknown  1 5"]
        );
        assert_eq!(read("{\"K97654321\":\"lost\"}"), ["! column-unknown  1 -"]);
        let cut = format!("! column-unknown {} 1", "ñ".repeat(40));
        assert_eq!(read(&format!("{},kind,reference", "ñ".repeat(30_000))), [format!("{cut} 1")]);
        assert_eq!(read(&format!("{{\"{}\":\"\"}}", "ñ".repeat(30_000))), [format!("{cut} -")]);
    }

    #[test]
    fn what_is_wrong_with_a_row_is_named_with_its_place() {
        assert_eq!(read("kind,reference\nvisa,R,more"), ["! cells-too-many  2 3"]);
        assert_eq!(read("kind,reference\nvisa,\"R\nvisa,R"), ["! quote-open  2 2", "3 visa||R"]);
        assert_eq!(read("kind,reference\nñ,\"R\"x"), ["! quote-stray  2 2"]);
    }

    #[test]
    fn json_lines_are_read_and_their_faults_named() {
        assert_eq!(
            read("{\"kind\":\"visa\",\"reference\":\"\\u0052\",\"number\":null}\n\n"),
            ["1 visa|| R".replace("| ", "|")]
        );
        let rows = [
            ("{\"kind\":\"visa\"", "! json-syntax  1 14"),
            ("{\"kind\":\"visa\"} x", "! json-syntax  1 17"),
            ("{\"kind\":7}", "! json-not-text kind 1 -"),
            ("{\"kind\":[1,{\"a\":2}]}", "! json-not-text kind 1 -"),
            ("{\"name\":\"x\"}", "! column-unknown name 1 -"),
            ("{\"kind\":\"a\",\"kind\":\"b\"}", "! column-twice kind 1 -"),
        ];
        for (row, fault) in rows {
            assert_eq!(read(row), [fault], "{row}");
        }
        assert_eq!(read("{\"kind\":\"a\"}\n[1]")[1], "! json-not-object  2 0");
    }

    proptest! {
        #[test]
        fn any_cells_come_back_from_a_line(cells in prop::collection::vec("[a-zñ,;\" ]{0,6}", 1..6)) {
            let line: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            let line = line.join(",");
            let found = split(&line, b',').unwrap();
            prop_assert_eq!(found, cells);
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), header in any::<bool>()) {
            let mut all = if header { b"kind,reference\n".to_vec() } else { Vec::new() };
            all.extend(bytes);
            if let Ok(mut records) = Records::open(&all[..], None, COLUMNS).unwrap() {
                while !matches!(records.next().unwrap(), Next::End) {}
            }
        }
    }
}
