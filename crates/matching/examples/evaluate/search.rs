//! Every query against a gallery: the best records, and what a search costs.

use std::io::{self, Write};
use std::sync::Arc;

use matching::{Answer, Builder, Explanation, Fact, Fields, Index, Person, Searcher};

use crate::{Wanted, columns, cpu_s, each_line};

/// Queries that are timed together; of every so many such blocks one is timed query by query.
const BLOCK: usize = 64;
const SINGLY_EACH: usize = 8;

/// The names that rows of the gallery have outside.
#[derive(Default)]
struct Ids {
    text: String,
    ends: Vec<u32>,
}

impl Ids {
    fn push(&mut self, id: &str) {
        self.text.push_str(id);
        self.ends.push(self.text.len() as u32);
    }

    fn get(&self, at: usize) -> &str {
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.text[start..self.ends[at] as usize]
    }
}

/// A query's columns.
struct Query {
    id: String,
    columns: [String; 6],
}

impl Query {
    fn fields(&self) -> Fields<'_> {
        let [surnames, given, sex, birth, nationality, number] = &self.columns;
        Fields { surnames, given, sex, birth, nationality, number }
    }
}

/// What searches took, in microseconds.
#[derive(Default)]
struct Costs {
    together_us: f64,
    together: usize,
    singly_us: Vec<f64>,
}

pub fn run(gallery: &str, queries: &str, wanted: &Wanted, mut out: impl Write) -> Result<(), String> {
    let before = cpu_s();
    let (index, ids) = build(gallery)?;
    let build_cpu_s = cpu_s() - before;
    let index = match wanted.prior {
        Some(share) => index.expecting(share),
        None => index,
    };
    let asked = read(queries)?;
    let mut costs = Costs::default();
    let mut searcher = Searcher::default();
    let top = wanted.top.unwrap_or(10);
    for (block, queries) in asked.chunks(BLOCK).enumerate() {
        let answers = search(&index, &mut searcher, queries, top, block % SINGLY_EACH == 0, &mut costs);
        for (query, answer) in queries.iter().zip(&answers) {
            write(&mut out, &ids, &query.id, answer).map_err(|e| e.to_string())?;
            if wanted.explain {
                explain(&mut out, &index, &mut searcher, query, answer, &ids).map_err(|e| e.to_string())?;
            }
        }
    }
    out.flush().map_err(|e| e.to_string())?;
    report(&index, &ids, build_cpu_s, asked.len(), costs)
}

fn build(gallery: &str) -> Result<(Index, Ids), String> {
    let mut builder = Builder::new();
    let mut ids = Ids::default();
    each_line(gallery, |line| {
        let [id, surnames, given, sex, birth, nationality, number, _kind] = columns(line);
        if id == "id" && ids.ends.is_empty() {
            return Ok(());
        }
        let person = Person::from_fields(Fields { surnames, given, sex, birth, nationality, number });
        builder.push(ids.ends.len() as u64, &person);
        ids.push(id);
        u32::try_from(ids.text.len()).map(|_| ()).map_err(|_| "the gallery's ids are more than 4 GiB".to_owned())
    })?;
    ids.text.shrink_to_fit();
    ids.ends.shrink_to_fit();
    let frequencies = Arc::new(builder.frequencies());
    let segment = builder.build(&frequencies);
    Ok((Index::new(frequencies).with(Arc::new(segment)), ids))
}

fn read(queries: &str) -> Result<Vec<Query>, String> {
    let mut read = Vec::new();
    each_line(queries, |line| {
        let [id, _kind, _truth, rest @ ..]: [&str; 9] = columns(line);
        if !((id == "id" || id == "qid") && read.is_empty()) {
            read.push(Query { id: id.to_owned(), columns: rest.map(str::to_owned) });
        }
        Ok(())
    })?;
    Ok(read)
}

fn search(
    index: &Index,
    searcher: &mut Searcher,
    queries: &[Query],
    top: usize,
    singly: bool,
    costs: &mut Costs,
) -> Vec<Answer> {
    let mut answers = Vec::with_capacity(queries.len());
    let start = cpu_s();
    let mut last = start;
    for query in queries {
        let person = Person::from_fields(query.fields());
        answers.push(index.search(searcher, &person, top));
        if singly {
            let now = cpu_s();
            costs.singly_us.push((now - last) * 1e6);
            last = now;
        }
    }
    if !singly {
        costs.together_us += (cpu_s() - start) * 1e6;
        costs.together += queries.len();
    }
    answers
}

fn write(out: &mut impl Write, ids: &Ids, query: &str, answer: &Answer) -> io::Result<()> {
    for (rank, hit) in answer.hits.iter().enumerate() {
        writeln!(
            out,
            "{query}\t{}\t{}\t{:.6}\t{}",
            rank + 1,
            ids.get(hit.record as usize),
            hit.score,
            hit.band.as_str()
        )?;
    }
    Ok(())
}

fn explain(
    out: &mut impl Write,
    index: &Index,
    searcher: &mut Searcher,
    query: &Query,
    answer: &Answer,
    ids: &Ids,
) -> io::Result<()> {
    let person = Person::from_fields(query.fields());
    for hit in &answer.hits {
        let Some(explanation) = index.explain(searcher, &person, hit.record) else { continue };
        lines(out, &format!("{}\t{}", query.id, ids.get(hit.record as usize)), &explanation)?;
    }
    if answer.capped {
        writeln!(out, "#\t{}\tnot all who could be it were looked at", query.id)?;
    }
    Ok(())
}

/// Writes evidence: `#`, what it belongs to, the weight, what it is.
pub fn lines(out: &mut impl Write, about: &str, explanation: &Explanation) -> io::Result<()> {
    for line in &explanation.lines {
        let what = match line.fact {
            Fact::Word { kind, asked, held } => {
                format!("Word {kind:?} {} ~ {}", explanation.asked[asked as usize], explanation.held[held as usize])
            }
            fact => format!("{fact:?}"),
        };
        writeln!(out, "#\t{about}\t{:.9}\t{what}", line.weight)?;
    }
    writeln!(
        out,
        "#\t{about}\tchance\tabout 1 in {:.0} travellers matches this record this well by chance, or fewer",
        explanation.one_in()
    )?;
    let questions = explanation.would_decide();
    if !questions.is_empty() {
        writeln!(out, "#\t{about}\tdecide\t{questions:?}")?;
    }
    Ok(())
}

fn report(index: &Index, ids: &Ids, build_cpu_s: f64, queries: usize, mut costs: Costs) -> Result<(), String> {
    costs.singly_us.sort_by(f64::total_cmp);
    let at = |share: f64| {
        costs
            .singly_us
            .get(((costs.singly_us.len() as f64 * share) as usize).min(costs.singly_us.len().saturating_sub(1)))
            .copied()
            .unwrap_or(0.0)
    };
    let mean = match costs.together {
        0 => costs.singly_us.iter().sum::<f64>() / costs.singly_us.len().max(1) as f64,
        n => costs.together_us / n as f64,
    };
    let records = ids.ends.len();
    let bytes = index.bytes() + ids.text.capacity() + 4 * ids.ends.capacity();
    writeln!(
        io::stderr(),
        "{{\"records\":{records},\"queries\":{queries},\"build_cpu_s\":{build_cpu_s:.3},\"bytes_per_record\":{:.1},\"cpu_us_mean\":{mean:.3},\"cpu_us_p50\":{:.3},\"cpu_us_p99\":{:.3}}}",
        bytes as f64 / records.max(1) as f64,
        at(0.5),
        at(0.99),
    )
    .map_err(|e| e.to_string())
}
