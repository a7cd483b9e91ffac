//! `puebla user`: the people of one's own State or organisation, from the machine itself.

use base::access::Permit;
use base::identity::people::NewPerson;
use base::identity::{
    ADMINISTRATOR, Enrol, Found, FoundAnswer, FoundRequest, List, MadePerson, Reset, Suspend, by_command,
};
use base::ids::StateCode;
use base::words::Language;
use clap::{Args, Subcommand};
use serde_json::json;

use crate::arguments::{Json, OnFolder, Place, Speaker, language, party};
use crate::demo;
use crate::folder::{self, stand, wait};
use crate::outcome::Failure;
use crate::output::Output;
use crate::server::At;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
pub struct User {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    Add(Add),
    Found(FoundAdministrator),
    List(ListPeople),
    Suspend(One),
    Activate(One),
    Reset(One),
    Code(Code),
}

/// The arguments of `add`.
#[derive(Debug, Args)]
struct Add {
    #[command(flatten)]
    on: On,
    #[command(flatten)]
    new: New,
    #[arg(long, value_name = "ROLE", required = true)]
    role: Vec<String>,
    #[arg(long, value_name = "NAME", requires = "zone")]
    post: Option<String>,
    #[arg(long, value_name = "ZONE", requires = "post")]
    zone: Option<String>,
}

/// The arguments of `found`.
#[derive(Debug, Args)]
struct FoundAdministrator {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    json: Json,
    #[command(flatten)]
    new: New,
    #[arg(long, value_name = "XXX", value_parser = party)]
    party: StateCode,
}

/// The arguments of `list`.
#[derive(Debug, Args)]
struct ListPeople {
    #[command(flatten)]
    on: On,
}

/// The arguments of what is done to one person.
#[derive(Debug, Args)]
struct One {
    #[command(flatten)]
    on: On,
    #[arg(value_name = "USER")]
    user: String,
}

/// The arguments of `code`.
#[derive(Debug, Args)]
struct Code {
    #[command(flatten)]
    folder: OnFolder,
    #[arg(value_name = "USER")]
    user: String,
}

/// On which folder, in whose name, in which form.
#[derive(Debug, Args)]
struct On {
    #[command(flatten)]
    folder: OnFolder,
    #[command(flatten)]
    speaker: Speaker,
    #[command(flatten)]
    json: Json,
}

/// Somebody new.
#[derive(Debug, Args)]
struct New {
    #[arg(value_name = "USER")]
    user: String,
    #[arg(long, value_name = "NAME")]
    name: String,
    #[arg(long, value_name = "NAME")]
    institution: String,
    #[arg(long = "speaks", value_name = "en|es|fr", value_parser = language)]
    speaks: Option<Language>,
}

impl New {
    fn person(&self, party: StateCode, roles: Vec<String>, post: Option<(String, String)>) -> NewPerson {
        NewPerson {
            user_name: self.user.clone(),
            name: self.name.clone(),
            party,
            institution: self.institution.clone(),
            post,
            roles,
            language: self.speaks,
        }
    }
}

impl User {
    /// Does it in the name of an administrator, whom the policies hold to their own State.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        match self.act {
            Act::Add(add) => add.run(tongue),
            Act::Found(found) => found.run(tongue),
            Act::List(list) => list.run(tongue),
            Act::Suspend(one) => one.run(tongue, |ground, one| {
                let permitted = stand::<Suspend>(ground, &one.on.speaker)?;
                wait(by_command::suspend(permitted, &one.user)).map(|()| None)
            }),
            Act::Activate(one) => one.run(tongue, |ground, one| {
                let permitted = stand::<Suspend>(ground, &one.on.speaker)?;
                wait(by_command::take_back(permitted, &one.user)).map(|()| None)
            }),
            Act::Reset(one) => one.run(tongue, |ground, one| {
                let permitted = stand::<Reset>(ground, &one.on.speaker)?;
                wait(by_command::reset(permitted, &one.user)).map(Some)
            }),
            Act::Code(code) => code.run(),
        }
    }
}

impl Add {
    fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let ground = folder::open(&self.on.folder.data, Default::default())?;
        let permitted = stand::<Enrol>(&ground, &self.on.speaker)?;
        let own = permitted.caller().state;
        let person = self.new.person(own, self.role, self.post.zip(self.zone));
        let made = wait(by_command::enrol(permitted, person))?;
        tell(&made.user_name, &made.password, self.on.json, tongue)
    }
}

impl FoundAdministrator {
    fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let person = self.new.person(self.party, vec![ADMINISTRATOR.to_owned()], None);
        let made = match self.place.at(Found::PURPOSES, tongue)? {
            At::Folder(data, speaker) => {
                let ground = folder::open(data, Default::default())?;
                let made = wait(by_command::found(stand::<Found>(&ground, &speaker)?, person))?;
                FoundAnswer { user_name: made.user_name, password: made.password }
            }
            At::Server(server) => server.ask(
                "/api/v1/administrators",
                &FoundRequest {
                    party: person.party.to_string(),
                    user_name: person.user_name,
                    name: person.name,
                    institution: person.institution,
                    language: person.language.map(|language| language.tag().to_owned()),
                },
            )?,
        };
        tell(&made.user_name, &made.password, self.json, tongue)
    }
}

impl ListPeople {
    fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let ground = folder::open(&self.on.folder.data, Default::default())?;
        let people = wait(by_command::list(stand::<List>(&ground, &self.on.speaker)?))?;
        let mut out = Output::open(None)?;
        let width = people.iter().map(|person| person.user_name.chars().count()).max().unwrap_or(0);
        for person in people {
            if self.on.json.json {
                out.json(&person)?;
                continue;
            }
            let roles: Vec<String> =
                person.roles.iter().map(|role| ground.identity.role_name(role, tongue.language)).collect();
            let suspended = if person.active { String::new() } else { format!(" — {}", tongue.t("user-suspended")) };
            out.line(format!("{:width$}  {} ({}){suspended}", person.user_name, person.name, roles.join(", ")))?;
        }
        out.finish()
    }
}

impl One {
    fn run(
        self,
        tongue: &Tongue,
        act: impl FnOnce(&std::sync::Arc<base::ground::Puebla>, &One) -> Result<Option<MadePerson>, Failure>,
    ) -> Result<(), Failure> {
        let ground = folder::open(&self.on.folder.data, Default::default())?;
        match act(&ground, &self)? {
            Some(made) => tell(&made.user_name, &made.password, self.on.json, tongue),
            None => Ok(()),
        }
    }
}

impl Code {
    fn run(self) -> Result<(), Failure> {
        let mut out = Output::open(None)?;
        out.line(demo::code(&self.folder.data, &self.user, demo::now())?)?;
        out.finish()
    }
}

fn tell(user_name: &str, password: &str, json: Json, tongue: &Tongue) -> Result<(), Failure> {
    let mut out = Output::open(None)?;
    if json.json {
        out.json(&json!({ "user_name": user_name, "password": password }))?;
    } else {
        let once = [("user", user_name.into()), ("password", password.into())];
        out.line(tongue.tn("user-password", &once))?;
    }
    out.finish()
}
