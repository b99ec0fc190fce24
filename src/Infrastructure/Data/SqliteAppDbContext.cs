using Microsoft.EntityFrameworkCore;

namespace SaaSChat.Infrastructure.Data;

// EF keeps two migration sets in one assembly only with one context type for each.
public sealed class SqliteAppDbContext(DbContextOptions<SqliteAppDbContext> options) : AppDbContext(options);
