package riskmap.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One thing an editor does, as a line of text: {@code undo}, {@code redo}, {@code save}, or a step of row changes such as
 * {@code +parcel:12:345} (a new row), {@code ~parcel:12:77} (moved), {@code =stop:3:5} (other attributes) and
 * {@code -stop:3} (removed); or {@code #parcel:0:255}, a saved style. The number stands for a place, attributes or a colour.
 */
record EditOperation(String kind, List<Row> rows) {
    static final List<String> LAYERS = List.of("parcel", "stop");
    /** The kind of an operation that saves a style. */
    static final String LOOK = "look";

    private static final int MOST_ROWS = 300;

    /** A row change; {@code sign} says which. */
    record Row(char sign, String layer, long fid, int value) {
        String text() {
            return sign + layer + ":" + fid + (sign == '-' ? "" : ":" + value);
        }

        static Row parse(String text) {
            String[] parts = text.substring(1).split(":");
            return new Row(
                    text.charAt(0),
                    parts[0],
                    Long.parseLong(parts[1]),
                    parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
        }
    }

    String text() {
        return kind.equals("step") || kind.equals(LOOK)
                ? String.join(" ", rows.stream().map(Row::text).toList())
                : kind;
    }

    static EditOperation parse(String text) {
        if (text.matches("undo|redo|save")) {
            return new EditOperation(text, List.of());
        }
        List<Row> rows = new ArrayList<>();
        for (String part : text.split(" ")) {
            rows.add(Row.parse(part));
        }
        return new EditOperation(text.charAt(0) == '#' ? LOOK : "step", rows);
    }

    /** What keys new rows get. */
    interface Keys {
        long next(String layer);
    }

    /** Something an editor who also saves styles might do next. */
    static EditOperation randomOrLook(Random random, EditModel model, Keys keys) {
        String layer = LAYERS.get(random.nextInt(LAYERS.size()));
        int colour = random.nextInt(1 << 24);
        return random.nextInt(12) == 0 && !Integer.valueOf(colour).equals(model.look(layer))
                ? new EditOperation(LOOK, List.of(new Row('#', layer, 0, colour)))
                : random(random, model, keys);
    }

    /** Something an editor might do next. */
    static EditOperation random(Random random, EditModel model, Keys keys) {
        double dice = random.nextDouble();
        if (dice < 0.16 && model.canUndo()) {
            return new EditOperation("undo", List.of());
        }
        if (dice < 0.28 && model.canRedo()) {
            return new EditOperation("redo", List.of());
        }
        if (dice < 0.31) {
            return new EditOperation("save", List.of());
        }
        int size = random.nextInt(12) == 0 ? 25 : 1 + random.nextInt(4);
        List<Row> rows = new ArrayList<>();
        EditModel after = model.copyOfRows();
        for (int i = 0; i < size; i++) {
            Row row = randomRow(random, after, keys);
            after.apply(row);
            rows.add(row);
        }
        return new EditOperation("step", rows);
    }

    private static Row randomRow(Random random, EditModel model, Keys keys) {
        String layer = LAYERS.get(random.nextInt(LAYERS.size()));
        List<Long> known = model.keys(layer);
        int value = random.nextInt(100_000);
        double dice = random.nextDouble();
        if (known.isEmpty() || dice < (known.size() < MOST_ROWS ? 0.4 : 0.05)) {
            return new Row('+', layer, keys.next(layer), value);
        }
        long fid = known.get(random.nextInt(known.size()));
        return new Row(dice < 0.65 ? '~' : dice < 0.85 ? '=' : '-', layer, fid, value);
    }
}
