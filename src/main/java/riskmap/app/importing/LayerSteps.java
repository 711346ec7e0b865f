package riskmap.app.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.geotools.api.data.Query;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.data.simple.SimpleFeatureIterator;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Changes;
import riskmap.data.RowChange;

/**
 * Rows into a layer that is there, as one step of the edit history; more than {@value #MOST} in one bulk transaction,
 * before which the project is copied where rows are lost by it.
 */
final class LayerSteps {
    /** Rows that are kept twice over, in the layer and in the history, without anybody waiting for it. */
    static final int MOST = 20_000;

    private final Workspace workspace;
    private final String layer;
    private final String source;
    private final ImportOutcome outcome;

    LayerSteps(Workspace workspace, String layer, String source, ImportOutcome outcome) {
        this.workspace = workspace;
        this.layer = layer;
        this.source = source;
        this.outcome = outcome;
    }

    void run(Iterator<SimpleFeature> features, boolean replace, Progress progress) throws IOException {
        outcome.removed = replace ? workspace.features(layer).getCount(Query.ALL) : 0;
        List<SimpleFeature> first = new ArrayList<>();
        while (features.hasNext() && first.size() + outcome.removed <= MOST) {
            first.add(features.next());
        }
        if (!features.hasNext() && first.size() + outcome.removed <= MOST) {
            step(first, replace, progress);
            outcome.added = first.size();
            outcome.undoable = true;
            return;
        }
        Iterator<SimpleFeature> all = Stream.concat(
                        first.stream(),
                        StreamSupport.stream(
                                java.util.Spliterators.spliteratorUnknownSize(features, java.util.Spliterator.ORDERED),
                                false))
                .iterator();
        if (replace) {
            backUp(workspace, outcome, progress.part(0, 0.2));
            outcome.added = workspace.store().replace(layer, all, -1, progress.part(0.2, 1));
        } else {
            Message name = Message.of("app.import-edit-step", source, layer);
            outcome.added = workspace.edits().append(name, layer, all, -1, progress);
            outcome.undoable = true;
        }
    }

    private void step(List<SimpleFeature> features, boolean replace, Progress progress) throws IOException {
        List<RowChange> rows = new ArrayList<>();
        if (replace) {
            try (SimpleFeatureIterator there =
                    workspace.features(layer).getFeatures().features()) {
                while (there.hasNext()) {
                    rows.add(RowChange.removed(layer, there.next()));
                }
            }
        }
        for (SimpleFeature feature : features) {
            rows.add(RowChange.added(layer, workspace.edits().newFid(layer), ImportGate.values(feature)));
        }
        commit(workspace, source, layer, rows, progress);
    }

    /** One step of the edit history, named after the source. */
    static void commit(Workspace workspace, String source, String layer, List<RowChange> rows, Progress progress) {
        if (!rows.isEmpty()) {
            Message name = Message.of("app.import-edit-step", source, layer);
            workspace.edits().commitImport(new Changes(name, rows), progress);
        }
    }

    /** Copies the project: what goes cannot be brought back by undo. */
    static void backUp(Workspace workspace, ImportOutcome outcome, Progress progress) {
        Path copy = workspace.backups().make(progress);
        outcome.remark(Message.of(
                "app.import-backup", workspace.folder().relativize(copy).toString()));
    }
}
