using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SaaSChat.Domain.Models;

namespace SaaSChat.Infrastructure.Data;

public sealed class MarginConverter() : ValueConverter<Margin, int>(margin => margin.Millionths, stored => Margin.OfMillionths(stored));
