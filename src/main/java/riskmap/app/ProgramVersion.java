package riskmap.app;

/** The version of the program, from its package; {@code 0.1.0} where it runs from classes. */
public final class ProgramVersion {
    private ProgramVersion() {}

    public static String text() {
        String packaged = ProgramVersion.class.getPackage().getImplementationVersion();
        return packaged == null ? "0.1.0" : packaged;
    }
}
