//! The API described for machines, and on a page of our own for people.

use utoipa::OpenApi;
use utoipa::openapi::OpenApi as Document;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};

use super::{Problem, ProblemFault};
use crate::ground::HousePlan;

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
    document.merge(crate::operation::api());
    document.merge(crate::oversight::api());
    for plan in plans {
        document.merge((plan.api)());
    }
    let bearer = SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build());
    document.components.get_or_insert_default().add_security_scheme("token", bearer);
    document
}
