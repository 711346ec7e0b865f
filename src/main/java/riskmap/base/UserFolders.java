package riskmap.base;

import java.nio.file.Path;

/**
 * Where this user's own files lie, outside any project. The system property {@code riskmap.settings} names one folder for
 * all of them, as tests and shared machines do.
 */
public final class UserFolders {
    private UserFolders() {}

    /** What the window remembers: small, worth a place in the user's backup. */
    public static Path settings() {
        return folder("APPDATA", "XDG_CONFIG_HOME", ".config");
    }

    /** What is kept for the user on this machine: pending edits, local copies of shared projects. */
    public static Path data() {
        return folder("LOCALAPPDATA", "XDG_DATA_HOME", ".local/share");
    }

    /** What spares work the next time and may be deleted at any moment. */
    public static Path cache() {
        return folder("LOCALAPPDATA", "XDG_CACHE_HOME", ".cache");
    }

    private static Path folder(String onWindows, String elsewhere, String usual) {
        String chosen = System.getProperty("riskmap.settings");
        if (chosen != null) {
            return Path.of(chosen);
        }
        String base = System.getenv(System.getProperty("os.name").startsWith("Windows") ? onWindows : elsewhere);
        return base == null || base.isBlank()
                ? Path.of(System.getProperty("user.home"), usual, "riskmap")
                : Path.of(base, "riskmap");
    }
}
