using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Tisserand.Web.Texts;

/// <summary>What model binding says when a posted text is no value of its type, in the reader's language.</summary>
internal static class BindingMessages
{
    public static void Use(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Words.Shared["Error_Unreadable"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => Words.Shared["Error_Unreadable"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Words.Shared["Error_Unreadable"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Words.Shared["Error_Unreadable"]);
        messages.SetValueIsInvalidAccessor(_ => Words.Shared["Error_Unreadable"]);
        messages.SetValueMustBeANumberAccessor(_ => Words.Shared["Error_Number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Words.Shared["Error_Number"]);
        messages.SetMissingBindRequiredValueAccessor(_ => Words.Shared["Error_Missing"]);
        messages.SetMissingKeyOrValueAccessor(() => Words.Shared["Error_Missing"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Words.Shared["Error_Missing"]);
        messages.SetValueMustNotBeNullAccessor(_ => Words.Shared["Error_Missing"]);
    }
}
