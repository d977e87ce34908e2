#!/usr/bin/env bash
# Writes a migration named $1 for both databases, after the model changed.
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?usage: tools/migrations.sh NAME}
dotnet tool restore
for provider in Sqlite Postgres; do
  dotnet ef migrations add "$name" --project "src/Tisserand.Migrations.$provider" --startup-project "src/Tisserand.Migrations.$provider" --configuration Release
done
