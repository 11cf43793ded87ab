//! SSO OIDC.
//!
//! Generated from botocore 1.44.8 by `cargo xtask generate`; do not edit.

use crate::operation::{Operation, Protocol, Service};
use crate::shape::{Member, Shape};

/// The service.
pub static SERVICE: Service = Service {
    name: "sso-oidc",
    id: "SSO OIDC",
    version: "2019-06-10",
    endpoint_prefix: "oidc",
    signing_name: "sso-oauth",
    protocol: Protocol::RestJson,
    operations: OPERATIONS,
};

static OPERATIONS: &[&Operation] = &[&CREATE_TOKEN];

/// `CreateToken`.
pub static CREATE_TOKEN: Operation = Operation {
    name: "CreateToken",
    service: &SERVICE,
    method: "POST",
    path: "/token",
    input: Some(&CREATE_TOKEN_REQUEST),
    output: Some(&CREATE_TOKEN_RESPONSE),
    errors: &[
        &INVALID_REQUEST_EXCEPTION,
        &INVALID_CLIENT_EXCEPTION,
        &INVALID_GRANT_EXCEPTION,
        &UNAUTHORIZED_CLIENT_EXCEPTION,
        &UNSUPPORTED_GRANT_TYPE_EXCEPTION,
        &INVALID_SCOPE_EXCEPTION,
        &AUTHORIZATION_PENDING_EXCEPTION,
        &SLOW_DOWN_EXCEPTION,
        &ACCESS_DENIED_EXCEPTION,
        &EXPIRED_TOKEN_EXCEPTION,
        &INTERNAL_SERVER_EXCEPTION,
    ],
    pages: None,
    is_signed: false,
};

static ACCESS_DENIED_EXCEPTION: Shape = Shape::structure(
    "AccessDeniedException",
    &[
        Member::optional("error", &ERROR),
        Member::optional("reason", &ACCESS_DENIED_EXCEPTION_REASON),
        Member::optional("error_description", &ERROR_DESCRIPTION),
    ],
);

static ACCESS_DENIED_EXCEPTION_REASON: Shape =
    Shape::choice("AccessDeniedExceptionReason", &["KMS_AccessDeniedException"]);

static ACCESS_TOKEN: Shape = Shape::string("AccessToken");

static AUTH_CODE: Shape = Shape::string("AuthCode");

static AUTHORIZATION_PENDING_EXCEPTION: Shape = Shape::structure(
    "AuthorizationPendingException",
    &[
        Member::optional("error", &ERROR),
        Member::optional("error_description", &ERROR_DESCRIPTION),
    ],
);

static CLIENT_ID: Shape = Shape::string("ClientId");

static CLIENT_SECRET: Shape = Shape::string("ClientSecret");

static CODE_VERIFIER: Shape = Shape::string("CodeVerifier");

static CREATE_TOKEN_REQUEST: Shape = Shape::structure(
    "CreateTokenRequest",
    &[
        Member::required("clientId", &CLIENT_ID),
        Member::required("clientSecret", &CLIENT_SECRET),
        Member::required("grantType", &GRANT_TYPE),
        Member::optional("deviceCode", &DEVICE_CODE),
        Member::optional("code", &AUTH_CODE),
        Member::optional("refreshToken", &REFRESH_TOKEN),
        Member::optional("scope", &SCOPES),
        Member::optional("redirectUri", &URI),
        Member::optional("codeVerifier", &CODE_VERIFIER),
    ],
);

static CREATE_TOKEN_RESPONSE: Shape = Shape::structure(
    "CreateTokenResponse",
    &[
        Member::optional("accessToken", &ACCESS_TOKEN),
        Member::optional("tokenType", &TOKEN_TYPE),
        Member::optional("expiresIn", &EXPIRATION_IN_SECONDS),
        Member::optional("refreshToken", &REFRESH_TOKEN),
        Member::optional("idToken", &ID_TOKEN),
    ],
);

static DEVICE_CODE: Shape = Shape::string("DeviceCode");

static ERROR: Shape = Shape::string("Error");

static ERROR_DESCRIPTION: Shape = Shape::string("ErrorDescription");

static EXPIRATION_IN_SECONDS: Shape = Shape::integer("ExpirationInSeconds");

static EXPIRED_TOKEN_EXCEPTION: Shape = Shape::structure(
    "ExpiredTokenException",
    &[
        Member::optional("error", &ERROR),
        Member::optional("error_description", &ERROR_DESCRIPTION),
    ],
);

static GRANT_TYPE: Shape = Shape::string("GrantType");

static ID_TOKEN: Shape = Shape::string("IdToken");

static INTERNAL_SERVER_EXCEPTION: Shape = Shape::structure(
    "InternalServerException",
    &[
        Member::optional("error", &ERROR),
        Member::optional("error_description", &ERROR_DESCRIPTION),
    ],
);

static INVALID_CLIENT_EXCEPTION: Shape = Shape::structure(
    "InvalidClientException",
    &[
        Member::optional("error", &ERROR),
        Member::optional("error_description", &ERROR_DESCRIPTION),
    ],
);

static INVALID_GRANT_EXCEPTION: Shape = Shape::structure(
    "InvalidGrantException",
    &[
        Member::optional("error", &ERROR),
        Member::optional("error_description", &ERROR_DESCRIPTION),
    ],
);

static INVALID_REQUEST_EXCEPTION: Shape = Shape::structure(
    "InvalidRequestException",
    &[
        Member::optional("error", &ERROR),
        Member::optional("reason", &INVALID_REQUEST_EXCEPTION_REASON),
        Member::optional("error_description", &ERROR_DESCRIPTION),
    ],
);

static INVALID_REQUEST_EXCEPTION_REASON: Shape = Shape::choice(
    "InvalidRequestExceptionReason",
    &[
        "KMS_NotFoundException",
        "KMS_InvalidKeyUsageException",
        "KMS_InvalidStateException",
        "KMS_DisabledException",
    ],
);

static INVALID_SCOPE_EXCEPTION: Shape = Shape::structure(
    "InvalidScopeException",
    &[
        Member::optional("error", &ERROR),
        Member::optional("error_description", &ERROR_DESCRIPTION),
    ],
);

static REFRESH_TOKEN: Shape = Shape::string("RefreshToken");

static SCOPE: Shape = Shape::string("Scope");

static SCOPES: Shape = Shape::list("Scopes", &SCOPE);

static SLOW_DOWN_EXCEPTION: Shape = Shape::structure(
    "SlowDownException",
    &[
        Member::optional("error", &ERROR),
        Member::optional("error_description", &ERROR_DESCRIPTION),
    ],
);

static TOKEN_TYPE: Shape = Shape::string("TokenType");

static URI: Shape = Shape::string("URI");

static UNAUTHORIZED_CLIENT_EXCEPTION: Shape = Shape::structure(
    "UnauthorizedClientException",
    &[
        Member::optional("error", &ERROR),
        Member::optional("error_description", &ERROR_DESCRIPTION),
    ],
);

static UNSUPPORTED_GRANT_TYPE_EXCEPTION: Shape = Shape::structure(
    "UnsupportedGrantTypeException",
    &[
        Member::optional("error", &ERROR),
        Member::optional("error_description", &ERROR_DESCRIPTION),
    ],
);
