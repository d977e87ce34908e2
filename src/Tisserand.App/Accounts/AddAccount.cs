using Microsoft.EntityFrameworkCore;
using Tisserand.App.Privacy;
using Tisserand.App.Storage;
using Tisserand.App.Territories;

namespace Tisserand.App.Accounts;

public abstract record AddAccountOutcome
{
    private AddAccountOutcome() { }

    /// <param name="Invitation">Secret of the address where she chooses her password: <c>/connexion/invitation/…</c>.</param>
    public sealed record Added(AccountId Account, string Invitation) : AddAccountOutcome;

    public sealed record EmailTaken : AddAccountOutcome;

    public sealed record EmailUnreadable : AddAccountOutcome;

    public sealed record NameMissing : AddAccountOutcome;

    /// <summary>A coordinator works in at least one territory.</summary>
    public sealed record TerritoryMissing : AddAccountOutcome;

    public sealed record TerritoryUnknown(TerritoryId Territory) : AddAccountOutcome;

    /// <summary>Volunteers, beneficiaries and carers need no account.</summary>
    public sealed record NoAccountNeeded : AddAccountOutcome;
}

/// <summary>Opens an account for an employee, a board member, the officer or an administrator; she chooses her password herself.</summary>
public sealed class AddAccount(TisserandDb db, Invitations invitations, IdSource ids, TimeProvider time)
{
    public Task<AddAccountOutcome> RunAsync(Role role, IReadOnlyList<TerritoryId> territories, string name, string email, Actor by, CancellationToken ct) =>
        db.DecideAsync<AddAccountOutcome>(async () =>
        {
            var plain = EmailAddress.Plain(email);
            if (role is Role.Volunteer or Role.Beneficiary or Role.Carer) return new AddAccountOutcome.NoAccountNeeded();
            if (!EmailAddress.IsPlausible(plain)) return new AddAccountOutcome.EmailUnreadable();
            if (string.IsNullOrWhiteSpace(name)) return new AddAccountOutcome.NameMissing();
            if (role == Role.Coordinator && territories.Count == 0) return new AddAccountOutcome.TerritoryMissing();
            foreach (var territory in territories)
                if (!await db.Territories.AnyAsync(t => t.Id == territory, ct)) return new AddAccountOutcome.TerritoryUnknown(territory);

            var index = db.Keys.IndexOf(plain);
            if (await db.Accounts.AnyAsync(a => a.EmailIndex == index, ct)) return new AddAccountOutcome.EmailTaken();

            var now = time.Now();
            var account = new Account(ids.New<AccountId>(), role, territories, name.Trim(), plain, index, now);
            account.Stamped(RecoveryCodes.NewStamp());
            db.Add(account);
            db.Add(new AuditLine("add-account", "account", account.Id.Value, role.ToString(), by, now));
            return new AddAccountOutcome.Added(account.Id, invitations.For(account.Id, account.SecurityStamp));
        }, ct);
}
