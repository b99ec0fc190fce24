namespace SaaSChat.Infrastructure.Accounts.External;

/// <summary>An external sign-in that ends here. The detail is for the log: never a token, a code or anything about the person.</summary>
public sealed class ExternalSignInException(ExternalProblem problem, string detail, Exception? cause = null) : Exception(detail, cause)
{
    public ExternalProblem Problem { get; } = problem;
}

/// <summary>What the person is told.</summary>
public enum ExternalProblem
{
    /// <summary>They, or the provider on their behalf, said no.</summary>
    Denied,

    /// <summary>It took too long, was used before, or began in another browser.</summary>
    Expired,

    /// <summary>The provider did not answer, or not in a way that can be trusted.</summary>
    Failed,

    /// <summary>The account of theirs may not be used.</summary>
    Refused,

    /// <summary>They sent a password to a site that uses none.</summary>
    NoPasswords,

    /// <summary>What they would link is somebody else's here.</summary>
    Taken,
}
