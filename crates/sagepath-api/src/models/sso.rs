//! SSO.
//!
//! Generated from botocore 1.44.8 by `cargo xtask generate`; do not edit.

use crate::operation::{Operation, Protocol, Service};
use crate::shape::{Location, Member, Shape};

/// The service.
pub static SERVICE: Service = Service {
    name: "sso",
    id: "SSO",
    version: "2019-06-10",
    endpoint_prefix: "portal.sso",
    signing_name: "awsssoportal",
    protocol: Protocol::RestJson,
    operations: OPERATIONS,
};

static OPERATIONS: &[&Operation] = &[&GET_ROLE_CREDENTIALS];

/// `GetRoleCredentials`.
pub static GET_ROLE_CREDENTIALS: Operation = Operation {
    name: "GetRoleCredentials",
    service: &SERVICE,
    method: "GET",
    path: "/federation/credentials",
    input: Some(&GET_ROLE_CREDENTIALS_REQUEST),
    output: Some(&GET_ROLE_CREDENTIALS_RESPONSE),
    errors: &[
        &INVALID_REQUEST_EXCEPTION,
        &UNAUTHORIZED_EXCEPTION,
        &TOO_MANY_REQUESTS_EXCEPTION,
        &RESOURCE_NOT_FOUND_EXCEPTION,
    ],
    pages: None,
    is_signed: false,
};

static ACCESS_KEY_TYPE: Shape = Shape::string("AccessKeyType");

static ACCESS_TOKEN_TYPE: Shape = Shape::string("AccessTokenType");

static ACCOUNT_ID_TYPE: Shape = Shape::string("AccountIdType");

static ERROR_DESCRIPTION: Shape = Shape::string("ErrorDescription");

static EXPIRATION_TIMESTAMP_TYPE: Shape = Shape::integer("ExpirationTimestampType");

static GET_ROLE_CREDENTIALS_REQUEST: Shape = Shape::structure(
    "GetRoleCredentialsRequest",
    &[
        Member::required("roleName", &ROLE_NAME_TYPE).at(Location::Query("role_name")),
        Member::required("accountId", &ACCOUNT_ID_TYPE).at(Location::Query("account_id")),
        Member::required("accessToken", &ACCESS_TOKEN_TYPE).at(Location::Header("x-amz-sso_bearer_token")),
    ],
);

static GET_ROLE_CREDENTIALS_RESPONSE: Shape = Shape::structure(
    "GetRoleCredentialsResponse",
    &[Member::optional("roleCredentials", &ROLE_CREDENTIALS)],
);

static INVALID_REQUEST_EXCEPTION: Shape = Shape::structure(
    "InvalidRequestException",
    &[Member::optional("message", &ERROR_DESCRIPTION)],
);

static RESOURCE_NOT_FOUND_EXCEPTION: Shape = Shape::structure(
    "ResourceNotFoundException",
    &[Member::optional("message", &ERROR_DESCRIPTION)],
);

static ROLE_CREDENTIALS: Shape = Shape::structure(
    "RoleCredentials",
    &[
        Member::optional("accessKeyId", &ACCESS_KEY_TYPE),
        Member::optional("secretAccessKey", &SECRET_ACCESS_KEY_TYPE),
        Member::optional("sessionToken", &SESSION_TOKEN_TYPE),
        Member::optional("expiration", &EXPIRATION_TIMESTAMP_TYPE),
    ],
);

static ROLE_NAME_TYPE: Shape = Shape::string("RoleNameType");

static SECRET_ACCESS_KEY_TYPE: Shape = Shape::string("SecretAccessKeyType");

static SESSION_TOKEN_TYPE: Shape = Shape::string("SessionTokenType");

static TOO_MANY_REQUESTS_EXCEPTION: Shape = Shape::structure(
    "TooManyRequestsException",
    &[Member::optional("message", &ERROR_DESCRIPTION)],
);

static UNAUTHORIZED_EXCEPTION: Shape = Shape::structure(
    "UnauthorizedException",
    &[Member::optional("message", &ERROR_DESCRIPTION)],
);
