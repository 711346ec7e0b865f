package riskmap.app.project;

/**
 * How often a project that is being edited is backed up, and how many backups stay.
 *
 * @param minutes between two backups
 * @param kept how many backups are kept; the two latest always are
 */
public record BackupPlan(int minutes, int kept) {
    /** A quarter of an hour is what a survey loses at most when the project's file itself is lost. */
    public static final BackupPlan STANDARD = new BackupPlan(15, 10);

    /** Within a minute and a day, two and a hundred: what lies outside is taken as the nearest that does not. */
    public BackupPlan {
        minutes = Math.max(1, Math.min(24 * 60, minutes));
        kept = Math.max(2, Math.min(100, kept));
    }
}
