//! Cedar decides: deny by default, the purpose in the context, and policies in files that a lawyer can read.

use std::collections::{HashMap, HashSet};
use std::str::FromStr;
use std::sync::{PoisonError, RwLock};

use cedar_policy::{
    ActionConstraint, Authorizer, Context, Effect, Entities, Entity, EntityId, EntityTypeName, EntityUid, PolicySet,
    Request, RestrictedExpression, Schema, ValidationMode, Validator,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::permit::Permit;
use crate::identity::{Caller, Factor, PartyKind};
use crate::ids::StateCode;

/// Remembered decisions at most; beyond them the memory starts over.
const REMEMBERED: usize = 20_000;

/// The group of all actions that change something.
const WRITES: &str = "writes";

/// The annotation by which a policy obliges the server to something before it lets anybody do what it permits.
const OBLIGES: &str = "obliges";

/// One file of policies or of schema, by name.
#[derive(Clone, Copy, Debug)]
pub struct PolicyText {
    /// Name of the file, for messages.
    pub file: &'static str,
    /// Its text in Cedar's language.
    pub text: &'static str,
}

/// What is looked at, as far as the policies need to know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resource {
    /// State whose data it is; none when it is the whole room.
    pub owner: Option<StateCode>,
    /// Where it stands in its life, a code of its room; empty when that does not matter.
    pub status: &'static str,
    /// The person who wrote it.
    pub author: Option<Uuid>,
    /// The one thing that it is or belongs to, for people who are confined to one; empty where they never see it.
    pub within: String,
    /// What the access log's detail says was looked at: an id or a keyed hash, never a number or a name.
    pub about: String,
}

impl Resource {
    /// The room as a whole: a decision about it does not depend on a record, and is remembered.
    pub fn room() -> Self {
        Resource::default()
    }

    /// The room as a whole, with what the detail should say was looked at.
    pub fn room_about(about: String) -> Self {
        Resource { about, ..Resource::default() }
    }

    /// A record of one State.
    pub fn of(owner: StateCode, about: String) -> Self {
        Resource { owner: Some(owner), about, ..Resource::default() }
    }

    fn depends_on_record(&self) -> bool {
        self.owner.is_some() || !self.status.is_empty() || self.author.is_some() || !self.within.is_empty()
    }
}

/// The policies or the schema cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("policies: {0}")]
pub struct PolicyError(pub String);

/// The policies in force.
pub struct Policy {
    authorizer: Authorizer,
    policies: PolicySet,
    schema: Schema,
    /// The schema's actions with their groups, so that a policy can speak of all that write.
    actions: Entities,
    text: String,
    version: [u8; 32],
    remembered: RwLock<HashMap<Key, bool>>,
}

#[derive(PartialEq, Eq, Hash)]
struct Key {
    person: Uuid,
    person_version: i64,
    action: &'static str,
    purpose: &'static str,
    factor: Factor,
    party: PartyKind,
    presides: bool,
    confined: String,
}

impl Policy {
    /// Reads and validates schema and policies.
    ///
    /// Errors: text that Cedar cannot parse, and policies that do not fit the schema.
    pub fn new(schema: &[PolicyText], policies: &[PolicyText]) -> Result<Self, PolicyError> {
        let join = |texts: &[PolicyText]| {
            texts.iter().map(|t| format!("// file: {}\n{}", t.file, t.text)).collect::<Vec<_>>().join("\n")
        };
        let schema_text = join(schema);
        let (schema, _warnings) =
            Schema::from_cedarschema_str(&schema_text).map_err(|error| PolicyError(error.to_string()))?;
        let policy_text = join(policies);
        let policies = PolicySet::from_str(&policy_text).map_err(|error| PolicyError(error.to_string()))?;
        let found = Validator::new(schema.clone()).validate(&policies, ValidationMode::Strict);
        if let Some(error) = found.validation_errors().next() {
            return Err(PolicyError(error.to_string()));
        }
        let text = format!("{schema_text}\n{policy_text}");
        let version = Sha256::digest(text.as_bytes()).into();
        let actions = schema.action_entities().map_err(|error| PolicyError(error.to_string()))?;
        let remembered = RwLock::default();
        Ok(Policy { authorizer: Authorizer::new(), policies, schema, actions, text, version, remembered })
    }

