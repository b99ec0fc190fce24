using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SaaSChat.Domain.Billing;

namespace SaaSChat.Infrastructure.Data;

public sealed class CurrencyConverter() : ValueConverter<Currency, string>(currency => currency.Code, stored => Require(stored))
{
    private static Currency Require(string stored) => Currency.Find(stored) ?? throw new InvalidOperationException($"{stored} is no currency that is known here.");
}
