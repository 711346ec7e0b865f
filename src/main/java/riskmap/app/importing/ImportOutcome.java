package riskmap.app.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import riskmap.base.Message;
import riskmap.io.FieldConversion;
import riskmap.io.ImportLog;

/** What became of the rows of one source, or would become of them in a dry run. */
public final class ImportOutcome {
    private final String source;
    private final String layer;
    private final ImportMode mode;
    private final ImportLog log = new ImportLog();
    private final List<Message> remarks = new ArrayList<>();
    private List<FieldConversion> conversions = List.of();
    private List<String> unmapped = List.of();
    private Map<String, Long> missing = Map.of();
    private Envelope extent = new Envelope();
    private String rejectedLayer;
    long added;
    long updated;
    long unchanged;
    long removed;
    long rejected;
    boolean undoable;

    ImportOutcome(String source, String layer, ImportMode mode) {
        this.source = source;
        this.layer = layer;
        this.mode = mode;
    }

    /** The file, or the layer in it. */
    public String source() {
        return source;
    }

    /** The layer that is written. */
    public String layer() {
        return layer;
    }

    public ImportMode mode() {
        return mode;
    }

    public ImportLog log() {
        return log;
    }

    public long added() {
        return added;
    }

    public long updated() {
        return updated;
    }

    public long unchanged() {
        return unchanged;
    }

    public long removed() {
        return removed;
    }

    public long rejected() {
        return rejected;
    }

    /** Whether the window can take the import back as one step. */
    public boolean isUndoable() {
        return undoable;
    }

    /** The layer that keeps the rows that were turned away; null without. */
    public String rejectedLayer() {
        return rejectedLayer;
    }

    /** Which column filled which field, and what was converted. */
    public List<FieldConversion> conversions() {
        return conversions;
    }

    /** Columns of the source that filled no field. */
    public List<String> unmapped() {
        return unmapped;
    }

    /** Required field → rows that came in without it. */
    public Map<String, Long> missing() {
        return missing;
    }

    /** Extent of the rows in the project's CRS; null when none has a place. */
    public Envelope extent() {
        return extent;
    }

    /** What else is worth knowing: GCJ-02, the district, the backup. */
    public List<Message> remarks() {
        return List.copyOf(remarks);
    }

    void remark(Message message) {
        remarks.add(message);
    }

    void mapped(List<FieldConversion> newConversions, List<String> newUnmapped) {
        conversions = newConversions;
        unmapped = newUnmapped;
    }

    void through(ImportGate gate) {
        missing = gate.missing();
        extent = gate.extent();
        rejected = gate.rejected().size();
    }

    void keptIn(String newRejectedLayer) {
        rejectedLayer = newRejectedLayer;
    }

    /** The numbers in one sentence. */
    public Message counts() {
        return Message.of(
                "app.import-rows",
                Long.toString(added),
                Long.toString(updated),
                Long.toString(unchanged),
                Long.toString(removed),
                Long.toString(rejected));
    }

    /** All there is to say, a line each. */
    public List<Message> lines() {
        List<Message> lines = new ArrayList<>();
        lines.add(counts());
        ImportLog.Facts facts = log.facts();
        if (facts.encodingReason() != null) {
            lines.add(Message.of("app.import-encoding", facts.encoding(), facts.encodingReason()));
        }
        if (facts.crsReason() != null) {
            lines.add(Message.of("app.import-crs", facts.crsReason()));
        }
        for (FieldConversion field : conversions) {
            if (field.converted() > 0) {
                lines.add(Message.of(
                        "app.import-converted",
                        field.column(),
                        field.field(),
                        Long.toString(field.converted()),
                        field.example()));
            }
        }
        missing.forEach((field, count) -> lines.add(Message.of("app.import-missing", field, Long.toString(count))));
        if (rejectedLayer != null) {
            lines.add(Message.of("app.import-kept", Long.toString(rejected), rejectedLayer));
        }
        lines.addAll(remarks);
        return lines;
    }

    /** The same as facts. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("source", source);
        map.put("target", layer);
        map.put("mode", mode.word());
        map.put("added", added);
        map.put("updated", updated);
        map.put("unchanged", unchanged);
        map.put("removed", removed);
        map.put("rejected", rejected);
        map.put("rejected_layer", rejectedLayer);
        map.put("undoable", undoable);
        map.put("encoding", log.facts().encoding());
        map.put("fields", conversions.stream().map(ImportOutcome::toMap).toList());
        map.put("unmapped", unmapped);
        map.put("missing", missing);
        map.put("remarks", remarks.stream().map(Message::text).toList());
        map.putAll(log.toMap());
        return map;
    }

    private static Map<String, Object> toMap(FieldConversion field) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("field", field.field());
        map.put("column", field.column());
        map.put("converted", field.converted());
        map.put("example", field.example());
        return map;
    }
}
