//! A document as DOCX (ECMA-376, part 1: WordprocessingML): tables whose header rows readers announce, languages marked.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use jiff::Timestamp;
use quick_xml::escape::escape;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::paper::{Block, Cell, Fact, Paper, Words};
use crate::{DOCX_CHARACTERS_MAX, ReportError};

const CONTENT_TYPES: &str = include_str!("docx/content-types.xml");
const PACKAGE: &str = include_str!("docx/package.rels.xml");
const RELATIONS: &str = include_str!("docx/document.rels.xml");
const STYLES: &str = include_str!("docx/styles.xml");

/// What begins every part.
const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;

/// Twentieths of a point: a letter sheet, and what is left of it between the margins.
const SHEET: (u32, u32) = (12_240, 15_840);
const MARGIN: u32 = 1_134;

/// Answers a document as DOCX; the same document and instant make the same bytes.
///
/// # Errors
/// When it is too long.
pub(crate) fn docx(paper: Paper, made_at: Timestamp) -> Result<Vec<u8>, ReportError> {
    let paper = paper.of_at_most(DOCX_CHARACTERS_MAX)?;
    let styles = STYLES.replace("LANGUAGE", paper.language);
    let parts = [
        ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ("_rels/.rels", PACKAGE.to_owned()),
        ("docProps/core.xml", properties(&paper, made_at)),
        ("word/document.xml", document(&paper)),
        ("word/_rels/document.xml.rels", RELATIONS.to_owned()),
        ("word/styles.xml", styles),
        ("word/footer1.xml", footer(&paper)),
    ];
    packed(&parts).map_err(|error| ReportError::Failed(error.to_string()))
}

