using SaaSChat.Domain.Billing.Gateway;
using SaaSChat.Infrastructure.Billing.Simulated;
using SaaSChat.Tests.Stripe;

namespace SaaSChat.Web.Tests.Billing;

/// <summary>Development's gateway, and the buttons of its pages.</summary>
internal sealed class SimulatedTill : Till
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("saaschat-payments-");
    private readonly SimulatedPeople _people;

    public SimulatedTill()
    {
        var books = new SimulatedBooks(Path.Combine(_folder.FullName, "payments.json"));
        _people = new SimulatedPeople(books, TimeProvider.System);
        Gateway = new SimulatedGateway(books, _people, TimeProvider.System);
    }

    public override IPaymentGateway Gateway { get; }

    public override Task PayAsync(HostedCheckout checkout, CardMood mood = CardMood.Works) => Do(() => _people.Pay(checkout.Id, MoodOf(mood)));

    public override Task AuthenticateAsync(HostedCheckout checkout, bool confirmed) => Do(() => _people.Authenticate(checkout.Id, confirmed));

    public override Task PayLaterAsync(HostedCheckout checkout) => Do(() => _people.PayLater(checkout.Id));

    public override Task ArriveAsync(HostedCheckout checkout, bool paid) => Do(() => _people.Arrive(_people.TryCheckout(checkout.Id)!.Told.PaymentId!, paid));

    public override Task<string> SaveCardAsync(string customerId, CardMood mood) => Task.FromResult(_people.SaveCard(customerId, MoodOf(mood)));

    public override Task ChangeCardAsync(string cardId, CardMood mood) => Do(() => _people.ChangeCard(cardId, MoodOf(mood)));

    public override Task DisputeAsync(string paymentId) => Do(() => _people.Dispute(paymentId));

    public override Task DecideAsync(string paymentId, bool won) => Do(() => _people.Decide(paymentId, won));

    public override Task RenewAsync(string subscriptionId) => Do(() => _people.Renew(subscriptionId));

    public override ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static SimulatedMood MoodOf(CardMood mood) => Enum.Parse<SimulatedMood>(mood.ToString());

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
