package riskmap.render;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * Which part of a picture edits have made stale, so that painting it anew gives the very picture that painting everything
 * would. Features reach as far around their box as the painter lets any feature reach. Mostly that is all; but rows are
 * painted in batches, and those of another look in the order in which looks come up: where an edit may have moved others
 * into another batch or turn, all of the band is stale.
 */
final class Repainting {
    private final List<MapPainter.Prepared> layers;
    private final List<Changed> changed;
    private final boolean wholeBands;

    /** A layer before and after edits. */
    private record Changed(FeaturePainter before, FeaturePainter after, List<EditTrail.Step> steps) {}

    private Repainting(List<MapPainter.Prepared> layers, List<Changed> changed, boolean wholeBands) {
        this.layers = layers;
        this.changed = changed;
        this.wholeBands = wholeBands;
    }

    /** What is stale of a picture; empty when more than features of its layers has changed. */
    static Optional<Repainting> between(List<MapPainter.Prepared> before, List<MapPainter.Prepared> after) {
        if (before.size() != after.size()) {
            return Optional.empty();
        }
        List<MapPainter.Prepared> layers = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        boolean othersMatter = false;
        boolean rastersOnlyBelow = true;
        boolean featuresBelow = false;
        for (int i = 0; i < before.size(); i++) {
            FeaturePainter was = before.get(i).painter();
            FeaturePainter is = after.get(i).painter();
            if (!same(before.get(i).layer(), after.get(i).layer())) {
                return Optional.empty();
            }
            layers.add(is == null || was.layer() == is.layer() ? before.get(i) : after.get(i));
            if (is == null) {
                rastersOnlyBelow &= !featuresBelow;
                continue;
            }
            featuresBelow = true;
            othersMatter |= !is.isUniform();
            if (was.layer() != is.layer()) {
                Optional<List<EditTrail.Step>> steps = is.layer().since(was.layer());
                if (steps.isEmpty()) {
                    return Optional.empty();
                }
                changed.add(new Changed(was, is, steps.get()));
            }
        }
        return Optional.of(new Repainting(layers, changed, othersMatter || !rastersOnlyBelow));
    }

    private static boolean same(PaintLayer a, PaintLayer b) {
        return a == b
                || a.data().equals(b.data())
                        && a.style() == b.style()
                        && a.filter().equals(b.filter())
                        && a.opacity() == b.opacity();
    }

    /** The layers as they are now; those that have not changed are those of before, which know what is in sight. */
    List<MapPainter.Prepared> layers() {
        return layers;
    }

    /** The stale rectangle of a band, empty for none. */
    Rectangle in(PaintTarget band) {
        Rectangle all = new Rectangle();
        boolean turned = band.viewport().isTurned();
        for (Changed one : changed) {
            Rectangle own = dirty(one, band);
            // rows that only lie around a turned band are in its batches too
            if ((!own.isEmpty() || turned) && (wholeBands || !isSteady(one, band))) {
                return band.area();
            }
            if (!own.isEmpty()) {
                all = all.isEmpty() ? own : all.union(own);
            }
        }
        return all;
    }

    private static Rectangle dirty(Changed one, PaintTarget band) {
        if (one.before().showsElsewhere() || one.after().showsElsewhere()) {
            return band.area();
        }
        Viewport viewport = band.viewport();
        PackedLayer layer = one.after().layer();
        double margin = Math.max(
                        one.before().wide(band).margin(), one.after().wide(band).margin())
                + 1;
        Envelope all = new Envelope();
        for (EditTrail.Step step : one.steps()) {
            for (float[] box : step.boxes()) {
                Envelope onTarget = viewport.targetAround(new Envelope(
                        layer.originX() + box[0],
                        layer.originX() + box[2],
                        layer.originY() + box[1],
                        layer.originY() + box[3]));
                onTarget.expandBy(margin);
                Rectangle area = band.area();
                if (onTarget.intersects(new Envelope(area.getMinX(), area.getMaxX(), area.getMinY(), area.getMaxY()))) {
                    all.expandToInclude(onTarget);
                }
            }
        }
        if (all.isNull()) {
            return new Rectangle();
        }
        int x = (int) Math.floor(Math.max(-1, all.getMinX()));
        int y = (int) Math.floor(Math.max(-1, all.getMinY()));
        int right = (int) Math.ceil(Math.min(viewport.width() + 1, all.getMaxX()));
        int bottom = (int) Math.ceil(Math.min(viewport.height() + 1, all.getMaxY()));
        return new Rectangle(x, y, right - x, bottom - y).intersection(band.area());
    }

    /** Whether the rows that were not edited are still painted in the same batches and order. */
    private static boolean isSteady(Changed one, PaintTarget band) {
        IntList before = one.before().visible(band);
        IntList after = one.after().visible(band);
        if (before.size() <= LinePainter.BATCH && after.size() <= LinePainter.BATCH) {
            return true;
        }
        if (!before.sameAs(after)) {
            return false;
        }
        PathBuilder was = new PathBuilder(one.before().layer(), band);
        PathBuilder is = new PathBuilder(one.after().layer(), band);
        for (EditTrail.Step step : one.steps()) {
            if (step.renumbered()) {
                return false;
            }
            for (int row : step.rows()) {
                if (one.before().layer().dimension(row) != one.after().layer().dimension(row)
                        || !one.before().rules(row).equals(one.after().rules(row))
                        || PolygonPainter.isSmall(was, row)
                        || PolygonPainter.isSmall(is, row)) {
                    return false;
                }
            }
        }
        return true;
    }
}
