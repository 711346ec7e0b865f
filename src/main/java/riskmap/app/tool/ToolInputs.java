package riskmap.app.tool;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeatureType;
import riskmap.analysis.FittingShapes;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.analysis.Operation;
import riskmap.analysis.ShapeKind;
import riskmap.app.ecql.EcqlCheck;
import riskmap.app.project.Workspace;
import riskmap.base.NameList;
import riskmap.base.Parameter;
import riskmap.base.ParameterValues;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.geo.raster.Grid;
import riskmap.risk.ContentHash;

/** The layers a tool is given, and what they hold as hashes. */
final class ToolInputs {
    private ToolInputs() {}

    /** Says which input is unknown or missing. */
    static void checkNames(Operation operation, Map<String, String> inputs) {
        List<String> known = operation.parameters().stream()
                .filter(Parameter::isInput)
                .map(Parameter::key)
                .toList();
        for (String name : inputs.keySet()) {
            if (!known.contains(name)) {
                throw RiskMapException.of("app.input-unknown", operation.id(), name, NameList.of(known));
            }
        }
        for (Parameter parameter : operation.parameters()) {
            if (parameter.isInput() && !parameter.optional() && !inputs.containsKey(parameter.key())) {
                throw RiskMapException.of("app.input-missing", operation.id(), parameter.key(), parameter.title());
            }
        }
    }

    /**
     * Says which layer is none that the tool works on, and what is wrong with a condition.
     *
     * @throws RiskMapException when the tool would do nothing sensible with what it is given
     */
    static void check(Operation operation, Inputs inputs, ParameterValues values) {
        for (Parameter parameter : operation.parameters()) {
            String key = parameter.key();
            if (parameter.type() == Parameter.Type.FEATURES && inputs.has(key)) {
                SimpleFeatureType type = inputs.features(key).getSchema();
                ShapeKind kind = ShapeKind.of(type);
                FittingShapes fitting = operation.shapes(key);
                if (!fitting.fits(kind)) {
                    throw RiskMapException.of(
                            "app.input-shapes",
                            parameter.title(),
                            key,
                            fitting.title(),
                            type.getTypeName(),
                            kind.title());
                }
            }
            boolean condition = parameter.type() == Parameter.Type.EXPRESSION && key.equals("where");
            if (condition && values.has(key)) {
                EcqlCheck.condition(
                        values.text(key), inputs.features("features").getSchema());
            }
        }
    }

    /** The layers of an open project, by their sources. */
    static Inputs of(Workspace project, Map<String, String> sources, Progress progress) {
        Map<String, LayerData> layers = new LinkedHashMap<>();
        sources.forEach((name, source) -> layers.put(name, project.data(source, progress)));
        return new Inputs(layers);
    }

    /** What each input holds. */
    static Map<String, ToolRecord.Content> contents(Inputs inputs, Map<String, String> sources, Progress progress) {
        Map<String, ToolRecord.Content> contents = new LinkedHashMap<>();
        sources.forEach((name, source) -> {
            progress.check();
            if (inputs.isGrid(name)) {
                contents.put(name, content(source, inputs.grid(name), progress));
            } else {
                contents.put(name, content(source, inputs.rows(name, progress), progress));
            }
        });
        return contents;
    }

    static ToolRecord.Content content(String source, Grid grid, Progress progress) {
        return new ToolRecord.Content(
                source, ContentHash.of(grid, progress), grid.geometry().cellCount(), true);
    }

    static ToolRecord.Content content(String source, LayerRows rows, Progress progress) {
        return new ToolRecord.Content(source, ContentHash.of(rows, progress), rows.size(), false);
    }

    /** A file's address as seen from a project: of its own layers only the layer, of files beside it the relative path. */
    static String seenFrom(Path project, Path file, String layer) {
        Path own = project.toAbsolutePath().normalize();
        Path other = file.toAbsolutePath().normalize();
        String suffix = layer.isEmpty() ? "" : "#" + layer;
        if (own.equals(other) && !layer.isEmpty()) {
            return suffix;
        }
        Path folder = own.getParent();
        String path = other.startsWith(folder) ? folder.relativize(other).toString() : other.toString();
        return path.replace('\\', '/') + suffix;
    }
}
