//! No room reaches a database but through a `Reader` or a `Writer` of the desk, and so never without a line on the log.
//!
//! The compiler holds that only the desk makes these two. That a handler does not walk past them, with what it stands on
//! in its hands, is held here.

use proc_macro2::Delimiter;

use super::source::{File, Finding, every_run, group, ident, line, none, only, sign, tree};

/// Names by which a database is reached past the desk.
const WAYS: [&str; 5] = ["Database", "House", "Glance", "by_rule", "open_alone"];

/// Who may, each with what it does there: files, and folders by how their paths begin.
const MAY: &[(&str, &[&str], &str)] = &[
    ("crates/base/src/access/", &["Database", "open_alone"], "the access log is a file of its own"),
    ("crates/base/src/desk.rs", &["Database", "database", "base", "by_rule"], "the door"),
    ("crates/base/src/events.rs", &["base"], "reads whether the last verification found damage"),
    ("crates/base/src/ground.rs", &["Database", "House", "base"], "opens them all"),
    ("crates/base/src/identity/", &["Database", "base"], "before anybody is signed in there is no permit"),
    ("crates/base/src/metrics/", &["base"], "reads counts and instants, which say nothing about anyone"),
    ("crates/base/src/operation/backup.rs", &["base"], "remembers, under its permit, that a copy was taken"),
    ("crates/base/src/operation/drill.rs", &["base"], "remembers, under its permit, that a backup was tried"),
    ("crates/base/src/operation/gap.rs", &["base"], "remembers, under its permit, what two people said of a gap"),
    ("crates/base/src/operation/keys.rs", &["base", "database"], "seals anew and counts, under its permit"),
    ("crates/base/src/operation/overview.rs", &["Database", "database", "open_alone"], "counts in every file"),
    ("crates/base/src/operation/unasked.rs", &["base"], "recomputes the chains where nobody did, for nobody"),
    (
        "crates/base/src/operation/verification.rs",
        &["Database", "House", "base", "open_alone"],
        "reads every file whole",
    ),
    (
        "crates/base/src/oversight/",
        &["Database", "base"],
        "stops people and remembers it, under the permit of who asked",
    ),
    ("crates/base/src/specimen", &["Database", "House", "base", "open_alone"], "makes what tests stand on"),
    ("crates/base/src/store/", &["Database", "House", "Glance", "open_alone"], "is them"),
    (
        "crates/puebla/src/commands/drill.rs",
        &["House", "base", "open_alone"],
        "looks, under its permit, through a folder that it made and removes",
    ),
    ("crates/base/src/web/seeded.rs", &["base"], "the leak that the canary harness must catch; in no release"),
    ("crates/puebla/src/commands/rebuild.rs", &["House", "open_alone"], "makes tables again, under its permit"),
    ("crates/puebla/src/demo/", &["Database", "base"], "invents people in a folder that nobody serves yet"),
    ("crates/puebla/src/doctor/", &["Glance"], "looks at folders that do not open; answers counts and codes, no names"),
    ("crates/puebla/src/folder.rs", &["base"], "finds out who gives a command, before the desk can be asked"),
    ("crates/registers/src/documents/expire.rs", &["database", "by_rule"], "a sweep: no person asks"),
    ("crates/registers/src/*/sweep.rs", &["Database", "database", "by_rule"], "sweeps: no person asks"),
    ("crates/registers/src/statistics/published.rs", &["database"], "what was published is read without a permit"),
    (
        "crates/registers/src/statistics/samples.rs",
        &["database", "by_rule"],
        "counts invented figures, as the sweep does",
    ),
    ("crates/secretariat/src/library/published.rs", &["database"], "what was made public is read without a permit"),
    (
        "crates/secretariat/src/members/seats.rs",
        &["base", "database"],
        "tells the base what follows from the journal: after an act, and as a sweep",
    ),
    ("crates/secretariat/src/*/sweep.rs", &["database", "by_rule"], "sweeps: no person asks"),
    (
        "crates/secretariat/src/training/verify.rs",
        &["database"],
        "whether a certificate counts is told to anyone with its number, and no name",
    ),
];

/// A way past the desk: the name by which it goes, and its line.
type Way = (String, usize);

