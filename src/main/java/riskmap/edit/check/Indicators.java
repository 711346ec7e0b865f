package riskmap.edit.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import riskmap.data.Field;
import riskmap.data.LayerKind;

/**
 * The indicators of the checked rows: which there are and which findings were too many to be listed. One bit an
 * indicator, one number a row.
 *
 * <p>Indicators of a row are its own fields that are filled or required, its uuid, and its position where the layer has
 * geometry. Bookkeeping (source, surveyor, day, remark) counts only where a rule finds it wrong.
 */
public final class Indicators {
    private static final Set<String> BOOKKEEPING = Set.of("source", "surveyor", "surveyed_on", "remark");
    /** Bit of the position; fields have the bits before it, any beyond share the last. */
    private static final int POSITION = 63;

    private final Map<String, Integer> bits = new HashMap<>();
    private final List<Field> counted = new ArrayList<>();
    private final boolean hasShapes;
    private long[] fids = new long[256];
    private long[] checked = new long[256];
    private final List<String> uuids = new ArrayList<>();
    private final List<String> towns = new ArrayList<>();
    private final Map<Long, Integer> rowOf = new HashMap<>();
    private final Map<String, Map<Long, Long>> unlisted = new HashMap<>();
    private int size;

    private Indicators(Indicators like) {
        hasShapes = like.hasShapes;
        bits.putAll(like.bits);
        counted.addAll(like.counted);
        like.unlisted.forEach((rule, rows) -> unlisted.put(rule, new HashMap<>(rows)));
    }

    Indicators(LayerKind kind, boolean hasShapes) {
        this.hasShapes = hasShapes;
        for (Field field : kind.fields()) {
            bits.put(field.key(), Math.min(bits.size(), POSITION - 1));
            if (!BOOKKEEPING.contains(field.key())) {
                counted.add(field);
            }
        }
    }

    /** The indicators of one row, as bits. */
    long of(Row row) {
        long mask = hasShapes ? 1L << POSITION : 0;
        for (Field field : counted) {
            if (field.required() || row.value(field.key()) != null) {
                mask |= bit(field.key());
            }
        }
        return mask;
    }

    void add(Row row, long mask) {
        add(row.fid(), mask, row.text("uuid"), row.town());
    }

    private void add(long fid, long mask, String uuid, String town) {
        if (size == fids.length) {
            fids = Arrays.copyOf(fids, 2 * size);
            checked = Arrays.copyOf(checked, 2 * size);
        }
        rowOf.put(fid, size);
        fids[size] = fid;
        checked[size++] = mask;
        uuids.add(uuid);
        towns.add(town);
    }

    /** The same where some rows were checked again: as they are now, without those that are gone. */
    Indicators merged(Indicators again, Set<Long> replaced) {
        Indicators merged = new Indicators(this);
        for (int row = 0; row < size; row++) {
            if (!replaced.contains(fids[row])) {
                merged.add(this, row);
            }
        }
        for (int row = 0; row < again.size; row++) {
            merged.add(again, row);
        }
        return merged;
    }

    private void add(Indicators from, int row) {
        add(from.fids[row], from.checked[row], from.uuids.get(row), from.towns.get(row));
    }

    /** A finding that is counted but not kept. */
    void unlisted(Finding finding) {
        unlisted.computeIfAbsent(finding.rule().key(), key -> new HashMap<>())
                .merge(finding.fid(), bit(finding.field()), (a, b) -> a | b);
    }

    /** Bit of the indicator a finding is about. */
    long bit(String field) {
        return 1L << bits.getOrDefault(field, POSITION);
    }

    /** Number of rows. */
    public int size() {
        return size;
    }

    public long fid(int row) {
        return fids[row];
    }

    /** Of the row, or its key where it has no uuid: what a sample is drawn by. */
    public String identity(int row) {
        return uuids.get(row).isEmpty() ? "#" + fids[row] : uuids.get(row);
    }

    public String town(int row) {
        return towns.get(row);
    }

    long checked(int row) {
        return checked[row];
    }

    /** Place of a row in this table, −1 when it is not here. */
    public int row(long fid) {
        return rowOf.getOrDefault(fid, -1);
    }

    /** Rule → row → wrong indicators of the findings that are not listed. */
    Map<String, Map<Long, Long>> unlisted() {
        return unlisted;
    }

    /** Bits of the indicators of a kind of field. */
    long mask(java.util.function.Predicate<Field> which) {
        long mask = 0;
        for (Field field : counted) {
            mask |= which.test(field) ? bit(field.key()) : 0;
        }
        return mask;
    }

    static long position() {
        return 1L << POSITION;
    }
}
