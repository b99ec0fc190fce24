using SaaSChat.Domain.Accounts;

namespace SaaSChat.Domain.Tests.Accounts;

public sealed class RecoveryCodeTests
{
    private static readonly Guid Sara = Guid.NewGuid();

    [Fact]
    public void A_code_is_readable_and_only_its_hash_is_kept()
    {
        var (kept, code) = RecoveryCode.Make(Sara);

        Assert.Matches("^([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}$", code);
        Assert.Equal(RecoveryCode.HashOf(Sara, code), kept.Hash);
        Assert.Equal(RecoveryCode.HashOf(Sara, $" {code.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()} "), kept.Hash);
    }

    [Fact]
    public void The_same_code_of_another_person_is_another_hash() =>
        Assert.NotEqual(RecoveryCode.HashOf(Sara, "ABCD"), RecoveryCode.HashOf(Guid.NewGuid(), "ABCD"));
}
