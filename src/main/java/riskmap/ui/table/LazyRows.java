package riskmap.ui.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import javafx.collections.ObservableListBase;

/**
 * The rows of a table as a list of which only the pages in sight are in memory. Asking for a row makes it at once,
 * empty, and asks for its page; the values follow. Belongs to the window's thread.
 */
final class LazyRows extends ObservableListBase<Row> {
    static final int PAGE = 100;
    /** 20,000 rows: more than a user looks at, little memory. */
    private static final int PAGES_KEPT = 200;

    private final IntConsumer wanted;
    private final IdList ids;
    private int size;
    private final Map<Integer, Row[]> pages = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Row[]> eldest) {
            return size() > PAGES_KEPT;
        }
    };

    /** Makes the list of these ids; {@code wanted} is told the number of each page that must be read. */
    LazyRows(IdList ids, IntConsumer wanted) {
        this.ids = ids;
        this.wanted = wanted;
        grow();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Row get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        int number = index / PAGE;
        Row[] page = pages.get(number);
        if (page == null || page.length <= index % PAGE) {
            page = page(number);
            pages.put(number, page);
            wanted.accept(number);
        }
        return page[index % PAGE];
    }

    /** Without this the list would be read from end to end to find a row. */
    @Override
    public int indexOf(Object item) {
        return item instanceof Row row && row.index() < size && get(row.index()) == row ? row.index() : -1;
    }

    @Override
    public int lastIndexOf(Object item) {
        return indexOf(item);
    }

    @Override
    public boolean contains(Object item) {
        return indexOf(item) >= 0;
    }

    /** Takes in the ids that were added since. */
    final void grow() {
        int now = ids.size();
        if (now > size) {
            int before = size;
            beginChange();
            size = now;
            nextAdd(before, now);
            endChange();
        }
    }

    /** The ids of a page. */
    List<String> idsOf(int number) {
        List<String> result = new ArrayList<>();
        for (int i = number * PAGE; i < Math.min(size, (number + 1) * PAGE); i++) {
            result.add(ids.get(i));
        }
        return result;
    }

    /** Fills in what was read of a page. */
    void fill(int number, Map<String, Object[]> values) {
        Row[] page = pages.get(number);
        if (page != null) {
            for (Row row : page) {
                if (values.containsKey(row.id())) {
                    row.fill(values.get(row.id()));
                }
            }
        }
    }

    /** Lets a page go that scrolled away before it was read; it is asked for again when it is back in sight. */
    void forget(int number) {
        pages.remove(number);
    }

    /** Shows new values of a row that is in memory; the others are read with their pages. */
    void change(int index, UnaryOperator<Object[]> change) {
        Row[] page = pages.get(index / PAGE);
        if (page != null && page.length > index % PAGE) {
            Row row = page[index % PAGE];
            Object[] held = row.values().get();
            if (held != null) {
                row.fill(change.apply(held.clone()));
            }
        }
    }

    /** Reads every row anew when it comes into sight. */
    void forgetAll() {
        List.copyOf(pages.entrySet()).forEach(page -> {
            for (Row row : page.getValue()) {
                row.fill(null);
            }
            wanted.accept(page.getKey());
        });
    }

    /** Adds a row at the end. */
    void append(String id) {
        ids.add(id);
        pages.remove(size / PAGE);
        grow();
    }

    /** Takes out the rows at these places, ascending. */
    void remove(int[] places) {
        if (places.length == 0) {
            return;
        }
        List<Row> gone = Arrays.stream(places).mapToObj(this::held).toList();
        beginChange();
        for (int i = 0; i < places.length; i++) {
            nextRemove(places[i] - i, gone.get(i));
        }
        ids.remove(places);
        size = ids.size();
        pages.keySet().removeIf(page -> page >= places[0] / PAGE);
        endChange();
    }

    private Row held(int index) {
        Row[] page = pages.get(index / PAGE);
        return page == null || page.length <= index % PAGE ? new Row(index, ids.get(index)) : page[index % PAGE];
    }

    String idAt(int index) {
        return ids.get(index);
    }

    int indexOfId(String id) {
        int index = ids.indexOf(id);
        return index < size ? index : -1;
    }

    int[] indicesOf(Set<Long> numbers) {
        return Arrays.stream(ids.indicesOf(numbers))
                .filter(index -> index < size)
                .toArray();
    }

    private Row[] page(int number) {
        int from = number * PAGE;
        Row[] page = new Row[Math.min(PAGE, size - from)];
        for (int i = 0; i < page.length; i++) {
            page[i] = new Row(from + i, ids.get(from + i));
        }
        return page;
    }
}