    /// Answers whether the caller may do `P` to the resource for their present purpose.
    pub fn allows<P: Permit>(&self, caller: &Caller, resource: &Resource) -> bool {
        if resource.depends_on_record() {
            return self.decide(P::ACTION, caller, resource).unwrap_or(false);
        }
        let key = Key {
            person: caller.person,
            person_version: caller.version,
            action: P::ACTION,
            purpose: caller.purpose.map_or("", |purpose| purpose.code()),
            factor: caller.factor,
            party: caller.party,
            presides: caller.presides,
            confined: caller.confined.clone(),
        };
        if let Some(known) = self.remembered.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return *known;
        }
        let decided = self.decide(P::ACTION, caller, resource).unwrap_or(false);
        let mut remembered = self.remembered.write().unwrap_or_else(PoisonError::into_inner);
        if remembered.len() >= REMEMBERED {
            remembered.clear();
        }
        remembered.insert(key, decided);
        decided
    }

    /// Answers the sentences of the policies by which the caller may do `P` to the resource; none where they may not.
    ///
    /// It is the question that decides, put once more: what it answers cannot differ from what was decided.
    pub fn reasons<P: Permit>(&self, caller: &Caller, resource: &Resource) -> Vec<String> {
        let Some(response) = self.ask(P::ACTION, caller, resource).filter(allowed) else { return Vec::new() };
        let sentence = |id| Some(self.policies.policy(id)?.annotation("id")?.to_owned());
        let mut sentences: Vec<String> = response.diagnostics().reason().filter_map(sentence).collect();
        sentences.sort();
        sentences
    }

    /// Answers whether every policy by which the caller may do `P` to the resource obliges the server to `what` first; never where they
    /// may not.
    pub fn obliges<P: Permit>(&self, caller: &Caller, resource: &Resource, what: &str) -> bool {
        let Some(response) = self.ask(P::ACTION, caller, resource).filter(allowed) else { return false };
        let mut reasons = response.diagnostics().reason().filter_map(|id| self.policies.policy(id)).peekable();
        reasons.peek().is_some() && reasons.all(|policy| policy.annotation(OBLIGES) == Some(what))
    }

    /// Answers the sentences of the policies that could permit an action to anybody and do not oblige the server to `what` first.
    pub fn permits_without(&self, action: &str, what: &str) -> Vec<String> {
        let Some(action) = uid("Action", action) else { return Vec::new() };
        let covers = |group: &EntityUid| *group == action || self.actions.is_ancestor_of(group, &action);
        let concerned = |policy: &&cedar_policy::Policy| match policy.action_constraint() {
            ActionConstraint::Any => true,
            ActionConstraint::Eq(one) => covers(&one),
            ActionConstraint::In(all) => all.iter().any(covers),
        };
        let permits = self.policies.policies().filter(|policy| policy.effect() == Effect::Permit);
        let silent = permits.filter(concerned).filter(|policy| policy.annotation(OBLIGES) != Some(what));
        let mut sentences: Vec<String> =
            silent.map(|policy| policy.annotation("id").unwrap_or_default().to_owned()).collect();
        sentences.sort();
        sentences
    }

    /// Answers the hash of all policies in force, which every line of the access log names.
    pub fn version(&self) -> [u8; 32] {
        self.version
    }

    /// Answers the whole text in force, as it is kept for whoever reads the log later.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Answers every action of the schema, sorted, for the test that holds permits and policies together.
    pub fn actions(&self) -> Vec<String> {
        let mut actions: Vec<String> =
            self.schema.actions().map(|action| action.id().unescaped().to_owned()).filter(|id| id != WRITES).collect();
        actions.sort();
        actions
    }

    /// Answers the actions that ask for a second factor because they change something, sorted.
    pub fn writing_actions(&self) -> Vec<String> {
        let group = uid("Action", WRITES);
        let writes = |action: &String| {
            let action = uid("Action", action);
            group
                .as_ref()
                .zip(action.as_ref())
                .is_some_and(|(group, action)| self.actions.is_ancestor_of(group, action))
        };
        self.actions().into_iter().filter(writes).collect()
    }

    /// Decides one question; `None` when it cannot even be put, which is a refusal.
    fn decide(&self, action: &str, caller: &Caller, resource: &Resource) -> Option<bool> {
        let response = self.ask(action, caller, resource)?;
        for error in response.diagnostics().errors() {
            tracing::error!(%error, action, "a policy could not be evaluated");
        }
        Some(allowed(&response))
    }

    /// Puts one question; `None` when it cannot be put.
    fn ask(&self, action: &str, caller: &Caller, resource: &Resource) -> Option<cedar_policy::Response> {
        let person = uid("Person", &caller.person.to_string())?;
        let thing = uid("Record", "this")?;
        let text = |value: &str| RestrictedExpression::new_string(value.to_owned());
        let state = |code: Option<StateCode>| text(code.as_ref().map_or("", StateCode::as_str));
        let subject = Entity::new(
            person.clone(),
            HashMap::from([
                ("state".into(), text(caller.state.as_str())),
                ("party".into(), text(caller.party.code())),
                ("confined".into(), text(&caller.confined)),
                ("presides".into(), RestrictedExpression::new_bool(caller.presides)),
                ("roles".into(), RestrictedExpression::new_set(caller.roles.iter().map(|role| text(role)))),
                ("active".into(), RestrictedExpression::new_bool(caller.active)),
                ("needs_passkey".into(), RestrictedExpression::new_bool(caller.needs == Factor::Passkey)),
            ]),
            HashSet::new(),
        )
        .ok()?;
        let object = Entity::new(
            thing.clone(),
            HashMap::from([
                ("owner".into(), state(resource.owner)),
                ("status".into(), text(resource.status)),
                ("author".into(), text(&resource.author.map_or(String::new(), |id| id.to_string()))),
                ("within".into(), text(&resource.within)),
                ("whole_room".into(), RestrictedExpression::new_bool(!resource.depends_on_record())),
            ]),
            HashSet::new(),
        )
        .ok()?;
        let context = Context::from_pairs([
            ("purpose".into(), text(caller.purpose.map_or("", |purpose| purpose.code()))),
            ("second_factor".into(), RestrictedExpression::new_bool(caller.factor.is_second())),
            ("factor".into(), text(caller.factor.code())),
        ])
        .ok()?;
        let entities = self.actions.clone().add_entities([subject, object], None).ok()?;
        let request = Request::new(person, uid("Action", action)?, thing, context, Some(&self.schema)).ok()?;
        Some(self.authorizer.is_authorized(&request, &self.policies, &entities))
    }
}

