//! Signin.
//!
//! Generated from botocore 1.44.8 by `cargo xtask generate`; do not edit.

use crate::operation::{Operation, Protocol, Service};
use crate::shape::{Location, Member, Shape};

/// The service.
pub static SERVICE: Service = Service {
    name: "signin",
    id: "Signin",
    version: "2023-01-01",
    endpoint_prefix: "signin",
    signing_name: "signin",
    protocol: Protocol::RestJson,
    operations: OPERATIONS,
};

static OPERATIONS: &[&Operation] = &[&CREATE_O_AUTH2_TOKEN];

/// `CreateOAuth2Token`.
pub static CREATE_O_AUTH2_TOKEN: Operation = Operation {
    name: "CreateOAuth2Token",
    service: &SERVICE,
    method: "POST",
    path: "/v1/token",
    input: Some(&CREATE_O_AUTH2_TOKEN_REQUEST),
    output: Some(&CREATE_O_AUTH2_TOKEN_RESPONSE),
    errors: &[
        &TOO_MANY_REQUESTS_ERROR,
        &INTERNAL_SERVER_EXCEPTION,
        &VALIDATION_EXCEPTION,
        &ACCESS_DENIED_EXCEPTION,
    ],
    pages: None,
    is_signed: false,
};

static ACCESS_DENIED_EXCEPTION: Shape = Shape::structure(
    "AccessDeniedException",
    &[
        Member::required("error", &O_AUTH2_ERROR_CODE),
        Member::required("message", &STRING),
    ],
);

static ACCESS_TOKEN: Shape = Shape::structure(
    "AccessToken",
    &[
        Member::required("accessKeyId", &STRING),
        Member::required("secretAccessKey", &STRING),
        Member::required("sessionToken", &STRING),
    ],
);

static AUTHORIZATION_CODE: Shape = Shape::string("AuthorizationCode").at_least(1).at_most(512);

static CLIENT_ID: Shape = Shape::matching("ClientId", "arn:aws:signin:::devtools/(cross-device|same-device)");

static CODE_VERIFIER: Shape = Shape::matching("CodeVerifier", r"[A-Za-z0-9\-._~]+")
    .at_least(43)
    .at_most(128);

static CREATE_O_AUTH2_TOKEN_REQUEST: Shape = Shape::structure(
    "CreateOAuth2TokenRequest",
    &[Member::required("tokenInput", &CREATE_O_AUTH2_TOKEN_REQUEST_BODY).at(Location::Payload)],
);

static CREATE_O_AUTH2_TOKEN_REQUEST_BODY: Shape = Shape::structure(
    "CreateOAuth2TokenRequestBody",
    &[
        Member::required("clientId", &CLIENT_ID),
        Member::required("grantType", &GRANT_TYPE),
        Member::optional("code", &AUTHORIZATION_CODE),
        Member::optional("redirectUri", &REDIRECT_URI),
        Member::optional("codeVerifier", &CODE_VERIFIER),
        Member::optional("refreshToken", &REFRESH_TOKEN),
    ],
);

static CREATE_O_AUTH2_TOKEN_RESPONSE: Shape = Shape::structure(
    "CreateOAuth2TokenResponse",
    &[Member::required("tokenOutput", &CREATE_O_AUTH2_TOKEN_RESPONSE_BODY).at(Location::Payload)],
);

static CREATE_O_AUTH2_TOKEN_RESPONSE_BODY: Shape = Shape::structure(
    "CreateOAuth2TokenResponseBody",
    &[
        Member::required("accessToken", &ACCESS_TOKEN),
        Member::required("tokenType", &TOKEN_TYPE),
        Member::required("expiresIn", &EXPIRES_IN),
        Member::required("refreshToken", &REFRESH_TOKEN),
        Member::optional("idToken", &ID_TOKEN),
    ],
);

static EXPIRES_IN: Shape = Shape::integer("ExpiresIn").at_least(1).at_most(900);

static GRANT_TYPE: Shape = Shape::matching("GrantType", "(authorization_code|refresh_token)");

static ID_TOKEN: Shape = Shape::string("IdToken").at_least(1).at_most(4096);

static INTERNAL_SERVER_EXCEPTION: Shape = Shape::structure(
    "InternalServerException",
    &[
        Member::required("error", &O_AUTH2_ERROR_CODE),
        Member::required("message", &STRING),
    ],
);

static O_AUTH2_ERROR_CODE: Shape = Shape::choice(
    "OAuth2ErrorCode",
    &[
        "TOKEN_EXPIRED",
        "USER_CREDENTIALS_CHANGED",
        "INSUFFICIENT_PERMISSIONS",
        "AUTHCODE_EXPIRED",
        "server_error",
        "INVALID_REQUEST",
        "RESOURCE_NOT_FOUND",
        "CONFLICT",
        "SERVICE_QUOTA_EXCEEDED",
        "unsupported_grant_type",
        "invalid_request",
        "invalid_grant",
        "invalid_scope",
        "invalid_target",
        "invalid_client",
        "rate_exceeded",
        "service_unavailable",
    ],
);

static REDIRECT_URI: Shape = Shape::string("RedirectUri").at_least(1).at_most(2048);

static REFRESH_TOKEN: Shape = Shape::string("RefreshToken").at_least(1).at_most(12288);

static STRING: Shape = Shape::string("String");

static TOKEN_TYPE: Shape = Shape::matching("TokenType", "aws_sigv4");

static TOO_MANY_REQUESTS_ERROR: Shape = Shape::structure(
    "TooManyRequestsError",
    &[
        Member::required("error", &O_AUTH2_ERROR_CODE),
        Member::required("message", &STRING),
    ],
);

static VALIDATION_EXCEPTION: Shape = Shape::structure(
    "ValidationException",
    &[
        Member::required("error", &O_AUTH2_ERROR_CODE),
        Member::required("message", &STRING),
    ],
);
