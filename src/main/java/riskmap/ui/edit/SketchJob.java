package riskmap.ui.edit;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.Message;
import riskmap.data.GeometryKind;
import riskmap.edit.sketch.Sketch;
import riskmap.edit.sketch.SketchGeometry;

/** What a sketch is drawn for: a new feature, a line to split by, the way something is moved. */
public interface SketchJob {
    /** As many points as the user likes. */
    int ANY = Integer.MAX_VALUE;

    /** Why nothing can be drawn for this now; empty when it can. */
    Optional<Message> hindrance();

    /** What is drawn. */
    GeometryKind kind();

    /** What the user is asked to do next. */
    Message hint(Sketch sketch);

    /** After so many points it is finished without being told. */
    default int enough() {
        return ANY;
    }

    /** Why it cannot be finished yet. */
    default Optional<Message> problem(Sketch sketch) {
        return sketch.problem();
    }

    /** Whether a sketch is worth keeping through a crash. */
    default boolean isKept() {
        return false;
    }

    /** Whether a drag gives the first two points at once. */
    default boolean takesDrags() {
        return false;
    }

    /** The lines to show, with the pointer (may be null) as next vertex. */
    default List<List<Coordinate>> preview(Sketch sketch, Coordinate pointer) {
        return SketchGeometry.preview(sketch, pointer);
    }

    /** Reads a single number typed, such as an angle, instead of a place; true when it was one and is used. */
    default boolean typed(String text, Sketch sketch, Outcome outcome) {
        return false;
    }

    /** The sketch is finished. Must end in one of the outcomes, now or later. */
    void done(Sketch sketch, Outcome outcome);

    /** How it went. */
    interface Outcome {
        /** It is done; the sketch is let go. */
        void kept();

        /** It was not done; the sketch is there again. */
        void dropped();
    }
}
