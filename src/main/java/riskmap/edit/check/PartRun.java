package riskmap.edit.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;

/** Layer checks when only some rows are subjects: with their neighbours, or with all rows where distance is no excuse. */
final class PartRun {
    /** Metres around the subjects within which a row is a neighbour; beyond any tolerance of a rule that looks at neighbours. */
    private static final double NEIGHBOURHOOD = 60;

    private final LayerRun run;
    private final Envelope subjects;

    PartRun(LayerRun run, Envelope subjects) {
        this.run = run;
        this.subjects = subjects;
    }

    void run(Set<LayerCheck> checks, Progress progress) {
        List<LayerCheck> far = new ArrayList<>();
        List<LayerCheck> near = new ArrayList<>();
        checks.forEach(check -> (check.wholeLayer() ? far : near).add(check));
        if (!far.isEmpty()) {
            together(far, new Envelope(), progress.part(0, 0.5));
        }
        if (!near.isEmpty()) {
            Envelope around = new Envelope(subjects);
            around.expandBy(NEIGHBOURHOOD);
            if (!subjects.isNull()) {
                together(near, around, progress.part(0.5, 1));
            }
        }
    }

    private void together(List<LayerCheck> checks, Envelope around, Progress progress) {
        LayerRows rows = new LayerRows(LayerRun.columns(checks));
        try (SimpleFeatureIterator features =
                Neighbours.around(run.source(), run.inProjectCrs() ? around : new Envelope())) {
            while (features.hasNext()) {
                progress.check();
                Row row = run.row(features.next());
                run.keep(rows, checks, row, isSubject(row));
            }
        } catch (IOException e) {
            throw new RiskMapException(Message.of("edit.check-unreadable", run.layer(), e.getMessage()), e);
        }
        run.collect(checks, rows, progress);
    }

    private boolean isSubject(Row row) {
        boolean listed = run.scope()
                .rows(run.layer())
                .map(keys -> keys.contains(row.fid()))
                .orElse(true);
        Envelope extent = run.scope().extent();
        boolean meets = extent.isNull()
                || row.shape() != null && extent.intersects(row.shape().getEnvelopeInternal());
        return listed && meets && run.scope().takesTown(row.town());
    }
}
