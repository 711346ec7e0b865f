package riskmap.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.geotools.factory.CommonFactoryFinder;
import org.geotools.filter.FilterAttributeExtractor;
import riskmap.data.Catalogue;
import riskmap.data.gpkg.GeoPackage;
import riskmap.geo.crs.Crs;

/**
 * Getting ready: what nearly every use of the program needs and what takes a while to load (the map library's logging,
 * coordinate systems, the catalogue, SQLite), loaded beside the reading of the command or the making of the window.
 */
public final class Readiness {
    /** Commands that know of no kinds of layers. */
    private static final Set<String> WITHOUT_CATALOGUE =
            Set.of("run", "formats", "operations", "models", "style", "bench");

    /** Commands that ask for few kinds of layers, each of which is read then. */
    private static final Set<String> WITH_FEW_KINDS =
            Set.of("risk", "rerun", "info", "print", "export", "runs", "query");

    /** Commands that open no project. */
    private static final Set<String> WITHOUT_PROJECT = Set.of("formats", "operations", "models", "catalogue");

    private static final Runnable KINDS = () -> Catalogue.standard().kinds();

    /** Done when the locks of the map library are settled. */
    private static volatile CompletableFuture<Void> settled = CompletableFuture.completedFuture(null);

    private Readiness() {}

    /**
     * Begins, and returns at once: the command is understood meanwhile, which knows nothing of maps. Whoever then needs the
     * map library first waits with {@link #await()}. What cannot be loaded is told by whoever really needs it.
     *
     * @param command what the program was asked for
     */
    public static void begin(String command) {
        if (!WITHOUT_PROJECT.contains(command)) {
            beside("riskmap-store", List.of(GeoPackage::load));
        }
        load(
                WITHOUT_CATALOGUE.contains(command)
                        ? List.of()
                        : List.of(WITH_FEW_KINDS.contains(command) ? Catalogue::standard : KINDS));
    }

    /** The same for the window: the toolkit starts meanwhile. */
    public static void beginForWindow() {
        load(List.of(KINDS));
    }

    /** Waits until it is safe for several threads to use the map library. */
    public static void await() {
        settled.join();
    }

    private static void load(List<Runnable> further) {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        settled = begun;
        List<Runnable> parts = new ArrayList<>();
        parts.add(() -> {
            try {
                settleLocks();
            } finally {
                begun.complete(null);
            }
        });
        parts.add(() -> org.geotools.util.logging.Logging.getLogger(Readiness.class));
        parts.add(() -> Crs.of("EPSG:4490"));
        parts.addAll(further);
        beside("riskmap-readiness", parts);
    }

    private static void beside(String name, List<Runnable> parts) {
        Thread thread = new Thread(() -> parts.forEach(Readiness::attempt), name);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * GeoTools' list of functions is made under the lock of its factories and needs this class, whose own beginning needs
     * that lock: two threads that begin at either end wait for each other for ever. Begun here, lock first and before
     * there is a second thread that knows of maps, it cannot happen.
     */
    private static void settleLocks() {
        synchronized (CommonFactoryFinder.class) {
            attempt(() -> new FilterAttributeExtractor().getAttributeNameSet());
        }
    }

    private static void attempt(Runnable part) {
        try {
            part.run();
        } catch (RuntimeException | LinkageError told) {
            // the one who needs it meets the same failure, and says so
        }
    }
}
