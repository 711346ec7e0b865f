package riskmap.base;

/** The user cancelled; thrown by {@link Progress#check()}, caught only where the work was started. */
public final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("cancelled", null, false, false);
    }
}
