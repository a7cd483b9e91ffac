//! `puebla init`: make a data folder and the first person who may sign in to it.

use std::path::{Path, PathBuf};

use base::clock::Clock;
use base::identity::people::NewPerson;
use base::identity::profile::{LAGOON, RCM};
use base::identity::{ADMINISTRATOR, FirstPerson, MadePerson, MakeError, make, may_be_made};
use base::ids::StateCode;
use base::store::{StoreError, take_back};
use base::web::Said;
use clap::Args;
use serde_json::json;

use crate::arguments::{Json, OnFolder, party};
use crate::outcome::Failure;
use crate::output::Output;
use crate::tongue::Tongue;

/// The arguments.
#[derive(Debug, Args)]
pub struct Init {
    #[command(flatten)]
    folder: OnFolder,
    #[arg(long, value_name = "rcm|FILE", default_value = "rcm")]
    profile: PathBuf,
    #[arg(long, value_name = "USER")]
    administrator: String,
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    #[arg(long, value_name = "XXX", value_parser = party)]
    party: StateCode,
    #[arg(long, value_name = "NAME")]
    institution: Option<String>,
    #[command(flatten)]
    json: Json,
}

impl Init {
    /// Makes the folder and prints the first password, once.
    pub fn run(self, tongue: &Tongue) -> Result<(), Failure> {
        let made = make_new(&self.folder.data, &profile(&self.profile)?, &[self.first()])?;
        let mut out = Output::open(None)?;
        for person in &made {
            self.tell(&mut out, person, tongue)?;
        }
        out.finish()
    }

    fn first(&self) -> FirstPerson {
        let person = NewPerson {
            user_name: self.administrator.clone(),
            name: self.name.clone().unwrap_or_else(|| self.administrator.clone()),
            party: self.party,
            institution: self.institution.clone().unwrap_or_else(|| self.party.to_string()),
            post: None,
            roles: vec![ADMINISTRATOR.to_owned()],
            language: None,
        };
        FirstPerson { person, password: None }
    }

    fn tell(&self, out: &mut Output, person: &MadePerson, tongue: &Tongue) -> Result<(), Failure> {
        if self.json.json {
            let made =
                json!({ "folder": self.folder.data, "user_name": person.user_name, "password": person.password });
            return out.json(&made);
        }
        let folder = self.folder.data.display().to_string();
        out.line(tongue.tn("init-done", &[("folder", folder.into())]))?;
        let first = [("user", person.user_name.as_str().into()), ("password", person.password.as_str().into())];
        out.line(tongue.tn("init-first", &first))?;
        out.line(tongue.t("init-next"))
    }
}

/// Makes a folder where nothing is, and leaves nothing where it cannot.
pub fn make_new(folder: &Path, profile: &str, first: &[FirstPerson]) -> Result<Vec<MadePerson>, Failure> {
    let was_there = folder.exists();
    if was_there && !may_be_made(folder)? {
        return Err(StoreError::Occupied(folder.display().to_string()).into());
    }
    make(folder, profile, first, Clock::system().now()).map_err(|error| {
        take_back(folder, !was_there);
        error.into()
    })
}

/// Reads a profile: one that comes with the program, or a file.
pub fn profile(named: &Path) -> Result<String, Failure> {
    match named.to_str() {
        Some("rcm") => return Ok(RCM.to_owned()),
        Some("lagoon") => return Ok(LAGOON.to_owned()),
        _ => {}
    }
    std::fs::read_to_string(named).map_err(|error| {
        Failure::input(Said::plain("command-unreadable").with("file", named.display()).with("reason", error))
    })
}

impl From<MakeError> for Failure {
    fn from(error: MakeError) -> Self {
        match error {
            MakeError::Profile(error) => Failure::input(Said::plain("init-profile").with("reason", error)),
            MakeError::Password(_, fault) => Failure::input(Said::plain(fault.key())),
            MakeError::Person(_, key) => Failure::input(Said::plain(key)),
            MakeError::Exists(folder) => StoreError::Occupied(folder).into(),
            MakeError::Store(error) => error.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn somebody(role: &str) -> FirstPerson {
        let person = NewPerson {
            user_name: "first.person".into(),
            name: "First Person".into(),
            party: "XSV".parse().unwrap(),
            institution: "Secretariat".into(),
            post: None,
            roles: vec![role.into()],
            language: None,
        };
        FirstPerson { person, password: None }
    }

    #[test]
    fn a_folder_that_cannot_be_made_leaves_nothing_behind() {
        let home = tempfile::tempdir().unwrap();
        let to = home.path().join("data");
        assert!(make_new(&to, RCM, &[somebody("border_officer")]).is_err(), "not for a secretariat");
        assert!(!to.exists());
        assert!(make_new(&to, "process = 1", &[somebody(ADMINISTRATOR)]).is_err());
        assert!(!to.exists());
        assert_eq!(make_new(&to, RCM, &[somebody(ADMINISTRATOR)]).unwrap().len(), 1);
        let again = make_new(&to, RCM, &[somebody(ADMINISTRATOR)]).unwrap_err();
        assert_eq!(again.status as u8, 4);
        assert!(to.join("base.db").exists());
    }
}
