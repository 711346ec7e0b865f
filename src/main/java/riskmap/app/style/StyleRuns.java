package riskmap.app.style;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import riskmap.app.Answer;
import riskmap.app.project.Workspace;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.map.MapLayer;
import riskmap.style.ClassLimits;
import riskmap.style.ClassStyles;
import riskmap.style.ColourRamp;

/** Styles from the command line. */
public final class StyleRuns {
    private StyleRuns() {}

    /** One symbol. */
    public static StyleChoice single(String colour) {
        return new StyleChoice.Single(colour, ClassStyles.Look.USUAL);
    }

    /** Categories; the ramp may be null. */
    public static StyleChoice categories(String field, String ramp, boolean reversed) {
        return new StyleChoice.Categories(
                field, ramp == null ? ColourRamp.SET : ColourRamp.of(ramp), reversed, ClassStyles.Look.USUAL);
    }

    /** Classes of numbers; the ramp may be null. */
    public static StyleChoice graduated(
            String field, String method, int classes, List<Double> own, String ramp, boolean reversed) {
        return new StyleChoice.Graduated(
                field,
                ClassLimits.Method.of(method),
                classes,
                List.copyOf(own),
                ramp == null ? ColourRamp.CIVIDIS : ColourRamp.of(ramp),
                reversed,
                ClassStyles.Look.USUAL);
    }

    /** Classes of the cells of a raster; the ramp may be null. */
    public static StyleChoice cells(int classes, String ramp, boolean reversed) {
        return new StyleChoice.Cells(classes, ramp == null ? ColourRamp.VIRIDIS : ColourRamp.of(ramp), reversed);
    }

    /** A document. */
    public static StyleChoice sld(String file) {
        return new StyleChoice.Sld(Path.of(file));
    }

    /** Makes a style and keeps it. */
    public static Answer apply(Path file, String said, StyleChoice choice, Progress progress) {
        try (Workspace project = Workspace.open(file, false, progress)) {
            MapLayer layer = StyleStore.find(project, said);
            MadeStyle made = StyleMaking.make(project, layer, choice, progress);
            StyleStore.save(project, layer.id(), made.sld());
            StringBuilder text = new StringBuilder();
            List<Map<String, Object>> classes = new ArrayList<>();
            for (MadeStyle.Class each : made.classes()) {
                text.append(String.format(
                        "%,10d  %s  %s%n",
                        each.count(), each.colour(), each.title().text()));
                Map<String, Object> fact = new LinkedHashMap<>();
                fact.put("title", each.title().text());
                fact.put("colour", each.colour());
                fact.put("count", each.count());
                classes.add(fact);
            }
            if (made.missing() > 0) {
                text.append(Message.of("app.style-none-missing", made.missing()).text())
                        .append('\n');
            }
            List<String> notes = made.notes().stream().map(Message::text).toList();
            notes.forEach(note -> text.append(note).append('\n'));
            text.append(Message.of("app.style-saved", layer.title()).text());
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("layer", layer.id());
            facts.put("classes", classes);
            facts.put("missing", made.missing());
            facts.put("notes", notes);
            return new Answer(text.toString(), facts);
        }
    }

    /** Writes the style of a layer to a file. */
    public static Answer export(Path file, String said, String out, Progress progress) {
        try (Workspace project = Workspace.open(file, true, progress)) {
            MapLayer layer = StyleStore.find(project, said);
            StyleStore.export(project, layer, Path.of(out));
            return new Answer(
                    Message.of("app.style-exported", layer.title(), out).text(), Map.of("written", out));
        }
    }

    /** Takes the last saved change of a style back, or does the undone one again. */
    public static Answer walk(Path file, boolean back, Progress progress) {
        try (Workspace project = Workspace.open(file, false, progress)) {
            Optional<Message> step = back ? StyleStore.undo(project) : StyleStore.redo(project);
            Message told = step.map(name -> Message.of(back ? "app.style-undone" : "app.style-redone", name))
                    .orElse(Message.of("app.style-nothing"));
            return new Answer(told.text(), Map.of("changed", step.isPresent()));
        }
    }

    /** Back to the former style. */
    public static Answer reset(Path file, String said, Progress progress) {
        try (Workspace project = Workspace.open(file, false, progress)) {
            MapLayer layer = StyleStore.find(project, said);
            boolean changed = StyleStore.reset(project, layer.id());
            Message told = changed
                    ? Message.of("app.style-reset", layer.title())
                    : Message.of("app.style-reset-already", layer.title());
            return new Answer(told.text(), Map.of("layer", layer.id(), "changed", changed));
        }
    }
}
