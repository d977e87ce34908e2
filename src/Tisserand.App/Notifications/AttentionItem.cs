using Microsoft.EntityFrameworkCore;
using NodaTime;
using Tisserand.App.Beneficiaries;
using Tisserand.App.Privacy;
using Tisserand.App.Requests;
using Tisserand.App.Territories;
using Tisserand.App.Visits;
using Tisserand.App.Volunteers;

namespace Tisserand.App.Notifications;

/// <summary>Something waits for whoever is on duty, with its reason. Timers end nothing silently: they write one of these.</summary>
public sealed class AttentionItem
{
    private AttentionItem() { }

    public AttentionItem(AttentionItemId id, TerritoryId territory, string reason, string key, Instant since)
    {
        Id = id;
        TerritoryId = territory;
        Reason = reason;
        Key = key;
        Since = since;
    }

    public AttentionItemId Id { get; private set; }

    public TerritoryId TerritoryId { get; private set; }

    /// <summary>Code of the reason; its sentence is in the resources.</summary>
    [NotPersonal("code of a reason")]
    public string Reason { get; private set; } = "";

    /// <summary>Built from identities and reason; the same matter is not listed twice.</summary>
    [NotPersonal("built from identities")]
    public string Key { get; private set; } = "";

    public HelpRequestId? RequestId { get; private set; }

    public VisitId? VisitId { get; private set; }

    public VolunteerId? VolunteerId { get; private set; }

    public BeneficiaryId? BeneficiaryId { get; private set; }

    public IncomingMessageId? IncomingMessageId { get; private set; }

    [NotPersonal("instant")]
    public Instant Since { get; private set; }

    [NotPersonal("instant")]
    public Instant? DoneAt { get; private set; }

    public AttentionItem About(HelpRequestId? request = null, VisitId? visit = null, VolunteerId? volunteer = null, BeneficiaryId? beneficiary = null, IncomingMessageId? message = null)
    {
        RequestId = request;
        VisitId = visit;
        VolunteerId = volunteer;
        BeneficiaryId = beneficiary;
        IncomingMessageId = message;
        return this;
    }

    public void Done(Instant at) => DoneAt ??= at;

    /// <summary>The same matter comes up again after it had been dealt with.</summary>
    public void ComesBack(Instant at)
    {
        if (DoneAt is null) return;
        DoneAt = null;
        Since = at;
    }

    internal static void Map(ModelBuilder model) => model.Entity<AttentionItem>(a =>
    {
        a.ToTable("attention_items");
        a.Property(x => x.Key).HasMaxLength(160);
        a.HasIndex(x => x.Key).IsUnique();
        a.HasIndex(x => new { x.TerritoryId, x.DoneAt });
        a.HasIndex(x => x.RequestId);
        a.HasIndex(x => x.VisitId);
    });
}
