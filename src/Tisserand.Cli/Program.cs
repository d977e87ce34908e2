using System.CommandLine;
using Tisserand.Cli;

Sentences.Speak(Environment.GetEnvironmentVariable("TISSERAND_LANG"));
var parsed = CommandLine.Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
return await Outcome.OfAsync(parsed);
