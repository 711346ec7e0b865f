package riskmap.app;

import java.util.List;
import riskmap.data.Catalogue;
import riskmap.geo.Crs;

/**
 * Getting ready: what nearly every use of the program needs and what takes a while to load (the map library's logging,
 * coordinate systems, the catalogue), loaded beside the reading of the command or the making of the window.
 */
public final class Readiness {
    private Readiness() {}

    /** Begins, and returns at once. What cannot be loaded is told by whoever really needs it. */
    public static void begin() {
        List<Runnable> parts = List.of(
                () -> org.geotools.util.logging.Logging.getLogger(Readiness.class),
                () -> Crs.of("EPSG:4490"),
                () -> Catalogue.standard());
        Thread thread = new Thread(() -> parts.forEach(Readiness::attempt), "riskmap-readiness");
        thread.setDaemon(true);
        thread.start();
    }

    private static void attempt(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | LinkageError told) {
            // the one who needs it meets the same failure, and says so
        }
    }
}
