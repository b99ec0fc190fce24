using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Jobs;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Job).IsKey(JobRun.JobLength);
        builder.Property(r => r.Args).HasMaxLength(JobRun.ArgsLength);
        builder.Property(r => r.Node).HasMaxLength(JobRun.NodeLength);
        builder.Property(r => r.Error).HasMaxLength(JobRun.ErrorLength);
        builder.HasIndex(r => new { r.Job, r.StartedAt });
        builder.HasIndex(r => r.StartedAt);

        // Few are given up, and the overview counts those that are.
        builder.HasIndex(r => r.EndedAt).HasFilter("Outcome = 'GivenUp'");
        builder.IsKept("what the program did by itself; ids, times and the kind of a failure only");
    }
}
