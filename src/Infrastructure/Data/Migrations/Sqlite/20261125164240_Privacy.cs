using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SaaSChat.Infrastructure.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Privacy : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "PersonId",
                table: "AuditNotes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_EndsAt",
                table: "Sessions",
                column: "EndsAt");

            migrationBuilder.CreateIndex(
                name: "IX_AuditNotes_PersonId",
                table: "AuditNotes",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Sessions_EndsAt",
                table: "Sessions");

            migrationBuilder.DropIndex(
                name: "IX_AuditNotes_PersonId",
                table: "AuditNotes");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "AuditNotes");
        }
    }
}
