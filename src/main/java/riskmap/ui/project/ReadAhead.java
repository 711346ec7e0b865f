package riskmap.ui.project;

import java.util.List;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.base.CancelledException;
import riskmap.base.Progress;
import riskmap.render.MapPainter;
import riskmap.render.PaintLayer;

/**
 * The reading of a project's layers while the window still makes ready to show them: its panels take as long as the data.
 * The first picture waits for what is not read yet, and reads nothing twice.
 */
final class ReadAhead {
    private final List<PaintLayer> layers;
    private volatile boolean stopped;

    private ReadAhead(List<PaintLayer> layers) {
        this.layers = List.copyOf(layers);
    }

    /** Begins, and returns at once. */
    static ReadAhead begin(MapPainter painter, List<PaintLayer> layers, CoordinateReferenceSystem crs) {
        ReadAhead ahead = new ReadAhead(layers);
        Thread reading = new Thread(() -> ahead.read(painter, crs), "riskmap-read-ahead");
        reading.setDaemon(true);
        reading.start();
        return ahead;
    }

    private void read(MapPainter painter, CoordinateReferenceSystem crs) {
        try {
            painter.read(layers, crs, Progress.silentUntil(() -> stopped));
        } catch (CancelledException e) {
            // the project was closed
        } catch (RuntimeException e) {
            // the picture meets the same trouble, and tells it
            System.getLogger("riskmap").log(System.Logger.Level.DEBUG, "not read ahead", e);
        }
    }

    /** The layers that it reads, from the bottom up. */
    List<PaintLayer> layers() {
        return layers;
    }

    /** Ends it: the project is closed. */
    void stop() {
        stopped = true;
    }
}
