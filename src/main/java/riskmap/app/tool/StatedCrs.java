package riskmap.app.tool;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.app.LayerAddress;
import riskmap.app.project.Rasters;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.io.FeatureStream;
import riskmap.io.Format;
import riskmap.io.GridFormat;
import riskmap.io.ImportLog;
import riskmap.io.ReadOptions;
import riskmap.io.VectorFormat;

/** A CRS said behind a file that states one itself: what is said goes, and both are told where they are not the same. */
final class StatedCrs {
    /** Reasons for a CRS that nothing in the file states. */
    private static final Set<String> SUPPOSED = Set.of("io.crs-by-names", "io.crs-by-values", "io.crs-not-stated");

    private StatedCrs() {}

    /** What to tell of the two; nothing where none is said, none is stated, or they are the same. */
    static Optional<Message> differs(LayerAddress at, InputAddress given, Format format) {
        if (given.crs() == null) {
            return Optional.empty();
        }
        CoordinateReferenceSystem said = Crs.of(given.crs());
        CoordinateReferenceSystem stated;
        try {
            stated = stated(at, format);
        } catch (IOException | RiskMapException unread) {
            // where it matters it is told when the file is read
            return Optional.empty();
        }
        return stated == null || Crs.same(stated, said)
                ? Optional.empty()
                : Optional.of(Message.of("app.input-crs-said", at, Crs.title(stated), Crs.title(said)));
    }

    private static CoordinateReferenceSystem stated(LayerAddress at, Format format) throws IOException {
        ImportLog log = new ImportLog();
        CoordinateReferenceSystem crs;
        if (format instanceof GridFormat) {
            crs = Rasters.lattice(at.file(), ReadOptions.standard(), note -> {}, Progress.silent())
                    .crs();
        } else {
            try (FeatureStream stream =
                    ((VectorFormat) format).read(at.file(), at.layer(), ReadOptions.standard(), log)) {
                crs = stream.type().getCoordinateReferenceSystem();
            }
        }
        Message reason = log.facts().crsReason();
        return reason != null && SUPPOSED.contains(reason.key()) ? null : crs;
    }
}
