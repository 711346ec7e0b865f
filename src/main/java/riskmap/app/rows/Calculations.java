package riskmap.app.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.filter.Filter;
import riskmap.app.Answer;
import riskmap.app.LayerAddress;
import riskmap.app.ecql.EcqlCheck;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.data.Changes;

/** Works out a field of a project's layer from the command line, as one step of editing that can be undone. */
public final class Calculations {
    private Calculations() {}

    /**
     * Fills a field.
     *
     * @param address {@code PROJECT#LAYER}
     * @param field the column that is filled
     * @param expression ECQL expression of the new value
     * @param where ECQL condition on the rows, null for all
     * @param dry only say what would happen
     */
    public static Answer run(
            String address, String field, String expression, String where, boolean dry, Progress progress) {
        LayerAddress layer = LayerAddress.ofExisting(address);
        try (Workspace workspace = Workspace.open(layer.file(), dry, progress)) {
            FieldFill fill = FieldFill.byExpression(workspace, layer.layer(), field, expression);
            Filter rows =
                    EcqlCheck.condition(where, workspace.features(layer.layer()).getSchema());
            FieldFill.Preview preview = fill.preview(rows, 0, progress.part(0, 0.4));
            if (!dry) {
                Changes step = fill.step(rows, progress.part(0.4, 0.6));
                workspace.edits().commit(step, progress.part(0.6, 1));
            }
            return answer(layer, fill, preview, dry);
        }
    }

    private static Answer answer(LayerAddress layer, FieldFill fill, FieldFill.Preview preview, boolean dry) {
        List<String> lines = new ArrayList<>();
        lines.add(Message.of(
                        dry ? "app.fill-would" : "app.fill-done",
                        layer,
                        fill.heading(),
                        preview.changed(),
                        preview.same(),
                        preview.wrong())
                .text());
        List<Map<String, Object>> problems = new ArrayList<>();
        for (FieldFill.Line line : preview.problems()) {
            String said = line.problem().orElseThrow().text();
            lines.add(layer.layer() + "." + line.fid() + ": " + said);
            problems.add(Map.of("fid", line.fid(), "problem", said));
        }
        Map<String, Object> facts = new LinkedHashMap<>(FieldFill.facts(preview));
        facts.put("problems", problems);
        return new Answer(String.join("\n", lines), facts, preview.wrong() == 0);
    }
}
