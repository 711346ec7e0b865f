package riskmap.fault;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a project must hold after a run of {@link EditOperation}s: rows as place and attribute numbers, the colours of saved
 * styles, and the history with the state of each step. As simple as can be: it is what the program is measured by.
 */
final class EditModel {
    /** A row: where it lies and what it says. */
    record Cell(int place, int words) {}

    /** Row before and after, null for none. */
    private record Change(String layer, long fid, Cell before, Cell after) {}

    /** A saved style before and after, null for none. */
    private record Restyling(String layer, Integer before, Integer after) {}

    private static final class Step {
        private final List<Change> changes;
        /** Null for a step of rows. */
        private final Restyling look;

        private char state = 'D';

        Step(List<Change> changes, Restyling look) {
            this.changes = changes;
            this.look = look;
        }
    }

    private final Map<String, TreeMap<Long, Cell>> layers = new HashMap<>();
    private final Map<String, Integer> looks = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private int saved;

    EditModel() {
        EditOperation.LAYERS.forEach(layer -> layers.put(layer, new TreeMap<>()));
    }

    EditModel copy() {
        EditModel copy = new EditModel();
        layers.forEach((layer, rows) -> copy.layers.get(layer).putAll(rows));
        copy.looks.putAll(looks);
        for (Step step : steps) {
            Step same = new Step(step.changes, step.look);
            same.state = step.state;
            copy.steps.add(same);
        }
        copy.saved = saved;
        return copy;
    }

    /** The rows alone: for looking what a step would do to them. */
    EditModel copyOfRows() {
        EditModel copy = new EditModel();
        layers.forEach((layer, rows) -> copy.layers.get(layer).putAll(rows));
        return copy;
    }

    TreeMap<Long, Cell> rows(String layer) {
        return layers.get(layer);
    }

    List<Long> keys(String layer) {
        return new ArrayList<>(layers.get(layer).keySet());
    }

    Cell cell(String layer, long fid) {
        return layers.get(layer).get(fid);
    }

    /** The colour of the style that was saved for a layer, null for none. */
    Integer look(String layer) {
        return looks.get(layer);
    }

    int saved() {
        return saved;
    }

    /** The states of all steps, oldest first: D done, U undone, A abandoned. */
    String history() {
        StringBuilder states = new StringBuilder();
        steps.forEach(step -> states.append(step.state));
        return states.toString();
    }

    boolean canUndo() {
        return last('D') >= 0;
    }

    boolean canRedo() {
        return firstUndone() >= 0;
    }

    void apply(EditOperation operation) {
        switch (operation.kind()) {
            case "save" -> saved++;
            case "undo" -> {
                Step step = steps.get(last('D'));
                for (int i = step.changes.size() - 1; i >= 0; i--) {
                    Change change = step.changes.get(i);
                    put(change.layer, change.fid, change.before);
                }
                if (step.look != null) {
                    put(step.look.layer, step.look.before);
                }
                step.state = 'U';
            }
            case "redo" -> {
                Step step = steps.get(firstUndone());
                step.changes.forEach(change -> put(change.layer, change.fid, change.after));
                if (step.look != null) {
                    put(step.look.layer, step.look.after);
                }
                step.state = 'D';
            }
            case EditOperation.LOOK -> {
                abandonUndone();
                EditOperation.Row row = operation.rows().get(0);
                steps.add(new Step(List.of(), new Restyling(row.layer(), looks.get(row.layer()), row.value())));
                put(row.layer(), Integer.valueOf(row.value()));
            }
            default -> {
                abandonUndone();
                List<Change> changes = new ArrayList<>();
                operation.rows().forEach(row -> changes.add(apply(row)));
                steps.add(new Step(changes, null));
            }
        }
    }

    Change apply(EditOperation.Row row) {
        Cell before = cell(row.layer(), row.fid());
        Cell after =
                switch (row.sign()) {
                    case '+' -> new Cell(row.value(), row.value());
                    case '~' -> new Cell(row.value(), before.words());
                    case '=' -> new Cell(before.place(), row.value());
                    default -> null;
                };
        put(row.layer(), row.fid(), after);
        return new Change(row.layer(), row.fid(), before, after);
    }

    private void abandonUndone() {
        steps.stream().filter(step -> step.state == 'U').forEach(step -> step.state = 'A');
    }

    private void put(String layer, Integer colour) {
        if (colour == null) {
            looks.remove(layer);
        } else {
            looks.put(layer, colour);
        }
    }

    private void put(String layer, long fid, Cell cell) {
        if (cell == null) {
            layers.get(layer).remove(fid);
        } else {
            layers.get(layer).put(fid, cell);
        }
    }

    private int last(char state) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).state == state) {
                return i;
            }
        }
        return -1;
    }

    /** The undone step that was done first; after it come only undone and abandoned ones. */
    private int firstUndone() {
        int first = steps.size();
        for (int i = steps.size() - 1; i >= 0 && steps.get(i).state != 'D'; i--) {
            first = steps.get(i).state == 'U' ? i : first;
        }
        return first < steps.size() ? first : -1;
    }
}
