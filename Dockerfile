# The pages' libraries, as libman.json lists them.
FROM node:22-bookworm-slim AS client
WORKDIR /source
COPY package.json package-lock.json .npmrc libman.json ./
COPY build/restore-client-libraries.mjs build/
RUN npm ci --no-audit --no-fund --loglevel=error && node build/restore-client-libraries.mjs

# An ordinary package feed has everything: no stand-ins, Hangfire and Stripe.net in.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY Directory.Build.props Directory.Packages.props global.json .editorconfig ./
COPY build build
COPY src/Domain/Domain.csproj src/Domain/
COPY src/Infrastructure/Infrastructure.csproj src/Infrastructure/
COPY src/Web/Web.csproj src/Web/
RUN dotnet restore src/Web -p:CompleteFeed=true
COPY libman.json package.json package-lock.json ./
COPY src src
COPY --from=client /source/src/Web/wwwroot/lib src/Web/wwwroot/lib
RUN dotnet publish src/Web --no-restore -c Release -o /app -p:CompleteFeed=true -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .

# Only an embedded database is written here; on SQL Server the container may be read-only but for /tmp.
ENV Data__Folder=/data
RUN mkdir /data && chown "$APP_UID" /data
VOLUME /data

USER $APP_UID
EXPOSE 8080
ENTRYPOINT ["dotnet", "SaaSChat.Web.dll"]

# bash speaks enough HTTP, so that the image needs no curl.
HEALTHCHECK --interval=5s --timeout=6s --start-period=30s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /health/ready HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200 '"]
