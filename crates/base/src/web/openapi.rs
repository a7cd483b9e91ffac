//! The API described for machines, and on a page of our own for people.
//!
//! What holds for every call that is guarded is said here once, for each of them: the token, the purpose, and what any of
//! them may be refused with. An operation says what is its own.

use std::collections::BTreeMap;

use utoipa::OpenApi;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{KnownFormat, Object, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{Content, OpenApi as Document, Ref, RefOr, Required, Response};

use super::edge::PURPOSE_HEADER;
use super::{Problem, ProblemFault, Refusal};
use crate::access::Purpose;
use crate::ground::HousePlan;

/// The name under which a call says that it carries a token.
const TOKEN: &str = "token";

const PROBLEM: &str = "application/problem+json";

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Puebla",
        description = "The API of a Virtual Secretariat. Every call carries a bearer token and, in the header \
                       `Puebla-Purpose`, the purpose for which it looks. Errors are problem+json (RFC 9457)."
    ),
    components(schemas(Problem, ProblemFault))
)]
struct Base;

/// Answers the OpenAPI document of base with the parts of every house.
pub fn api_document(plans: &[HousePlan]) -> Document {
    let mut document = Base::openapi();
    document.merge(crate::about::api());
    document.merge(crate::identity::api());
    document.merge(crate::operation::api());
    document.merge(crate::oversight::api());
    for room in plans.iter().flat_map(|plan| plan.rooms) {
        document.merge((room.api)());
    }
    for item in document.paths.paths.values_mut() {
        let operations = [&mut item.get, &mut item.post, &mut item.put, &mut item.patch, &mut item.delete];
        operations.into_iter().flatten().for_each(complete);
    }
    let components = document.components.get_or_insert_default();
    merge_parts(&mut components.schemas);
    components.schemas.values_mut().for_each(bound_counts);
    let bearer = SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build());
    components.add_security_scheme(TOKEN, bearer);
    document
}

/// Adds to an operation what holds for every one that is guarded; one that says it needs no token stays as it is.
fn complete(operation: &mut Operation) {
    let open = vec![SecurityRequirement::default()];
    if operation.security == Some(open) {
        return;
    }
    operation.security = Some(vec![SecurityRequirement::new(TOKEN, Vec::<String>::new())]);
    operation.parameters.get_or_insert_default().push(RefOr::T(purpose()));
    let responses = &mut operation.responses.responses;
    for (refusal, description) in refusals(operation.request_body.is_some()) {
        let status = refusal.status().as_str().to_owned();
        responses.entry(status).or_insert_with(|| RefOr::T(Response::new(description)));
    }
    for (status, response) in responses {
        if let (true, RefOr::T(response)) = (status.starts_with(['4', '5']), response) {
            response.content.clear();
            response.content.insert(PROBLEM.to_owned(), RefOr::T(Content::new(Some(Ref::from_schema_name("Problem")))));
        }
    }
}

/// Writes a form that consists of others, as `flatten` makes them, as one: a part that takes no further fields would
/// otherwise refuse those of its neighbours.
fn merge_parts(schemas: &mut BTreeMap<String, RefOr<Schema>>) {
    let known = schemas.clone();
    let object = |part: &RefOr<Schema>| match part {
        RefOr::T(Schema::Object(object)) => Some(object.clone()),
        RefOr::Ref(to) => match known.get(to.ref_location.rsplit('/').next()?) {
            Some(RefOr::T(Schema::Object(object))) => Some(object.clone()),
            _ => None,
        },
        RefOr::T(_) => None,
    };
    for schema in schemas.values_mut() {
        let RefOr::T(Schema::AllOf(parts)) = schema else { continue };
        let Some(objects) = parts.items.iter().map(object).collect::<Option<Vec<Object>>>() else { continue };
        let mut whole = Object::with_type(Type::Object);
        whole.description = parts.description.clone();
        for part in objects {
            whole.properties.extend(part.properties);
            whole.required.extend(part.required);
        }
        *schema = RefOr::T(Schema::Object(whole));
    }
}

