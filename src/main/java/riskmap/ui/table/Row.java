package riskmap.ui.table;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A row of an attribute table. Its values come when its page has been read; until then there are none. */
public final class Row {
    private final int index;
    private final String id;
    private final ReadOnlyObjectWrapper<Object[]> values = new ReadOnlyObjectWrapper<>();

    Row(int index, String id) {
        this.index = index;
        this.id = id;
    }

    /** Position in the table as sorted and filtered now. */
    public int index() {
        return index;
    }

    /** Id of the feature. */
    public String id() {
        return id;
    }

    /** The values by column, null until they are read. */
    public ReadOnlyObjectProperty<Object[]> values() {
        return values.getReadOnlyProperty();
    }

    void fill(Object[] read) {
        values.set(read);
    }
}
