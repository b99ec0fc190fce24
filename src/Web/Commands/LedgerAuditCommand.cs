using System.CommandLine;
using SaaSChat.Infrastructure.Credits.Audit;
using SaaSChat.Infrastructure.Data;

namespace SaaSChat.Web.Commands;

internal static class LedgerAuditCommand
{
    private const int AccountsNamed = 20;

    public static Command Define(Func<IServiceProvider> services) =>
        new Command("audit", "Compares everybody's credits with their history and says what agrees; exit code 1 when one unit does not.")
            .Runs(services, async (scope, _, cancel) =>
            {
                await scope.GetRequiredService<DatabaseStart>().RequireMigratedAsync(cancel);
                var findings = await scope.GetRequiredService<LedgerAudit>().RunAsync(cancel);
                foreach (var finding in findings) Console.WriteLine(Line(finding));

                var whole = findings.All(f => f.IsWhole);
                Console.WriteLine(whole ? "The ledger is whole." : "The ledger does not agree.");
                return whole ? 0 : 1;
            });

    private static string Line(LedgerFinding finding)
    {
        if (finding.IsWhole) return $"ok     {finding.Name}";

        var more = finding.Accounts.Count > AccountsNamed ? $" and {finding.Accounts.Count - AccountsNamed} more" : "";
        return $"DRIFT  {finding.Name}: {string.Join(", ", finding.Accounts.Take(AccountsNamed))}{more}";
    }
}
