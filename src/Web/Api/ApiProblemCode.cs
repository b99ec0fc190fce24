namespace SaaSChat.Web.Api;

/// <summary>Why a program's call was refused, by a name that it can rely on: written like too_many_requests, worded as Errors.Api.TooManyRequests.</summary>
internal enum ApiProblemCode
{
    BadRequest,
    InvalidQuery,
    InvalidBody,
    MissingFormToken,
    MissingKey,
    InvalidKey,
    Forbidden,
    InsufficientScope,
    Banned,
    NotFound,
    MethodNotAllowed,
    RequestTimeout,
    TooLarge,
    UnsupportedMediaType,
    TooManyRequests,
    AddressNotConfirmed,
    ClaimsSwitchedOff,
    ClaimedAlready,
    NoSuchPerson,
    BalanceOutOfReach,
    LastAdmin,
    Refused,
    Failed,
    Unavailable,
}
