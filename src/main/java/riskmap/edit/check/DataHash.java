package riskmap.edit.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.locationtech.jts.geom.Geometry;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerKind;
import riskmap.geo.crs.CrsTransform;

/**
 * A hash of the rows of a layer, town by town: SHA-256 over the hashes of the rows, each over all its columns with their
 * names. The order in which rows are stored and their keys do not matter; any other change of any value does.
 */
public final class DataHash {
    /**
     * The rows of a town.
     *
     * @param rows how many
     * @param hash of them, hexadecimal
     */
    public record Part(long rows, String hash) {}

    private DataHash() {}

    /** Town → its rows; rows of no town stand under the empty name. */
    public static SortedMap<String, Part> of(SurveyData data, String layer, Progress progress) {
        LayerKind kind = data.kind(layer).orElseThrow(() -> RiskMapException.of("edit.check-no-kind", layer));
        Surroundings around = new Surroundings(data);
        var source = data.features(layer);
        var toProject = around.toProject(source.getSchema());
        Map<String, List<byte[]>> towns = new TreeMap<>();
        try (SimpleFeatureIterator rows = source.getFeatures().features()) {
            while (rows.hasNext()) {
                progress.check();
                SimpleFeature row = rows.next();
                Geometry shape = (Geometry) row.getDefaultGeometry();
                Geometry placed = shape == null ? null : placed(toProject.orElse(null), shape);
                towns.computeIfAbsent(around.townOf(row, kind, placed), key -> new ArrayList<>())
                        .add(hash(row));
            }
        } catch (IOException e) {
            throw new RiskMapException(Message.of("edit.check-unreadable", layer, e.getMessage()), e);
        }
        SortedMap<String, Part> parts = new TreeMap<>();
        towns.forEach((town, hashes) -> parts.put(town, part(hashes)));
        return parts;
    }

    private static Geometry placed(CrsTransform transform, Geometry shape) {
        return transform == null ? shape : transform.apply(shape);
    }

    private static byte[] hash(SimpleFeature row) {
        List<Object> values = new ArrayList<>();
        for (AttributeDescriptor column : row.getFeatureType().getAttributeDescriptors()) {
            Object value = row.getAttribute(column.getName());
            if (value != null) {
                values.add(column.getLocalName());
                values.add(value);
            }
        }
        return Evidence.sha256(Evidence.bytes(values.toArray()));
    }

    private static Part part(List<byte[]> hashes) {
        hashes.sort(Arrays::compareUnsigned);
        ByteArrayOutputStream all = new ByteArrayOutputStream(32 * hashes.size());
        hashes.forEach(all::writeBytes);
        return new Part(hashes.size(), HexFormat.of().formatHex(Evidence.sha256(all.toByteArray())));
    }
}