/// Answers what was decided. A policy that errs says nothing; a `forbid` that errs would thereby allow, so any error refuses.
fn allowed(response: &cedar_policy::Response) -> bool {
    let clean = response.diagnostics().errors().next().is_none();
    clean && response.decision() == cedar_policy::Decision::Allow
}

fn uid(kind: &str, id: &str) -> Option<EntityUid> {
    Some(EntityUid::from_type_name_and_id(EntityTypeName::from_str(kind).ok()?, EntityId::new(id)))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::access::Purpose;
    use crate::ground::{POLICIES, SCHEMA};
    use crate::identity::Via;

    crate::permit!(
        /// Stands for listing people.
        List = "people.list" in "base", for [Administration], class Personal, rate Look
    );
    crate::permit!(
        /// Stands for enrolling.
        Enrol = "people.enrol" in "base", for [Administration], class Personal, rate Write, writes
    );

    fn administrator() -> Caller {
        Caller {
            person: Uuid::from_u128(7),
            name: "Specimen".into(),
            state: "HND".parse().unwrap(),
            party: PartyKind::Member,
            confined: String::new(),
            presides: false,
            roles: vec!["state_administrator".into()],
            active: true,
            version: 1,
            post: None,
            post_name: None,
            factor: Factor::Code,
            needs: Factor::Code,
            purposes: vec![Purpose::Administration],
            purpose: Some(Purpose::Administration),
            session: Uuid::nil(),
            csrf: String::new(),
            via: Via::Page,
            language: None,
            zone: jiff::tz::TimeZone::UTC,
        }
    }

    fn policy() -> Policy {
        Policy::new(&[SCHEMA], &[POLICIES]).unwrap()
    }

    #[test]
    fn an_administrator_manages_their_own_people_only() {
        let policy = policy();
        let own = Resource::of("HND".parse().unwrap(), String::new());
        let foreign = Resource::of("GTM".parse().unwrap(), String::new());
        assert!(policy.allows::<Enrol>(&administrator(), &own));
        assert!(!policy.allows::<Enrol>(&administrator(), &foreign));
    }

    #[test]
    fn whoever_may_is_told_by_which_sentence_and_whoever_may_not_is_told_nothing() {
        let (policy, caller) = (policy(), administrator());
        let own = Resource::of("HND".parse().unwrap(), String::new());
        let reasons = policy.reasons::<Enrol>(&caller, &own);
        assert!(!reasons.is_empty() && reasons.iter().all(|sentence| policy.text().contains(sentence)), "{reasons:?}");
        let foreign = Resource::of("GTM".parse().unwrap(), String::new());
        assert_eq!(policy.reasons::<Enrol>(&caller, &foreign), Vec::<String>::new());
    }

    #[test]
    fn what_never_holds_is_refused_whatever_else_is_said() {
        let policy = policy();
        let room = Resource::room();
        assert!(policy.allows::<List>(&administrator(), &room));
        assert!(!policy.allows::<List>(&Caller { active: false, version: 2, ..administrator() }, &room));
        assert!(!policy.allows::<List>(&Caller { purpose: None, ..administrator() }, &room));
        let alone = Caller { factor: Factor::Password, ..administrator() };
        assert!(!policy.allows::<Enrol>(&alone, &room) && !policy.allows::<List>(&alone, &room), "not even a look");
        assert!(
            !policy.allows::<List>(&Caller { roles: vec!["delegate".into()], version: 3, ..administrator() }, &room)
        );
    }

    #[test]
    fn a_role_that_asks_for_a_passkey_gets_nothing_without_one() {
        let (policy, room) = (policy(), Resource::room());
        let asked = |factor| Caller { needs: Factor::Passkey, factor, ..administrator() };
        assert!(policy.allows::<List>(&asked(Factor::Passkey), &room));
        assert!(policy.allows::<Enrol>(&asked(Factor::Passkey), &room));
        for less in [Factor::Code, Factor::Password] {
            assert!(!policy.allows::<List>(&asked(less), &room), "not even a look on a {}", less.code());
        }
    }

    #[test]
    fn a_policy_can_ask_for_a_passkey_for_one_act() {
        let stricter = PolicyText {
            file: "stricter",
            text: "forbid (principal, action == Action::\"people.enrol\", resource) unless { context.factor == \"passkey\" };",
        };
        let (policy, room) = (Policy::new(&[SCHEMA], &[POLICIES, stricter]).unwrap(), Resource::room());
        let with = |factor| Caller { factor, ..administrator() };
        assert!(policy.allows::<List>(&with(Factor::Code), &room));
        assert!(!policy.allows::<Enrol>(&with(Factor::Code), &room));
        assert!(policy.allows::<Enrol>(&with(Factor::Passkey), &room));
    }

    #[test]
    fn a_policy_outside_the_schema_is_not_taken() {
        let planted =
            PolicyText { file: "planted", text: "permit (principal, action == Action::\"people.sell\", resource);" };
        assert!(Policy::new(&[SCHEMA], &[POLICIES, planted]).is_err());
    }
}
