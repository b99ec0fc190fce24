using System.Diagnostics.CodeAnalysis;
using SaaSChat.Domain.Usage;

namespace SaaSChat.Infrastructure.Usage;

/// <summary>An open call with its terms, or why there is none.</summary>
public sealed record CallAnswer(OpenCall? Call, CallQuote? Quote, CallRefusal? Refusal)
{
    [MemberNotNullWhen(true, nameof(Call), nameof(Quote)), MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsOpen => Refusal is null;

    public static CallAnswer Opened(OpenCall call, CallQuote quote) => new(call, quote, null);

    public static CallAnswer Refused(CallRefusal refusal) => new(null, null, refusal);
}
