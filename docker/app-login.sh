#!/usr/bin/env bash
# Makes the login of the web nodes, or gives it the password of .env when that has changed.
set -euo pipefail

# In the SQL a quote inside the password is written twice.
password=${APP_DB_PASSWORD//\'/\'\'}

/opt/mssql-tools18/bin/sqlcmd -C -S db -U sa -d saaschat -b <<SQL
IF SUSER_ID(N'saaschat') IS NULL CREATE LOGIN saaschat WITH PASSWORD = N'$password';
ELSE ALTER LOGIN saaschat WITH PASSWORD = N'$password';
GO
IF USER_ID(N'saaschat') IS NULL CREATE USER saaschat FOR LOGIN saaschat WITH DEFAULT_SCHEMA = dbo;
ALTER ROLE db_datareader ADD MEMBER saaschat;
ALTER ROLE db_datawriter ADD MEMBER saaschat;
ALTER ROLE saaschat_app ADD MEMBER saaschat;
GO
SQL
