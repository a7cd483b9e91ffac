//! A document as PDF: tagged for screen readers (PDF/UA-1) and made to be kept (PDF/A-2a).

use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::paper::Paper;
use crate::{PDF_CHARACTERS_MAX, ReportError};

/// Answers a document as PDF; the same document and instant make the same bytes.
///
/// # Errors
/// When it is too long.
pub(crate) fn pdf(paper: Paper, made_at: Timestamp) -> Result<Vec<u8>, ReportError> {
    let paper = paper.of_at_most(PDF_CHARACTERS_MAX)?;
    // A cluster of letter and marks that no single font has is the one thing that a look at single characters cannot foresee.
    let made = set(&paper, made_at, drawn).or_else(|_| set(&paper, made_at, plain));
    // What typst has worked out about one document helps no other, and would stay in memory.
    comemo::evict(0);
    made
}

fn set(paper: &Paper, made_at: Timestamp, shown: fn(char) -> bool) -> Result<Vec<u8>, ReportError> {
    let pages = pages(paper, shown, TEMPLATE.clone())?;
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|error| ReportError::Failed(error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{} {made_at}", paper.title)),
        creator: Smart::Custom(Some("Puebla".to_owned())),
        timestamp: datetime(made_at).map(typst_pdf::Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&pages, &options).map_err(said)
}

fn pages(paper: &Paper, shown: fn(char) -> bool, template: Source) -> Result<PagedDocument, ReportError> {
    let mut paper = paper.clone();
    paper.every_text(|text| *text = visible(text, shown));
    let data = serde_json::to_vec(&paper).map_err(|error| ReportError::Failed(error.to_string()))?;
    typst::compile::<PagedDocument>(&Desk { template, data: Bytes::new(data) }).output.map_err(said)
}

fn said(errors: impl IntoIterator<Item = SourceDiagnostic>) -> ReportError {
    let messages: Vec<String> = errors.into_iter().take(3).map(|error| error.message.to_string()).collect();
    ReportError::Failed(messages.join("; "))
}

fn datetime(at: Timestamp) -> Option<Datetime> {
    let at = TimeZone::UTC.to_datetime(at);
    let small = |part: i8| u8::try_from(part).ok();
    let (month, day) = (small(at.month())?, small(at.day())?);
    Datetime::from_ymd_hms(at.year().into(), month, day, small(at.hour())?, small(at.minute())?, small(at.second())?)
}

/// The most letters without a place to break a line; longer runs get places that are not seen.
const UNBROKEN_MAX: usize = 40;

/// Answers a text in which every character can be drawn: another stands as its code, `[U+1F600]`, so that nothing is lost and nothing
/// hidden. Marks that turn the direction of what follows are shown too, for they can make a text read otherwise than it is.
fn visible(text: &str, shown: fn(char) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut unbroken = 0;
    for c in text.replace("\r\n", "\n").replace('\r', "\n").chars() {
        match c {
            '\n' => out.push(c),
            '\t' => out.push(' '),
            c if shown(c) => out.push(c),
            c => out.push_str(&format!("[U+{:04X}]", u32::from(c))),
        }
        unbroken = if c.is_whitespace() { 0 } else { unbroken + 1 };
        if unbroken == UNBROKEN_MAX {
            out.push('\u{200b}');
            unbroken = 0;
        }
    }
    out
}

fn drawn(c: char) -> bool {
    let hidden = c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let private = matches!(c, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..);
    !hidden && !private && FONTS.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
}

/// What every font of ours has: Latin letters as the languages of the conference write them.
fn plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{17f}' | '–' | '—' | '‘' | '’' | '“' | '”' | '…' | '−' | '\u{a0}')
}

/// The fonts in the binary. The licences stand beside them.
struct Fonts {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
}

static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let files: [&'static [u8]; 4] = [
        include_bytes!("../assets/fonts/LibertinusSerif-Regular.otf"),
        include_bytes!("../assets/fonts/LibertinusSerif-Bold.otf"),
        include_bytes!("../assets/fonts/LibertinusSerif-Italic.otf"),
        include_bytes!("../assets/fonts/DejaVuSansMono.ttf"),
    ];
    let fonts: Vec<Font> = files.into_iter().filter_map(|file| Font::new(Bytes::new(file), 0)).collect();
    Fonts { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts }
});

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    LazyHash::new(Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build())
});

static TEMPLATE: LazyLock<Source> =
    LazyLock::new(|| Source::new(named("paper.typ"), include_str!("paper.typ").to_owned()));
static DATA: LazyLock<FileId> = LazyLock::new(|| named("paper.json"));

#[expect(clippy::expect_used, reason = "the two names are written here")]
fn named(name: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(name).expect("a path")).intern()
}

