using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace SaaSChat.Infrastructure.Data;

/// <summary>Runs the older SQLitePCLRaw of a partial feed on the system's own SQLite; the copy inside that package never runs.</summary>
internal static class SqliteLoader
{
    // RETURNING and UPSERT, which EF writes, are older; below this version known defects are unpatched.
    private const int LeastVersion = 3_037_000;

    private static readonly (string Library, string Install) System =
        OperatingSystem.IsWindows() ? ("winsqlite3.dll", "it comes with Windows 10 and newer: update Windows")
        : OperatingSystem.IsMacOS() ? ("libsqlite3.dylib", "it comes with macOS: update it, or brew install sqlite")
        : ("libsqlite3.so.0", "apt-get install libsqlite3-0, dnf install sqlite-libs or apk add sqlite-libs");

    private static nint _handle;

#pragma warning disable CA2255 // It must run before the first connection, whoever opens it.
    [ModuleInitializer]
    internal static void Initialize()
    {
        var core = Assembly.Load(new AssemblyName("SQLitePCLRaw.core"));
        AssemblyLoadContext.Default.Resolving += (_, name) => name.Name == "SQLitePCLRaw.core" ? core : null;
        NativeLibrary.SetDllImportResolver(
            Assembly.Load(new AssemblyName("SQLitePCLRaw.provider.e_sqlite3")), static (name, _, _) => name == "e_sqlite3" ? Handle() : 0);
    }
#pragma warning restore CA2255

    // Never 0: the runtime would fall back to the package's own copy.
    private static nint Handle()
    {
        if (_handle != 0) return _handle;
        if (!NativeLibrary.TryLoad(System.Library, out var handle))
            throw new StartUpRefusedException($"The system's SQLite ({System.Library}) was not found; {System.Install}, or set Database:Provider to SqlServer.");

        var version = Marshal.GetDelegateForFunctionPointer<VersionNumber>(NativeLibrary.GetExport(handle, "sqlite3_libversion_number"))();
        if (version < LeastVersion)
            throw new StartUpRefusedException($"The system's SQLite is {Words(version)} and {Words(LeastVersion)} is needed; {System.Install}.");

        var used = Marshal.GetDelegateForFunctionPointer<OptionUsed>(NativeLibrary.GetExport(handle, "sqlite3_compileoption_used"));
        if (used("ENABLE_FTS5") == 0)
            throw new StartUpRefusedException($"The system's SQLite was built without FTS5; {System.Install}.");

        return _handle = handle;
    }

    private static string Words(int version) => $"{version / 1_000_000}.{version / 1000 % 1000}.{version % 1000}";

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int OptionUsed([MarshalAs(UnmanagedType.LPUTF8Str)] string option);
}
