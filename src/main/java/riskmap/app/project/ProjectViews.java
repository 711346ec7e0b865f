package riskmap.app.project;

import java.util.function.UnaryOperator;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import riskmap.base.Message;
import riskmap.base.RiskMapException;
import riskmap.geo.crs.Crs;
import riskmap.map.Bookmark;
import riskmap.map.SavedViews;

/** The bookmarks and map themes of a project: its document {@code views}. */
public final class ProjectViews {
    /** Key of the document in the project. */
    public static final String KEY = "views";

    private ProjectViews() {}

    /** What the project keeps; nothing when it has kept nothing yet. */
    public static SavedViews of(Workspace project) {
        return project.store()
                .document(KEY)
                .map(text -> SavedViews.read(text, project.file().getFileName() + " · " + KEY, note -> {}))
                .orElse(SavedViews.NONE);
    }

    /**
     * Changes what the project keeps and stores it.
     *
     * @return what it keeps now
     * @throws RiskMapException when the project is open for reading only
     */
    public static SavedViews change(Workspace project, UnaryOperator<SavedViews> change) {
        if (project.isReadOnly()) {
            throw RiskMapException.of("app.project-read-only", project.file());
        }
        synchronized (project) {
            SavedViews before = of(project);
            SavedViews changed = change.apply(before);
            if (!changed.equals(before)) {
                project.store().putDocument(KEY, changed.write());
            }
            return changed;
        }
    }

    /** The extent of a bookmark in the CRS of a map. */
    public static Envelope extent(Bookmark bookmark, CoordinateReferenceSystem mapCrs) {
        Envelope own = new Envelope(
                bookmark.extent().get(0),
                bookmark.extent().get(2),
                bookmark.extent().get(1),
                bookmark.extent().get(3));
        CoordinateReferenceSystem crs = Crs.of(bookmark.crs());
        if (Crs.same(crs, mapCrs)) {
            return own;
        }
        Envelope moved = Crs.transform(crs, mapCrs)
                .apply(new GeometryFactory().toGeometry(own))
                .getEnvelopeInternal();
        if (!Double.isFinite(moved.getMinX() + moved.getMaxX() + moved.getMinY() + moved.getMaxY())) {
            throw new RiskMapException(Message.of("app.place-outside-crs", bookmark.name(), Crs.title(mapCrs)), null);
        }
        return moved;
    }
}