/// All that typst can see: the template, one document's data, our fonts. No other file is there, no package, no clock.
struct Desk {
    template: Source,
    data: Bytes,
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &FONTS.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template.id() { Ok(self.template.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == *DATA { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.fonts.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use typst::layout::{Frame, FrameItem};

    use super::*;
    use crate::paper::{Block, Words};

    const MADE: Timestamp = Timestamp::UNIX_EPOCH;

    fn paper(text: &str) -> Paper {
        Paper {
            language: "es",
            title: "T".into(),
            author: "A".into(),
            foot: "F".into(),
            wide: false,
            blocks: vec![Block::Quote { words: Words::of(text) }],
        }
    }

    fn read(frame: &Frame, into: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => read(&group.frame, into),
                FrameItem::Text(text) => into.push_str(&text.text),
                _ => {}
            }
        }
    }

    /// Answers the characters that stand on the pages, blanks aside, and how often each.
    fn standing(text: &str, template: &Source) -> Result<BTreeMap<char, usize>, ReportError> {
        let mut all = String::new();
        for page in pages(&paper(text), drawn, template.clone())?.pages() {
            read(&page.frame, &mut all);
        }
        comemo::evict(0);
        Ok(counted(&all))
    }

    fn counted(text: &str) -> BTreeMap<char, usize> {
        let mut counts = BTreeMap::new();
        for c in text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}') {
            *counts.entry(c).or_default() += 1;
        }
        counts
    }

    /// Answers what is on the pages and should not be, or should be and is not.
    fn differs(text: &str, template: &Source) -> Option<String> {
        let stands = match standing(text, template) {
            Ok(stands) => stands,
            Err(error) => return Some(error.to_string()),
        };
        // A title, an author, a foot, and the page's number and count.
        let wanted = counted(&format!("{}TAF1/1", visible(text, drawn)));
        // More is no fault: Spanish repeats a hyphen at which a line breaks, and a letter with marks of two fonts is told twice.
        let lost = wanted.iter().any(|(c, count)| stands.get(c).is_none_or(|there| there < count));
        let foreign = stands.keys().any(|c| !wanted.contains_key(c));
        (lost || foreign).then(|| format!("{text:?}: {stands:?}, and not {wanted:?}"))
    }

    const HOSTILE: [&str; 8] = [
        r##"#panic(1) #import "@preview/x:1.0.0" #read("/etc/passwd") $x^2$ *b* _i_ `raw` @cite <label> \\ ~ --- // comment"##,
        "= Heading\n- point\n+ point\n/ term: text",
        "]#[ }#{ ) ( ))) \\u{202e} https://example.org/a_b_c",
        "\u{202e}desrever\u{202c} \u{2066}x\u{2069}\u{feff}\u{0}\u{7}\u{fffe}\u{e000}",
        "שלום עולם، السلام عليكم ١٢٣ Ελλάδα Москва 日本語",
        "👩‍👩‍👧 😀 ☃ ñ n\u{303} ﬁ e\u{301}\u{302}\u{303}",
        "\"quoted\" 'single' -- ... \t tab",
        "sys.version eval(\"1+1\") #set page(width: 1pt)",
    ];

    #[test]
    fn what_somebody_typed_stands_there_as_typed() {
        for text in HOSTILE {
            assert_eq!(differs(text, &TEMPLATE), None);
            assert!(pdf(paper(text), MADE).is_ok(), "{text:?}");
        }
    }

    /// A template that takes what was typed for markup, as a template might be written by somebody in a hurry.
    #[test]
    fn a_template_that_reads_markup_is_found() {
        let hasty = include_str!("paper.typ")
            .replace(r#"words.text.split("\n").join(linebreak())"#, "eval(words.text, mode: \"markup\")");
        assert!(hasty.contains("eval("));
        let hasty = Source::new(TEMPLATE.id(), hasty);
        let found = HOSTILE.iter().filter(|text| differs(text, &hasty).is_some()).count();
        assert!(found >= 4, "{found} of {} found", HOSTILE.len());
    }

    #[test]
    fn no_file_but_the_two_is_there() {
        let reading = Source::new(TEMPLATE.id(), r#"#read("/etc/hostname")"#.to_owned());
        assert!(matches!(pages(&paper(""), drawn, reading), Err(ReportError::Failed(_))));
        let package = Source::new(TEMPLATE.id(), r#"#import "@preview/cetz:0.4.0": *"#.to_owned());
        assert!(matches!(pages(&paper(""), drawn, package), Err(ReportError::Failed(_))));
        let clock = Source::new(TEMPLATE.id(), "#datetime.today()".to_owned());
        assert!(matches!(pages(&paper(""), drawn, clock), Err(ReportError::Failed(_))));
    }

    #[test]
    fn a_character_that_no_font_has_stands_as_its_code() {
        assert_eq!(visible("a\u{1f600}\u{202e}\u{7}ñ", drawn), "a[U+1F600][U+202E][U+0007]ñ");
        assert_eq!(visible("א", plain), "[U+05D0]");
        assert_eq!(visible("a\r\nb\rc\td", drawn), "a\nb\nc d");
    }

    #[test]
    fn a_long_word_can_be_broken_and_a_long_text_is_refused() {
        let word = "x".repeat(100);
        assert_eq!(visible(&word, drawn).chars().filter(|c| *c == '\u{200b}').count(), 2);
        assert_eq!(differs(&word, &TEMPLATE), None);
        let long = "ñ".repeat(PDF_CHARACTERS_MAX);
        assert_eq!(
            pdf(paper(&long), MADE),
            Err(ReportError::Long { characters: PDF_CHARACTERS_MAX + 3, most: PDF_CHARACTERS_MAX })
        );
    }

    #[test]
    fn a_hundred_kilobytes_of_markup_come_out_as_text() {
        let text = "#panic(1) $x$ *b* _i_ @a \\ ñandú 1.º ".repeat(2_500);
        let stands = standing(&text, &TEMPLATE).unwrap();
        for (c, count) in counted(&text) {
            assert!(stands.get(&c).is_some_and(|there| *there >= count), "{c:?}");
        }
        assert!(pdf(paper(&text), MADE).is_ok());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
        #[test]
        fn any_text_comes_out_as_text(text in r#"([#$*@_`<>\\\[\]{}()"=/~+-]|\PC|[א-ת]|[ء-ي]|\p{M}|[\x00-\x1f]|[a-zñ ]{1,9}){0,40}"#) {
            prop_assert_eq!(differs(&text, &TEMPLATE), None);
            prop_assert!(pdf(paper(&text), MADE).is_ok());
        }
    }
}
