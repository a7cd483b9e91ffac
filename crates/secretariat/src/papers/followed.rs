//! What was said last of documents that somebody follows, by themselves or by their meeting.

use base::store::StoreError;
use rusqlite::Connection;

use super::queries::{self, New, Paper, news_row};

/// Answers what was said last of some documents and of all documents of some meetings, up to `rows` of it, each with its document,
/// whoever may see them. Both are lists of symbols in JSON.
pub(crate) fn followed(
    connection: &Connection,
    papers: &str,
    meetings: &str,
    rows: usize,
) -> Result<Vec<(New, Paper)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "WITH followed (symbol) AS (SELECT value FROM json_each(?1) UNION SELECT paper.symbol FROM json_each(?2) \
         JOIN papers_paper AS paper ON paper.meeting = value) \
         SELECT symbol, language, version, NULL, at_us FROM papers_text WHERE symbol IN followed \
         UNION ALL SELECT symbol, NULL, NULL, position, at_us FROM papers_class WHERE symbol IN followed \
         ORDER BY at_us DESC LIMIT ?3",
    )?;
    let news = statement.query_map((papers, meetings, rows), news_row)?.collect::<Result<Vec<New>, _>>()?;
    let mut found = Vec::new();
    for new in news {
        if let Some(paper) = queries::one(connection, &new.symbol)? {
            found.push((new, paper));
        }
    }
    Ok(found)
}
