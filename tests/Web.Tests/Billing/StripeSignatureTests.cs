using System.Text;
using System.Text.Json;
using SaaSChat.Infrastructure.Billing.Simulated;
using SaaSChat.Infrastructure.Billing.Stripe;
using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Tests.Stripe;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>Only whoever has the secret can tell us of money.</summary>
public sealed class StripeSignatureTests
{
    private const string Secret = "whsec_b3VyIG93biBzZWNyZXQ";
    private const string Old = "whsec_dGhlIG9uZSBiZWZvcmU";

    private static readonly DateTime Now = new(2026, 11, 26, 12, 0, 0, DateTimeKind.Utc);
    private static readonly long Seconds = new DateTimeOffset(Now).ToUnixTimeSeconds();
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{ "id": "evt_1",  "amount": 499, "name": "سارة" }""");

    [Fact]
    public void Announcement_that_Stripe_signed_is_good() => Assert.True(IsGood(Webhooks.Sign(Body, Secret, Seconds)));

    [Fact]
    public void What_we_sign_is_what_Stripe_would_sign() => Assert.Equal(Webhooks.Sign(Body, Secret, Seconds), StripeSignature.Sign(Body, Secret, Now));

    [Theory]
    [InlineData(-300, true)]
    [InlineData(300, true)]
    [InlineData(-301, false)]
    [InlineData(301, false)]
    public void Announcement_is_good_for_five_minutes_both_ways(int off, bool good) => Assert.Equal(good, IsGood(Webhooks.Sign(Body, Secret, Seconds + off)));

    [Fact]
    public void Secret_that_is_being_changed_leaves_both_hashes_to_choose_from()
    {
        var (byOld, byNew) = (Webhooks.Sign(Body, Old, Seconds), Webhooks.Sign(Body, Secret, Seconds));

        Assert.False(IsGood(byOld));
        Assert.True(IsGood($"{byOld},{byNew.Split(',')[1]}"));
        Assert.True(IsGood($"{byNew},{byOld.Split(',')[1]}"));
    }

    [Fact]
    public void Announcement_whose_bytes_were_changed_is_not_good()
    {
        var header = Webhooks.Sign(Body, Secret, Seconds);

        for (var at = 0; at < Body.Length; at++)
        {
            byte[] changed = [.. Body];
            changed[at] ^= 1;
            Assert.False(StripeSignature.IsGood(changed, header, Secret, Now));
        }
    }

    [Fact]
    public void Body_that_was_written_anew_is_not_the_one_that_was_signed()
    {
        var anew = JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize<JsonElement>(Body));

        Assert.False(StripeSignature.IsGood(anew, Webhooks.Sign(Body, Secret, Seconds), Secret, Now));
    }

    [Fact]
    public void Older_scheme_counts_for_nothing() => Assert.False(IsGood(Webhooks.Sign(Body, Secret, Seconds).Replace("v1=", "v0=", StringComparison.Ordinal)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("t=,v1=")]
    [InlineData("v1=00")]
    [InlineData("t=1764158400")]
    [InlineData("t=now,v1=00")]
    [InlineData("t=-1,v1=00")]
    [InlineData("t=99999999999999999999,v1=00")]
    [InlineData("nonsense")]
    public void Header_without_a_hash_and_a_time_is_not_good(string? header) => Assert.False(IsGood(header));

    [Fact]
    public void Second_time_in_a_header_makes_it_worthless() => Assert.False(IsGood($"t=1,{Webhooks.Sign(Body, Secret, Seconds)}"));

    [Fact]
    public void Huge_header_is_not_read() => Assert.False(IsGood(Webhooks.Sign(Body, Secret, Seconds) + string.Concat(Enumerable.Repeat(",v1=00", 1000))));

    [Fact]
    public void Empty_secret_lets_nobody_in() => Assert.False(StripeSignature.IsGood(Body, Webhooks.Sign(Body, "", Seconds), "", Now));

    [Fact]
    public void What_the_simulated_gateway_tells_is_read_as_what_Stripe_tells()
    {
        foreach (var type in StripeEvents.Types)
        {
            var said = new GatewayEvent("evt_1", type, "pi_1", Now, IsLive: false);
            Assert.Equal(said, StripeEvents.Read(SimulatedWebhooks.BodyOf(said)));
        }
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"object":"event","id":"evt_1","type":"charge.refunded","created":1,"livemode":"false","data":{"object":{"id":"ch_1"}}}""")]
    [InlineData("""{"object":"event","id":"evt_1","type":"charge.refunded","created":1,"livemode":false,"data":{"object":[]}}""")]
    [InlineData("""{"object":"event","id":"evt_1","type":"charge.refunded","created":99999999999999,"livemode":false,"data":{"object":{"id":"ch_1"}}}""")]
    public void Body_that_is_no_event_is_none(string body) => Assert.Null(StripeEvents.Read(Encoding.UTF8.GetBytes(body)));

    private static bool IsGood(string? header) => StripeSignature.IsGood(Body, header, Secret, Now);
}