/// Says how far a count without a sign goes: `int32`, which the derive writes of it, ends at half of what is taken.
fn bound_counts(schema: &mut RefOr<Schema>) {
    let RefOr::T(Schema::Object(object)) = schema else { return };
    object.properties.values_mut().for_each(bound_counts);
    let is_narrow = object.format == Some(SchemaFormat::KnownFormat(KnownFormat::Int32));
    if is_narrow && object.minimum.as_ref().is_some_and(|least| *least == 0.0.into()) {
        object.format = Some(SchemaFormat::KnownFormat(KnownFormat::Int64));
        object.maximum.get_or_insert(u32::MAX.into());
    }
}

fn purpose() -> Parameter {
    let codes = ObjectBuilder::new().schema_type(Type::String).enum_values(Some(Purpose::ALL.map(Purpose::code)));
    ParameterBuilder::new()
        .name(PURPOSE_HEADER)
        .parameter_in(ParameterIn::Header)
        .required(Required::True)
        .description(Some("For which purpose the call looks: one of the token's"))
        .schema(Some(codes))
        .build()
}

/// What any guarded operation may be refused with, and one that takes a body.
fn refusals(with_body: bool) -> Vec<(Refusal, &'static str)> {
    let mut all = vec![
        (Refusal::SignIn, "No token, or one that has ended"),
        (Refusal::NotFound, "Nothing here for this caller"),
        (Refusal::ChoosePurpose, "No purpose, or something sent that cannot be used; `errors` says what"),
        (Refusal::TooOften { after_s: 0 }, "Too many calls; the header Retry-After says how long to wait"),
        (Refusal::Fault(String::new()), "A fault of the server, recorded under the id that `detail` names"),
        (Refusal::Busy, "Too much is waiting, or the access log cannot be written; nothing was done"),
        (Refusal::Full, "The disk is full; nothing was stored"),
    ];
    if with_body {
        all.push((Refusal::TooLarge { limit_bytes: 0 }, "The body is too large"));
        all.push((Refusal::MediaType, "The body has another media type than the ones named"));
    }
    all
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_count_without_a_sign_is_described_as_far_as_it_is_taken() {
        #[derive(utoipa::ToSchema)]
        #[allow(dead_code, reason = "only its description is read")]
        struct Counted {
            seen: u32,
            told: Option<u32>,
            below: i32,
        }
        let mut schema = <Counted as utoipa::PartialSchema>::schema();
        bound_counts(&mut schema);
        let told = serde_json::to_value(schema).unwrap();
        for name in ["seen", "told"] {
            let (format, most) = (&told["properties"][name]["format"], &told["properties"][name]["maximum"]);
            assert_eq!((format, most), (&"int64".into(), &u32::MAX.into()), "{name}");
        }
        assert_eq!(told["properties"]["below"]["format"], "int32");
    }

    #[test]
    fn every_operation_says_what_it_needs_and_what_it_may_be_refused_with() {
        let document = serde_json::to_value(api_document(&[])).unwrap();
        let operations: Vec<&serde_json::Value> = document["paths"]
            .as_object()
            .unwrap()
            .values()
            .flat_map(|item| item.as_object().unwrap().values())
            .collect();
        let guarded = |operation: &&&serde_json::Value| operation["security"] == serde_json::json!([{ "token": [] }]);
        assert_eq!(operations.len() - operations.iter().filter(guarded).count(), 1, "all but the description itself");
        for operation in operations.iter().filter(guarded) {
            let parameters = operation["parameters"].as_array().unwrap();
            assert!(
                parameters.iter().any(|one| one["name"] == PURPOSE_HEADER && one["required"] == true),
                "{operation}"
            );
            for status in ["401", "404", "422", "429", "500", "503", "507"] {
                let problem = &operation["responses"][status]["content"][PROBLEM]["schema"]["$ref"];
                assert_eq!(problem, "#/components/schemas/Problem", "{status} of {operation}");
            }
        }
    }
}
