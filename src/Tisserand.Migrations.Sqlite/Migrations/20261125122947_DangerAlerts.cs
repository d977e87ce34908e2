using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tisserand.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DangerAlerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "ReadsTexts",
                table: "territories",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "PersonId",
                table: "accounts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "danger_alerts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IncomingMessageId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    VisitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Theme = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RaisedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NextStepAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CalledCodes = table.Column<string>(type: "TEXT", nullable: false),
                    Rounds = table.Column<int>(type: "INTEGER", nullable: false),
                    TakenAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TakenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    End = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_danger_alerts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_danger_alerts_territories_TerritoryId",
                        column: x => x.TerritoryId,
                        principalTable: "territories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_danger_alerts_NextStepAt",
                table: "danger_alerts",
                column: "NextStepAt");

            migrationBuilder.CreateIndex(
                name: "IX_danger_alerts_TerritoryId_EndedAt",
                table: "danger_alerts",
                columns: new[] { "TerritoryId", "EndedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "danger_alerts");

            migrationBuilder.DropColumn(
                name: "ReadsTexts",
                table: "territories");

            migrationBuilder.DropColumn(
                name: "PersonId",
                table: "accounts");
        }
    }
}
