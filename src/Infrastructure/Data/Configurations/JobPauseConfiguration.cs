using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SaaSChat.Domain.Jobs;

namespace SaaSChat.Infrastructure.Data.Configurations;

internal sealed class JobPauseConfiguration : IEntityTypeConfiguration<JobPause>
{
    public void Configure(EntityTypeBuilder<JobPause> builder)
    {
        builder.HasKey(p => p.Job);
        builder.Property(p => p.Job).IsKey(JobRun.JobLength);
        builder.IsKept("an operator's choice; nobody's");
    }
}
