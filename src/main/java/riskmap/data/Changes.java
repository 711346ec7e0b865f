package riskmap.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import riskmap.base.Message;

/**
 * One step of editing as data: what it is called and what it does to each row. It is applied whole or not at all; its
 * inverse is computed, never written.
 *
 * @param name what the undo menu calls it, such as “移动 3 个节点”
 * @param rows the rows in the order they are changed; a row may come up more than once
 */
public record Changes(Message name, List<RowChange> rows) {
    public Changes {
        rows = List.copyOf(rows);
    }

    public static Changes of(Message name, RowChange... rows) {
        return new Changes(name, List.of(rows));
    }

    /** What takes this step back: the inverse of each row, last one first. */
    public Changes inverse() {
        List<RowChange> inverted = new ArrayList<>(rows.size());
        rows.forEach(row -> inverted.add(row.inverse()));
        Collections.reverse(inverted);
        return new Changes(name, inverted);
    }

    /** The tables that are touched, in alphabetical order. */
    public List<String> layers() {
        TreeSet<String> names = new TreeSet<>();
        rows.forEach(row -> names.add(row.layer()));
        return List.copyOf(names);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }
}
