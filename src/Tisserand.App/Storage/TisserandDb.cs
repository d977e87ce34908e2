using System.Reflection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using NodaTime;
using Tisserand.App.Accounts;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Learning;
using Tisserand.App.Notifications;
using Tisserand.App.People;
using Tisserand.App.Privacy;
using Tisserand.App.Proposals;
using Tisserand.App.Requests;
using Tisserand.App.Safety;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Storage;

/// <summary>The repository and the unit of work. One model on SQLite and PostgreSQL; what is marked personal is encrypted here.</summary>
public sealed class TisserandDb(DbContextOptions<TisserandDb> options, KeyRing keys) : DbContext(options), IDataProtectionKeyContext
{
    private const int MostLaps = 12;

    public KeyRing Keys { get; } = keys;

    public DbSet<Territory> Territories => Set<Territory>();
    public DbSet<DutyShift> DutyShifts => Set<DutyShift>();
    public DbSet<CooperativeDocument> Documents => Set<CooperativeDocument>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<ContactPoint> ContactPoints => Set<ContactPoint>();
    public DbSet<Volunteer> Volunteers => Set<Volunteer>();
    public DbSet<Beneficiary> Beneficiaries => Set<Beneficiary>();
    public DbSet<Carer> Carers => Set<Carer>();
    public DbSet<Exclusion> Exclusions => Set<Exclusion>();
    public DbSet<HelpRequest> HelpRequests => Set<HelpRequest>();
    public DbSet<RecurringNeed> RecurringNeeds => Set<RecurringNeed>();
    public DbSet<Proposal> Proposals => Set<Proposal>();
    public DbSet<ValidationDecision> ValidationDecisions => Set<ValidationDecision>();
    public DbSet<Visit> Visits => Set<Visit>();
    public DbSet<Feedback> Feedback => Set<Feedback>();
    public DbSet<OutgoingMessage> OutgoingMessages => Set<OutgoingMessage>();
    public DbSet<IncomingMessage> IncomingMessages => Set<IncomingMessage>();
    public DbSet<DangerAlert> DangerAlerts => Set<DangerAlert>();
    public DbSet<ReadingCorrection> ReadingCorrections => Set<ReadingCorrection>();
    public DbSet<AttentionItem> AttentionItems => Set<AttentionItem>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<SignInToken> SignInTokens => Set<SignInToken>();
    public DbSet<ConsentEntry> ConsentEntries => Set<ConsentEntry>();
    public DbSet<AuditLine> AuditLines => Set<AuditLine>();

    /// <summary>Keys of cookies and forms, shared by every node.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Loads, decides, saves, all or nothing. Whoever lost a race decides again on fresh data; after the last lap
    /// <paramref name="busy"/> is the answer, never an exception at a user.</summary>
    public async Task<T> DecideAsync<T>(Func<Task<T>> decide, Func<T> busy, CancellationToken ct)
    {
        for (var lap = 1; ; lap++)
        {
            try
            {
                var outcome = await decide();
                await SaveChangesAsync(ct);
                return outcome;
            }
            catch (DbUpdateException lost) when (lost is DbUpdateConcurrencyException || StorageErrors.IsRace(lost))
            {
                ChangeTracker.Clear();
                if (lap >= MostLaps) return busy();
                await Task.Delay(StorageErrors.Pause(lap), ct);      // jitter: two losers do not meet again at once
            }
        }
    }

    /// <summary>The same, where there is no outcome to say "busy" with: the last lap's exception rises.</summary>
    public Task<T> DecideAsync<T>(Func<Task<T>> decide, CancellationToken ct) =>
        DecideAsync(decide, () => throw new DbUpdateConcurrencyException("Too many writers at once; nothing was changed."), ct);

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.ReplaceService<IModelCacheKeyFactory, ModelPerKeyRing>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Instant>().HaveConversion<InstantConverter>();
        configurationBuilder.Properties<LocalDate>().HaveConversion<LocalDateConverter>();
        configurationBuilder.Properties<LocalTime>().HaveConversion<LocalTimeConverter>();
        configurationBuilder.Properties<IReadOnlyList<string>>().HaveConversion<CodesConverter, CodesComparer>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        foreach (var id in typeof(TisserandDb).Assembly.GetTypes().Where(IsIdentity))
            configurationBuilder.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Territory.Map(modelBuilder);
        DutyShift.Map(modelBuilder);
        CooperativeDocument.Map(modelBuilder);
        Person.Map(modelBuilder);
        ContactPoint.Map(modelBuilder);
        Volunteer.Map(modelBuilder);
        VolunteerCheck.Map(modelBuilder);
        VolunteerAbsence.Map(modelBuilder);
        Beneficiary.Map(modelBuilder);
        BeneficiaryPause.Map(modelBuilder);
        Carer.Map(modelBuilder);
        Exclusion.Map(modelBuilder);
        HelpRequest.Map(modelBuilder);
        RecurringNeed.Map(modelBuilder);
        Proposal.Map(modelBuilder);
        ValidationDecision.Map(modelBuilder);
        Visit.Map(modelBuilder);
        Tisserand.App.Visits.Feedback.Map(modelBuilder);
        OutgoingMessage.Map(modelBuilder);
        IncomingMessage.Map(modelBuilder);
        DangerAlert.Map(modelBuilder);
        ReadingCorrection.Map(modelBuilder);
        AttentionItem.Map(modelBuilder);
        Account.Map(modelBuilder);
        SignInToken.Map(modelBuilder);
        ConsentEntry.Map(modelBuilder);
        AuditLine.Map(modelBuilder);

        foreach (var entity in modelBuilder.Model.GetEntityTypes().ToList())
        {
            entity.FindProperty("Id")?.ValueGenerated = entity.ClrType == typeof(AuditLine) || entity.ClrType == typeof(DataProtectionKey)
                ? ValueGenerated.OnAdd
                : ValueGenerated.Never;
            SealPersonalColumns(entity);
        }
    }

    private void SealPersonalColumns(IMutableEntityType entity)
    {
        foreach (var member in entity.ClrType.GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (member.GetCustomAttribute<PersonalAttribute>() is not { Encrypted: true }) continue;
            var property = entity.FindProperty(member.Name) ?? entity.AddProperty(member);
            property.SetValueConverter(Sealing.For(member.PropertyType, Keys, $"{entity.GetTableName()}.{member.Name}"));
        }
    }

    private static bool IsIdentity(Type type) => type.IsValueType && type.GetInterfaces()
        .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>));

    /// <summary>Encrypting converters hold their keys, so each key ring has a model of its own: also the same keys opened again, since the first ring may be closed.</summary>
    private sealed class ModelPerKeyRing : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) =>
            (context.GetType(), (context as TisserandDb)?.Keys, context.Database.ProviderName, designTime);
    }
}
