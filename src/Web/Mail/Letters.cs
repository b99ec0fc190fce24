using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Billing;
using SaaSChat.Domain.Mail;
using SaaSChat.Infrastructure.Mail;
using SaaSChat.Web.Billing;
using SaaSChat.Web.Localization;
using SaaSChat.Web.Public;

namespace SaaSChat.Web.Mail;

/// <summary>The words of every letter: Mail.[kind].Subject, Body, Note, and Action for the button.</summary>
internal sealed class Letters(IStringLocalizer<Text> text, Fmt fmt, PlanNames plans, SiteAddress site, HtmlLetter html, Unsubscriptions unsubscriptions)
{
    private string SiteName => text["App.Name"];

    public Letter Word(OutboxMail mail)
    {
        using var reader = Speaking.In(Cultures.Find(mail.Language) ?? Cultures.English);
        var worded = Compose(mail, reader);
        return new Letter(mail.Id, mail.To, reader.Culture.Name, worded.Subject.Text, PlainLetter.Write(worded), html.Write(worded))
        {
            Unsubscribe = worded.Unsubscribe is { } link ? link.Address + Unsubscriptions.OneClick : null,
        };
    }

    private WordedLetter Compose(OutboxMail mail, Speaking reader)
    {
        var arguments = mail.Arguments ?? throw new InvalidOperationException("This letter is over; its words are gone.");
        return new WordedLetter
        {
            Subject = Of(mail, "Subject"),
            Greeting = string.IsNullOrEmpty(arguments.Name) ? new(text["Mail.GreetingUnnamed"]) : new(text["Mail.Greeting"], arguments.Name),
            Paragraphs = [Of(mail, "Body")],
            Button = arguments.Path is { } path ? new(text[$"Mail.{mail.Kind}.Action"], site.At(path), text["Mail.LinkFails"]) : null,
            Notes = [.. Lifetime(mail, arguments), Of(mail, "Note")],
            Footer = new(text["Mail.Footer"], SiteName),
            Unsubscribe = unsubscriptions.PathOf(mail) is { } leave ? new(text["Mail.Unsubscribe"], site.At(leave)) : null,
            SiteName = SiteName,
            SiteAddress = site.At($"/{reader.Culture.Name}"),
            Culture = reader.Culture,
        };
    }

    private Sentence Of(OutboxMail mail, string part) =>
        new(text[$"Mail.{mail.Kind}.{part}"], SiteName, mail.Arguments!.Address ?? mail.To, fmt.DateTime(mail.WrittenAt), LabelOf(mail));

    // Plans and money have words in each language; what people call their keys stays as they wrote it.
    private string LabelOf(OutboxMail mail) => (mail.Kind, mail.Arguments!.Label) switch
    {
        (_, null) => "",
        (MailKind.PlanChanged, { } plan) => plans.Of(plan),
        (MailKind.ApiKeyCreated or MailKind.ApiKeyRevoked, { } label) => label,
        (_, { } label) => Money.Read(label) is { } sum ? fmt.Money(sum) : label,
    };

    private IEnumerable<Sentence> Lifetime(OutboxMail mail, MailArguments arguments)
    {
        if (arguments.ExpiresAt is { } end) yield return new(text.Count("Mail.LinkLives", (long)(end - mail.WrittenAt).TotalMinutes, fmt));
    }
}
