using Microsoft.Extensions.Localization;
using SaaSChat.Domain.Accounts;
using SaaSChat.Web.Localization;

namespace SaaSChat.Web.Accounts;

internal static class PasswordWords
{
    public static string Of(this IStringLocalizer<Text> text, PasswordRefusal refusal, Fmt fmt) => refusal switch
    {
        PasswordRefusal.TooShort => text["Errors.Password.TooShort", fmt.Number(PasswordRules.MinLength)],
        PasswordRefusal.TooLong => text["Errors.Password.TooLong", fmt.Number(PasswordRules.MaxLength)],
        PasswordRefusal.AboutYou => text["Errors.Password.AboutYou"],
        _ => text["Errors.Password.Common"],
    };
}
