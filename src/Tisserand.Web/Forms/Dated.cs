using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;

namespace Tisserand.Web.Forms;

/// <summary>Days of a small form, read with what is wrong said at the field.</summary>
public static class Dated
{
    /// <returns>Null when it is empty or cannot be read; only the latter is a problem, unless it is wanted.</returns>
    public static LocalDate? Read(string? typed, string field, LocalDate today, ModelStateDictionary problems, bool wanted = true, DateSense sense = DateSense.ToCome)
    {
        if (!wanted && string.IsNullOrWhiteSpace(typed)) return null;
        var read = FrenchDates.Read(typed, today, sense);
        if (read.Problem() is { } wrong) problems.AddModelError(field, wrong);
        return read is DateReading.Day day ? day.Date : null;
    }
}
