using System.Net;
using System.Net.Mime;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using SaaSChat.Tests.Stripe.Money;

namespace SaaSChat.Tests.Stripe.Pages;

/// <summary>Stripe's own pages, on an origin that is not the site's: plain forms, so that a browser can walk them.</summary>
internal sealed class HostedPages(World world, Checkouts checkouts, Invoices invoices, Customers customers)
{
    private static readonly (string Action, string Label)[] Choices =
    [
        ("pay", "Pay"), ("alipay", "Pay with Alipay"), ("later", "Pay later"), ("decline", "Pay with a card that declines"), ("authenticate", "Pay with a card that needs authentication"), ("cancel", "Cancel"),
    ];

    public async Task AnswerAsync(HttpContext http, string body)
    {
        var path = http.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var action = HttpMethods.IsPost(http.Request.Method) ? QueryHelpers.ParseQuery(body)["action"].ToString() : null;
        var page = Answer(path, action);

        if (page.Location is { } location)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = location;
            return;
        }

        http.Response.StatusCode = page.Status;
        http.Response.ContentType = MediaTypeNames.Text.Html + "; charset=utf-8";
        await http.Response.WriteAsync(page.Html);
    }

    private HostedPage Answer(string[] path, string? action)
    {
        lock (world.Gate)
        {
            return path switch
            {
                ["c", "pay", var id] when world.TryFind(id) is { } session => Checkout(session, action),
                ["i", var id] when world.TryFind(id) is { } invoice => Invoice(invoice, action),
                ["p", "session", var id] when world.TryFind(id) is { } portal => Page("Billing portal", "", $"<a href=\"{Encoded(portal.Text("return_url")!)}\">Return</a>"),
                _ => new HostedPage(StatusCodes.Status404NotFound, "Not found"),
            };
        }
    }

    private HostedPage Checkout(JsonObject session, string? action)
    {
        if (session.Text("status") != "open") return Page("This page is no longer active", "", "");

        var done = action switch
        {
            "pay" => checkouts.Pay(session, CardMood.Works),
            "alipay" => checkouts.Pay(session, CardMood.Works, "alipay"),
            "decline" => checkouts.Pay(session, CardMood.Declines),
            "authenticate" => checkouts.Pay(session, CardMood.WantsOwner),
            "confirm" => checkouts.Authenticate(session, confirmed: true),
            "refuse" => checkouts.Authenticate(session, confirmed: false),
            _ => false,
        };
        if (action == "later") checkouts.PayLater(session);
        if (action == "cancel") return new HostedPage(session.Text("cancel_url"));
        if (done || action == "later") return new HostedPage(session.Text("success_url")!.Replace("{CHECKOUT_SESSION_ID}", session.Id(), StringComparison.Ordinal));

        var asks = action == "authenticate";
        return Page(
            asks ? "Is it you?" : "Checkout",
            action is "decline" or "refuse" ? "<p role=\"alert\">Your card was declined.</p>" : $"<p>{session.Whole("amount_total")} {session.Text("currency")}</p>",
            Form(asks ? [("confirm", "Yes, it is me"), ("refuse", "No")] : Choices));
    }

    private HostedPage Invoice(JsonObject invoice, string? action)
    {
        if (invoice.Text("status") == "open" && action is "pay" or "decline")
            invoices.Pay(invoice, customers.NewCard(action == "pay" ? CardMood.Works : CardMood.Declines, invoice.Text("customer")), offSession: false);
        return Page($"Invoice {invoice.Text("number")}", $"<p>{invoice.Text("status")}</p>", invoice.Text("status") == "open" ? Form([("pay", "Pay"), ("decline", "Pay with a card that declines")]) : "");
    }

    private static string Form((string Action, string Label)[] choices) =>
        $"<form method=\"post\">{string.Concat(choices.Select(c => $"<p><button name=\"action\" value=\"{c.Action}\">{c.Label}</button></p>"))}</form>";

    private static HostedPage Page(string title, string note, string rest) => new(
        StatusCodes.Status200OK, $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\"><title>{Encoded(title)}</title><h1>{Encoded(title)}</h1>{note}{rest}</html>");

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}

internal sealed record HostedPage(int Status, string Html)
{
    public HostedPage(string? location) : this((int)HttpStatusCode.SeeOther, "") => Location = location;

    public string? Location { get; }
}