fn packed(parts: &[(&str, String)]) -> Result<Vec<u8>, zip::result::ZipError> {
    // The archive's own times are the format's first instant: when a document was made stands in its properties.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(*name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

fn properties(paper: &Paper, made_at: Timestamp) -> String {
    let created = made_at.strftime("%Y-%m-%dT%H:%M:%SZ");
    format!(
        r#"{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title><dc:creator>{}</dc:creator><dc:language>{}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">{created}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{created}</dcterms:modified></cp:coreProperties>"#,
        written(&paper.title),
        written(&paper.author),
        paper.language,
    )
}

fn footer(paper: &Paper) -> String {
    let field = |name: &str| format!(r#"<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>"#);
    let gap = r#"<w:r><w:t xml:space="preserve">   </w:t></w:r>"#;
    let of = r#"<w:r><w:t xml:space="preserve"> / </w:t></w:r>"#;
    let foot = run(&Words::of(paper.foot.clone()), "");
    format!(
        r#"{HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{foot}{gap}{}{of}{}</w:p></w:ftr>"#,
        field("PAGE"),
        field("NUMPAGES")
    )
}

fn document(paper: &Paper) -> String {
    let (width, height, side) =
        if paper.wide { (SHEET.1, SHEET.0, r#" w:orient="landscape""#) } else { (SHEET.0, SHEET.1, "") };
    let room = width - 2 * MARGIN;
    let mut out = format!(
        r#"{HEAD}<w:document {W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>"#
    );
    out.push_str(&paragraph("Author", &Words::of(paper.author.clone())));
    out.push_str(&paragraph("Title", &Words::of(paper.title.clone())));
    for block in &paper.blocks {
        match block {
            Block::Heading { text } => out.push_str(&paragraph("Heading1", &Words::of(text.clone()))),
            Block::Paragraph { words } => out.push_str(&paragraph("", words)),
            Block::Quote { words } => out.push_str(&paragraph("Quote", words)),
            Block::Facts { facts } => out.push_str(&named(facts, room)),
            Block::Table { caption, widths, head, rows } => {
                out.push_str(&paragraph("Caption", &Words::of(caption.clone())));
                out.push_str(&Table { caption, columns: columns(widths, room) }.whole(head, rows));
            }
        }
    }
    let _ = write!(
        out,
        r#"<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="{width}" w:h="{height}"{side}/><w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" w:bottom="{MARGIN}" w:left="{MARGIN}" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>"#
    );
    out
}

fn columns(widths: &[u8], room: u32) -> Vec<u32> {
    let all: u32 = widths.iter().copied().map(u32::from).sum();
    widths.iter().map(|width| room * u32::from(*width) / all.max(1)).collect()
}

fn named(facts: &[Fact], room: u32) -> String {
    let table = Table { caption: "", columns: columns(&[3, 8], room) };
    let rows = facts.iter().map(|fact| {
        let name = vec![Words::of(fact.name())];
        table.row(&[name, fact.values().to_vec()], "")
    });
    table.around(&rows.collect::<String>(), false)
}

/// A table of a given size.
struct Table<'p> {
    caption: &'p str,
    columns: Vec<u32>,
}

impl Table<'_> {
    fn whole(&self, head: &[String], rows: &[Vec<Cell>]) -> String {
        let head: Vec<Cell> = head.iter().map(|name| vec![Words::of(name.clone())]).collect();
        let mut out = self.row(&head, "<w:tblHeader/>");
        out.extend(rows.iter().map(|row| self.row(row, "")));
        self.around(&out, true)
    }

    /// A row; a header row is repeated on every page, and readers say its cells before those beneath.
    fn row(&self, cells: &[Cell], header: &str) -> String {
        let mut out = format!("<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>");
        for (at, (cell, width)) in cells.iter().zip(&self.columns).enumerate() {
            let style = if !header.is_empty() || at == 0 { "CellName" } else { "Cell" };
            let _ = write!(out, r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>"#);
            // A name stands in heavier letters; what it says more stands beneath it as text.
            let styles = std::iter::once(style).chain(std::iter::repeat("Cell"));
            out.extend(cell.iter().zip(styles).map(|(words, style)| paragraph(style, words)));
            if cell.is_empty() {
                out.push_str("<w:p/>");
            }
            out.push_str("</w:tc>");
        }
        out + "</w:tr>"
    }

    fn around(&self, rows: &str, header: bool) -> String {
        let width: u32 = self.columns.iter().sum();
        let first = u8::from(header);
        let mut grid = String::new();
        for column in &self.columns {
            let _ = write!(grid, r#"<w:gridCol w:w="{column}"/>"#);
        }
        let caption = match self.caption {
            "" => String::new(),
            caption => format!(r#"<w:tblCaption w:val="{}"/>"#, written(caption)),
        };
        format!(
            r#"<w:tbl><w:tblPr><w:tblStyle w:val="Lines"/><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0{}" w:firstRow="{first}" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{caption}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p><w:pPr><w:pStyle w:val="Gap"/></w:pPr></w:p>"#,
            if header { "6A0" } else { "680" },
        )
    }
}

fn paragraph(style: &str, words: &Words) -> String {
    let style = if style.is_empty() { String::new() } else { format!(r#"<w:pStyle w:val="{style}"/>"#) };
    format!("<w:p><w:pPr>{style}</w:pPr>{}</w:p>", run(words, words.language))
}

fn run(words: &Words, language: &str) -> String {
    let mono = if words.mono { r#"<w:rStyle w:val="Mono"/>"# } else { "" };
    // Nobody said in which language: then no one's spelling is held against it.
    let language = match language {
        "" => String::new(),
        "und" => "<w:noProof/>".to_owned(),
        language => format!(r#"<w:lang w:val="{language}"/>"#),
    };
    let text = words.text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<String> =
        text.split('\n').map(|line| format!(r#"<w:t xml:space="preserve">{}</w:t>"#, written(line))).collect();
    format!("<w:r><w:rPr>{mono}{language}</w:rPr>{}</w:r>", lines.join("<w:br/>"))
}

/// Answers a text as XML has it; a character that XML cannot hold stands as its code.
fn written(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' => out.push(' '),
            c if c.is_control()
                || matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}') =>
            {
                let _ = write!(out, "[U+{:04X}]", u32::from(c));
            }
            c => out.push(c),
        }
    }
    escape(&out).into_owned()
}
