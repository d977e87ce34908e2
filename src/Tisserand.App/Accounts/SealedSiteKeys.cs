using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;
using Tisserand.App.Storage;

namespace Tisserand.App.Accounts;

/// <summary>The keys of cookies, forms and invitations lie in the database, shared by every node, sealed with the
/// installation's own: a copy of the database alone opens no session.</summary>
internal sealed class SealSiteKeys(KeyRing keys) : IXmlEncryptor
{
    internal static ReadOnlySpan<byte> Place => "site-keys"u8;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("sealed", Convert.ToBase64String(keys.Seal(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)), Place))),
        typeof(OpenSiteKeys));
}

/// <summary>Found by its name in the stored element, and built with the services at hand.</summary>
internal sealed class OpenSiteKeys(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(Encoding.UTF8.GetString(
        services.GetRequiredService<KeyRing>().Open(Convert.FromBase64String(encryptedElement.Value), SealSiteKeys.Place)));
}
