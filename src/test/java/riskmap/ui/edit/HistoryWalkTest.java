package riskmap.ui.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.geotools.feature.simple.SimpleFeatureTypeBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Changes;
import riskmap.data.EditStep;
import riskmap.data.RowChange;
import riskmap.edit.EditSession;
import riskmap.geo.crs.Crs;

class HistoryWalkTest {
    private static final int STEPS = 4;

    @TempDir
    private Path folder;

    @Test
    void theWalkEndsAtTheStepAndAtEitherEndForNumbersBeyondThem() {
        try (Workspace project = Workspace.create(folder.resolve("p.gpkg"), "p", "EPSG:4550")) {
            SimpleFeatureTypeBuilder type = new SimpleFeatureTypeBuilder();
            type.setName("stop");
            type.add("geom", Point.class, Crs.of(4550));
            project.store().createLayer(type.buildFeatureType(), null);
            EditSession edits = project.edits();
            for (int i = 0; i < STEPS; i++) {
                Map<String, Object> row =
                        Map.of("geom", new GeometryFactory().createPoint(new Coordinate(420_000 + i, 4_141_000)));
                edits.commit(
                        new Changes(
                                Message.of("ui.command.draw"),
                                List.of(RowChange.added("stop", edits.newFid("stop"), row))),
                        Progress.silent());
            }
            long second = edits.history(STEPS).get(STEPS - 2).seq();

            assertThat(doneAfter(edits, Long.MAX_VALUE)).isEqualTo(STEPS);
            assertThat(doneAfter(edits, second)).isEqualTo(2);
            assertThat(doneAfter(edits, Long.MAX_VALUE)).isEqualTo(STEPS);
            assertThat(doneAfter(edits, 0)).isZero();
            assertThat(doneAfter(edits, Long.MIN_VALUE)).isZero();
            assertThat(doneAfter(edits, second)).isEqualTo(2);
        }
    }

    private static long doneAfter(EditSession edits, long seq) {
        HistoryWalk.to(edits, seq, Progress.silent());
        return edits.history(STEPS).stream()
                .filter(step -> step.state() == EditStep.State.DONE)
                .count();
    }
}
