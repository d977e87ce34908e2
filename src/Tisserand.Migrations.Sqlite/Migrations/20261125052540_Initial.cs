using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tisserand.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TerritoryCodes = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Email = table.Column<byte[]>(type: "BLOB", nullable: false),
                    EmailIndex = table.Column<byte[]>(type: "BLOB", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: false),
                    AuthenticatorKey = table.Column<byte[]>(type: "BLOB", nullable: true),
                    LastTotpStep = table.Column<long>(type: "INTEGER", nullable: false),
                    HasSecondFactor = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecoveryCodes = table.Column<string>(type: "TEXT", nullable: false),
                    FailedAttempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LockedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsSuspended = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "attention_items",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    VisitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    VolunteerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    BeneficiaryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IncomingMessageId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_attention_items", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit_lines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", nullable: false),
                    SubjectKind = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", nullable: false),
                    ActorKind = table.Column<string>(type: "TEXT", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_lines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "consent_entries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: false),
                    Given = table.Column<bool>(type: "INTEGER", nullable: false),
                    Wording = table.Column<string>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    HeardBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consent_entries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cooperative_documents",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cooperative_documents", x => new { x.Name, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "exclusions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VolunteerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_exclusions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "incoming_messages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ReadAs = table.Column<string>(type: "TEXT", nullable: false),
                    ProposalId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    HandledAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incoming_messages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_tokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LinkHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CodeHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in_tokens", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "territories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    SeatInsee = table.Column<string>(type: "TEXT", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", nullable: false),
                    Email = table.Column<string>(type: "TEXT", nullable: true),
                    AutomaticFrom = table.Column<double>(type: "REAL", nullable: true),
                    GraceMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    PeopleVersion = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_territories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "duty_shifts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Hours = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: true),
                    Until = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_shifts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_duty_shifts_territories_TerritoryId",
                        column: x => x.TerritoryId,
                        principalTable: "territories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "people",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Sex = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FirstName = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LastName = table.Column<byte[]>(type: "BLOB", nullable: false),
                    BirthDate = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Street = table.Column<byte[]>(type: "BLOB", nullable: true),
                    StreetExtra = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Insee = table.Column<string>(type: "TEXT", nullable: false),
                    Postcode = table.Column<string>(type: "TEXT", nullable: true),
                    StreetPoint = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Channels = table.Column<string>(type: "TEXT", nullable: false),
                    InWritingOnly = table.Column<bool>(type: "INTEGER", nullable: false),
                    LetItRingLong = table.Column<bool>(type: "INTEGER", nullable: false),
                    BestHours = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SpeakTo = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Notes = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Language = table.Column<string>(type: "TEXT", nullable: false),
                    SundaysWelcome = table.Column<bool>(type: "INTEGER", nullable: false),
                    NoSms = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_people", x => x.Id);
                    table.ForeignKey(
                        name: "FK_people_territories_TerritoryId",
                        column: x => x.TerritoryId,
                        principalTable: "territories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "beneficiaries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false),
                    JoinedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LivesAlone = table.Column<bool>(type: "INTEGER", nullable: false),
                    HasRelativesNear = table.Column<bool>(type: "INTEGER", nullable: false),
                    RequiresLanguage = table.Column<string>(type: "TEXT", nullable: true),
                    RequiresSex = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RequiresNoAnimal = table.Column<bool>(type: "INTEGER", nullable: false),
                    WishesSameFace = table.Column<bool>(type: "INTEGER", nullable: false),
                    Interests = table.Column<string>(type: "TEXT", nullable: false),
                    PracticalNeedCodes = table.Column<byte[]>(type: "BLOB", nullable: true),
                    DoorCode = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_beneficiaries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_beneficiaries_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_beneficiaries_territories_TerritoryId",
                        column: x => x.TerritoryId,
                        principalTable: "territories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contact_points",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Index = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact_points", x => x.Id);
                    table.ForeignKey(
                        name: "FK_contact_points_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_messages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Address = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Subject = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Body = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ProposalId = table.Column<Guid>(type: "TEXT", nullable: true),
                    VisitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UselessAfter = table.Column<long>(type: "INTEGER", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    FailureCode = table.Column<string>(type: "TEXT", nullable: true),
                    CallOutcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outgoing_messages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_outgoing_messages_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "volunteers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StateSince = table.Column<long>(type: "INTEGER", nullable: false),
                    JoinedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CommitmentsVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    Skills = table.Column<string>(type: "TEXT", nullable: false),
                    Languages = table.Column<string>(type: "TEXT", nullable: false),
                    Interests = table.Column<string>(type: "TEXT", nullable: false),
                    Likes = table.Column<string>(type: "TEXT", nullable: false),
                    Refuses = table.Column<string>(type: "TEXT", nullable: false),
                    Hours = table.Column<string>(type: "TEXT", nullable: false),
                    HoursFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    HoursUntil = table.Column<int>(type: "INTEGER", nullable: true),
                    EveryOtherWeekFrom = table.Column<int>(type: "INTEGER", nullable: true),
                    Transport = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MaxTravelMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    MaxVisitsPerWeek = table.Column<int>(type: "INTEGER", nullable: true),
                    ComesWithAnimal = table.Column<bool>(type: "INTEGER", nullable: false),
                    UrgentWelcome = table.Column<bool>(type: "INTEGER", nullable: false),
                    RemindersAlways = table.Column<bool>(type: "INTEGER", nullable: false),
                    ObjectsToLearning = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_volunteers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_volunteers_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_volunteers_territories_TerritoryId",
                        column: x => x.TerritoryId,
                        principalTable: "territories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "beneficiary_pauses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    Until = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ReturnAskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_beneficiary_pauses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_beneficiary_pauses_beneficiaries_BeneficiaryId",
                        column: x => x.BeneficiaryId,
                        principalTable: "beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "carers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsReferent = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsEmergency = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_carers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_carers_beneficiaries_BeneficiaryId",
                        column: x => x.BeneficiaryId,
                        principalTable: "beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_carers_people_PersonId",
                        column: x => x.PersonId,
                        principalTable: "people",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "help_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    NeedType = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EndNote = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: true),
                    StrangerContact = table.Column<byte[]>(type: "BLOB", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WaitingSince = table.Column<long>(type: "INTEGER", nullable: false),
                    NeedChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EarliestStart = table.Column<long>(type: "INTEGER", nullable: false),
                    LatestStart = table.Column<long>(type: "INTEGER", nullable: false),
                    AppointmentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    BookedMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    UsualMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    NoticeMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    People = table.Column<int>(type: "INTEGER", nullable: false),
                    PlacesTaken = table.Column<int>(type: "INTEGER", nullable: false),
                    Trip = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OtherLegId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PlaceInsee = table.Column<string>(type: "TEXT", nullable: false),
                    PlaceStreet = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PlacePoint = table.Column<byte[]>(type: "BLOB", nullable: true),
                    DestinationInsee = table.Column<string>(type: "TEXT", nullable: true),
                    DestinationAddress = table.Column<byte[]>(type: "BLOB", nullable: true),
                    RecurringNeedId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OccurrenceDate = table.Column<int>(type: "INTEGER", nullable: true),
                    AskFirst = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsUrgent = table.Column<bool>(type: "INTEGER", nullable: false),
                    OneAtATime = table.Column<bool>(type: "INTEGER", nullable: false),
                    TimesReopened = table.Column<int>(type: "INTEGER", nullable: false),
                    MatchedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ValidatedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    GraceEndsAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NextStepAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_help_requests", x => x.Id);
                    table.CheckConstraint("places", "\"PlacesTaken\" >= 0 AND \"PlacesTaken\" <= \"People\"");
                    table.CheckConstraint("span", "\"EarliestStart\" <= \"LatestStart\"");
                    table.ForeignKey(
                        name: "FK_help_requests_beneficiaries_BeneficiaryId",
                        column: x => x.BeneficiaryId,
                        principalTable: "beneficiaries",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_help_requests_territories_TerritoryId",
                        column: x => x.TerritoryId,
                        principalTable: "territories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "recurring_needs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NeedType = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    FirstDate = table.Column<int>(type: "INTEGER", nullable: false),
                    LastDate = table.Column<int>(type: "INTEGER", nullable: true),
                    StartsAt = table.Column<int>(type: "INTEGER", nullable: false),
                    FlexibleMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Trip = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UsualMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    BookedMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    NoticeMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    NotInSchoolHolidays = table.Column<bool>(type: "INTEGER", nullable: false),
                    NotOnPublicHolidays = table.Column<bool>(type: "INTEGER", nullable: false),
                    PlaceInsee = table.Column<string>(type: "TEXT", nullable: false),
                    PlaceStreet = table.Column<byte[]>(type: "BLOB", nullable: true),
                    PlacePoint = table.Column<byte[]>(type: "BLOB", nullable: true),
                    DestinationInsee = table.Column<string>(type: "TEXT", nullable: true),
                    DestinationAddress = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Text = table.Column<byte[]>(type: "BLOB", nullable: true),
                    MainVolunteerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    MainUntil = table.Column<int>(type: "INTEGER", nullable: true),
                    SecondVolunteerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedUntil = table.Column<int>(type: "INTEGER", nullable: true),
                    ReviewedAtCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recurring_needs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_recurring_needs_beneficiaries_BeneficiaryId",
                        column: x => x.BeneficiaryId,
                        principalTable: "beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_recurring_needs_territories_TerritoryId",
                        column: x => x.TerritoryId,
                        principalTable: "territories",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "volunteer_absences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VolunteerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    Until = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_volunteer_absences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_volunteer_absences_volunteers_VolunteerId",
                        column: x => x.VolunteerId,
                        principalTable: "volunteers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "volunteer_checks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VolunteerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    SeenOn = table.Column<int>(type: "INTEGER", nullable: false),
                    SeenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ValidUntil = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_volunteer_checks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_volunteer_checks_volunteers_VolunteerId",
                        column: x => x.VolunteerId,
                        principalTable: "volunteers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "proposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VolunteerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: false),
                    ChanceOfYes = table.Column<double>(type: "REAL", nullable: false),
                    ChanceOfGood = table.Column<double>(type: "REAL", nullable: false),
                    Figures = table.Column<string>(type: "TEXT", nullable: false),
                    SuggestedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidatedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    NotifiedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LateYesAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Wave = table.Column<int>(type: "INTEGER", nullable: false),
                    ShortCode = table.Column<int>(type: "INTEGER", nullable: true),
                    AnswerKey = table.Column<byte[]>(type: "BLOB", nullable: true),
                    OutsideBudget = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeclineWords = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proposals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_proposals_help_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "help_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_proposals_volunteers_VolunteerId",
                        column: x => x.VolunteerId,
                        principalTable: "volunteers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "validation_decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Confidence = table.Column<double>(type: "REAL", nullable: false),
                    Threshold = table.Column<double>(type: "REAL", nullable: true),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    List = table.Column<string>(type: "TEXT", nullable: false),
                    StoppedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_validation_decisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_validation_decisions_help_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "help_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "visits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposalId = table.Column<Guid>(type: "TEXT", nullable: true),
                    VolunteerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TerritoryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Start = table.Column<long>(type: "INTEGER", nullable: false),
                    End = table.Column<long>(type: "INTEGER", nullable: false),
                    PlannedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsUnconfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndReason = table.Column<string>(type: "TEXT", nullable: true),
                    NextStepAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RemindersSent = table.Column<int>(type: "INTEGER", nullable: false),
                    QuestionAskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    OverrunSaidAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_visits", x => x.Id);
                    table.CheckConstraint("order", "\"Start\" < \"End\"");
                    table.ForeignKey(
                        name: "FK_visits_beneficiaries_BeneficiaryId",
                        column: x => x.BeneficiaryId,
                        principalTable: "beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_visits_help_requests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "help_requests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_visits_volunteers_VolunteerId",
                        column: x => x.VolunteerId,
                        principalTable: "volunteers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "feedback",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VisitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Side = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TookPlace = table.Column<bool>(type: "INTEGER", nullable: true),
                    Rating = table.Column<int>(type: "INTEGER", nullable: true),
                    Again = table.Column<bool>(type: "INTEGER", nullable: true),
                    Words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback", x => x.Id);
                    table.ForeignKey(
                        name: "FK_feedback_visits_VisitId",
                        column: x => x.VisitId,
                        principalTable: "visits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_EmailIndex",
                table: "accounts",
                column: "EmailIndex",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_attention_items_Key",
                table: "attention_items",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_attention_items_RequestId",
                table: "attention_items",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_attention_items_TerritoryId_DoneAt",
                table: "attention_items",
                columns: new[] { "TerritoryId", "DoneAt" });

            migrationBuilder.CreateIndex(
                name: "IX_attention_items_VisitId",
                table: "attention_items",
                column: "VisitId");

            migrationBuilder.CreateIndex(
                name: "IX_audit_lines_At",
                table: "audit_lines",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_audit_lines_Subject",
                table: "audit_lines",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_beneficiaries_PersonId",
                table: "beneficiaries",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_beneficiaries_TerritoryId_State",
                table: "beneficiaries",
                columns: new[] { "TerritoryId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_beneficiary_pauses_BeneficiaryId",
                table: "beneficiary_pauses",
                column: "BeneficiaryId");

            migrationBuilder.CreateIndex(
                name: "IX_carers_BeneficiaryId",
                table: "carers",
                column: "BeneficiaryId");

            migrationBuilder.CreateIndex(
                name: "IX_carers_PersonId",
                table: "carers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_consent_entries_PersonId",
                table: "consent_entries",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_contact_points_Index",
                table: "contact_points",
                column: "Index");

            migrationBuilder.CreateIndex(
                name: "IX_contact_points_PersonId",
                table: "contact_points",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_duty_shifts_TerritoryId",
                table: "duty_shifts",
                column: "TerritoryId");

            migrationBuilder.CreateIndex(
                name: "IX_exclusions_VolunteerId_BeneficiaryId",
                table: "exclusions",
                columns: new[] { "VolunteerId", "BeneficiaryId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_feedback_VisitId_Side",
                table: "feedback",
                columns: new[] { "VisitId", "Side" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_help_requests_BeneficiaryId",
                table: "help_requests",
                column: "BeneficiaryId");

            migrationBuilder.CreateIndex(
                name: "IX_help_requests_NextStepAt",
                table: "help_requests",
                column: "NextStepAt");

            migrationBuilder.CreateIndex(
                name: "IX_help_requests_RecurringNeedId_OccurrenceDate_Trip",
                table: "help_requests",
                columns: new[] { "RecurringNeedId", "OccurrenceDate", "Trip" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_help_requests_TerritoryId_State_LatestStart",
                table: "help_requests",
                columns: new[] { "TerritoryId", "State", "LatestStart" });

            migrationBuilder.CreateIndex(
                name: "IX_incoming_messages_PersonId",
                table: "incoming_messages",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_incoming_messages_TerritoryId_HandledAt",
                table: "incoming_messages",
                columns: new[] { "TerritoryId", "HandledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_messages_Key",
                table: "outgoing_messages",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_messages_PersonId",
                table: "outgoing_messages",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_messages_ProposalId",
                table: "outgoing_messages",
                column: "ProposalId");

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_messages_RequestId",
                table: "outgoing_messages",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_messages_State_NextTryAt",
                table: "outgoing_messages",
                columns: new[] { "State", "NextTryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_outgoing_messages_VisitId",
                table: "outgoing_messages",
                column: "VisitId");

            migrationBuilder.CreateIndex(
                name: "IX_people_TerritoryId",
                table: "people",
                column: "TerritoryId");

            migrationBuilder.CreateIndex(
                name: "IX_proposals_AnswerKey",
                table: "proposals",
                column: "AnswerKey");

            migrationBuilder.CreateIndex(
                name: "IX_proposals_RequestId_VolunteerId",
                table: "proposals",
                columns: new[] { "RequestId", "VolunteerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_proposals_VolunteerId_NotifiedAt",
                table: "proposals",
                columns: new[] { "VolunteerId", "NotifiedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_recurring_needs_BeneficiaryId",
                table: "recurring_needs",
                column: "BeneficiaryId");

            migrationBuilder.CreateIndex(
                name: "IX_recurring_needs_MainVolunteerId",
                table: "recurring_needs",
                column: "MainVolunteerId");

            migrationBuilder.CreateIndex(
                name: "IX_recurring_needs_TerritoryId_State",
                table: "recurring_needs",
                columns: new[] { "TerritoryId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_tokens_LinkHash",
                table: "sign_in_tokens",
                column: "LinkHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sign_in_tokens_PersonId",
                table: "sign_in_tokens",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_validation_decisions_RequestId",
                table: "validation_decisions",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_visits_BeneficiaryId_Start",
                table: "visits",
                columns: new[] { "BeneficiaryId", "Start" });

            migrationBuilder.CreateIndex(
                name: "IX_visits_NextStepAt",
                table: "visits",
                column: "NextStepAt");

            migrationBuilder.CreateIndex(
                name: "IX_visits_ProposalId",
                table: "visits",
                column: "ProposalId");

            migrationBuilder.CreateIndex(
                name: "IX_visits_RequestId",
                table: "visits",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_visits_TerritoryId_Start",
                table: "visits",
                columns: new[] { "TerritoryId", "Start" });

            migrationBuilder.CreateIndex(
                name: "IX_visits_VolunteerId_Start",
                table: "visits",
                columns: new[] { "VolunteerId", "Start" });

            migrationBuilder.CreateIndex(
                name: "IX_volunteer_absences_VolunteerId",
                table: "volunteer_absences",
                column: "VolunteerId");

            migrationBuilder.CreateIndex(
                name: "IX_volunteer_checks_VolunteerId",
                table: "volunteer_checks",
                column: "VolunteerId");

            migrationBuilder.CreateIndex(
                name: "IX_volunteers_PersonId",
                table: "volunteers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_volunteers_TerritoryId_State",
                table: "volunteers",
                columns: new[] { "TerritoryId", "State" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "attention_items");

            migrationBuilder.DropTable(
                name: "audit_lines");

            migrationBuilder.DropTable(
                name: "beneficiary_pauses");

            migrationBuilder.DropTable(
                name: "carers");

            migrationBuilder.DropTable(
                name: "consent_entries");

            migrationBuilder.DropTable(
                name: "contact_points");

            migrationBuilder.DropTable(
                name: "cooperative_documents");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "duty_shifts");

            migrationBuilder.DropTable(
                name: "exclusions");

            migrationBuilder.DropTable(
                name: "feedback");

            migrationBuilder.DropTable(
                name: "incoming_messages");

            migrationBuilder.DropTable(
                name: "outgoing_messages");

            migrationBuilder.DropTable(
                name: "proposals");

            migrationBuilder.DropTable(
                name: "recurring_needs");

            migrationBuilder.DropTable(
                name: "sign_in_tokens");

            migrationBuilder.DropTable(
                name: "validation_decisions");

            migrationBuilder.DropTable(
                name: "volunteer_absences");

            migrationBuilder.DropTable(
                name: "volunteer_checks");

            migrationBuilder.DropTable(
                name: "visits");

            migrationBuilder.DropTable(
                name: "help_requests");

            migrationBuilder.DropTable(
                name: "volunteers");

            migrationBuilder.DropTable(
                name: "beneficiaries");

            migrationBuilder.DropTable(
                name: "people");

            migrationBuilder.DropTable(
                name: "territories");
        }
    }
}
