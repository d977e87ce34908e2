using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tisserand.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ReadingCorrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "reading_corrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Author = table.Column<string>(type: "TEXT", nullable: false),
                    IsAside = table.Column<bool>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Engine = table.Column<string>(type: "TEXT", nullable: false),
                    TypeRead = table.Column<string>(type: "TEXT", nullable: true),
                    Chance = table.Column<double>(type: "REAL", nullable: false),
                    TypeSaved = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CommonWords = table.Column<string>(type: "TEXT", nullable: false),
                    Teaches = table.Column<bool>(type: "INTEGER", nullable: false),
                    Label = table.Column<string>(type: "TEXT", nullable: true),
                    LabelledBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    LabelledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PassedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reading_corrections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_reading_corrections_territories_TerritoryId",
                        column: x => x.TerritoryId,
                        principalTable: "territories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_reading_corrections_At",
                table: "reading_corrections",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_reading_corrections_RequestId",
                table: "reading_corrections",
                column: "RequestId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reading_corrections_TerritoryId_LabelledAt",
                table: "reading_corrections",
                columns: new[] { "TerritoryId", "LabelledAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reading_corrections");
        }
    }
}