/// Answers every way past the desk that a file takes.
fn ways(file: &File) -> Vec<Way> {
    let mut found = Vec::new();
    every_run(file.product_tokens(), &mut |run| {
        for (at, token) in run.iter().enumerate() {
            let Some(name) = ident(run, at) else { continue };
            let of_something = at > 0 && sign(run, at - 1, '.');
            let asks_for_one = name == "database" && group(run, at + 1, Delimiter::Parenthesis).is_some();
            // In markup a class stands before an attribute.
            let is_field = name == "base" && ident(run, at + 1).is_none();
            let reaches = of_something && (asks_for_one || is_field);
            if reaches || WAYS.contains(&name.as_str()) {
                found.push((name, line(token)));
            }
        }
    });
    found
}

/// Answers whether an exception is about a file. A star stands for any room.
fn is_about(place: &str, file: &File) -> bool {
    match place.split_once('*') {
        Some((house, ending)) => file.path.starts_with(house) && file.path.ends_with(ending),
        None => file.path == place || !place.ends_with(".rs") && file.path.starts_with(place),
    }
}

fn past_the_desk(file: &File) -> Vec<Finding> {
    let may = |name: &str| MAY.iter().any(|(place, names, _)| is_about(place, file) && names.contains(&name));
    let what = |name: &str| format!("`{name}` leads to a database past the desk: ask through a `Reader` or a `Writer`");
    ways(file).into_iter().filter(|(name, _)| !may(name)).map(|(name, at)| file.finding(at, what(&name))).collect()
}

/// Answers exceptions that nothing needs any more.
fn idle(files: &[&File]) -> Vec<Finding> {
    let taken: Vec<(&File, Vec<Way>)> = files.iter().map(|file| (*file, ways(file))).collect();
    let used = |place: &str, name: &str| {
        taken.iter().any(|(file, ways)| is_about(place, file) && ways.iter().any(|(way, _)| way == name))
    };
    let all = MAY.iter().flat_map(|(place, names, _)| names.iter().map(move |name| (*place, *name)));
    let idle = all.filter(|(place, name)| !used(place, name));
    idle.map(|(place, name)| File::planted(place, "").finding(0, format!("`{name}` is excepted, and not used")))
        .collect()
}

/// G-16: what a look was about is read by the log itself and by nobody else: no page, call or command finds looks by whom they were about.
#[test]
fn g_16_nobody_reads_what_looks_were_about() {
    let reads = |file: &&File| {
        let built = file.product_tokens().to_string();
        built.contains("FROM detail") || built.contains("JOIN detail")
    };
    let elsewhere = ["crates/base/src/access/", "crates/base/src/specimen/"];
    let outside = |file: &&File| !elsewhere.iter().any(|room| file.path.starts_with(room));
    let readers: Vec<&str> = tree().product().filter(reads).filter(outside).map(|file| file.path.as_str()).collect();
    assert_eq!(readers, Vec::<&str>::new());
    assert!(tree().product().any(|file| reads(&file)), "a search that finds the log's own questions");
}

#[test]
fn no_room_reaches_a_database_past_the_desk() {
    let files: Vec<&File> = tree().product().collect();
    none(files.iter().flat_map(|file| past_the_desk(file)).collect());
    none(idle(&files));
}

#[test]
fn a_planted_way_past_the_desk_is_found() {
    let found = |path: &str, text: &str| past_the_desk(&File::planted(path, text));
    let room = "crates/registers/src/status/show.rs";
    only(&found(room, "fn f() { desk.ground().database(\"registers\")?.read(find) }"), "`database`");
    only(&found(room, "fn f() { g!(ground.base.read(find)) }"), "`base`");
    only(&found(room, "fn f() { identity.refresh(&ground.base, person) }"), "`base`");
    only(&found(room, "use base::desk::by_rule;"), "`by_rule`");
    only(&found(room, "fn f(of: &Database) {}"), "`Database`");
    only(&found(room, "fn f() { base::store::House::open(path, spec) }"), "`House`");
    only(&found("crates/base/src/about/page.rs", "fn f() { ground.base.read(find) }"), "`base`");
    only(&found("crates/registers/src/status/sweep.rs", "fn f() { ground.base.read(find) }"), "`base`");
    none(found(room, "use base::desk::Reader; fn f() { reader.ask(find) } // ground.base"));
    none(found(room, "#[cfg(test)] mod tests { fn f() { ground.base.read(find) } }"));
    none(found("crates/registers/src/status/sweep.rs", "fn f() { by_rule(ground.database(\"x\")?, stamp, act) }"));
    only(
        &idle(&tree().product().filter(|file| file.path != "crates/puebla/src/folder.rs").collect::<Vec<_>>()),
        "folder.rs",
    );
}
