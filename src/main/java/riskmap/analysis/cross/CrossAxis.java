package riskmap.analysis.cross;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import riskmap.analysis.CountingRule;
import riskmap.analysis.LayerRows;
import riskmap.analysis.ZoneCount;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.Field;

/**
 * One side of a cross-table: its categories, and which of them each feature belongs to with what share. Every feature
 * belongs to at least one: what has no value and what lies nowhere has a category of its own.
 */
public final class CrossAxis {
    /** More headings than this nobody reads; the field is a name or a measurement, no class. */
    public static final int MOST = 5_000;

    private final Message title;
    private final List<Category> categories;
    /** The one category of each feature; null where features may have several. */
    private final int[] single;

    private final int[][] several;
    private final double[][] shares;
    private final List<Message> notes;

    private CrossAxis(
            Message title,
            List<Category> categories,
            int[] single,
            int[][] several,
            double[][] shares,
            List<Message> notes) {
        this.title = title;
        this.categories = List.copyOf(categories);
        this.single = single;
        this.several = several;
        this.shares = shares;
        this.notes = List.copyOf(notes);
    }

    /** All features together: the other side of a table that has one side only. */
    public static CrossAxis all(int features) {
        return new CrossAxis(
                Message.of("analysis.cross-all"), List.of(Category.all()), new int[features], null, null, List.of());
    }

    /**
     * By the values of a field, in the order of its domain, else ascending; what has no value comes last.
     *
     * @param known the catalogue's field, null for one it does not know
     */
    public static CrossAxis byField(LayerRows rows, String field, Field known, Progress progress) {
        int at = rows.attribute(field);
        Object[] keys = new Object[rows.size()];
        Map<Object, Integer> places = new HashMap<>();
        for (int row = 0; row < keys.length; row++) {
            if ((row & 4095) == 0) {
                progress.check();
            }
            keys[row] = FieldOrder.key(rows.value(row, at));
            places.put(keys[row], 0);
            if (places.size() > MOST) {
                throw RiskMapException.of("analysis.cross-too-many", title(field, known), MOST);
            }
        }
        List<Object> sorted = new ArrayList<>(places.keySet());
        sorted.sort(new FieldOrder(known));
        List<Category> categories = new ArrayList<>();
        for (Object key : sorted) {
            places.put(key, categories.size());
            categories.add(FieldOrder.category(key, known));
        }
        int[] of = new int[keys.length];
        for (int row = 0; row < of.length; row++) {
            of[row] = places.get(keys[row]);
        }
        return new CrossAxis(title(field, known), categories, of, null, null, List.of());
    }

    /** By classes [a, b) of a numeric field: a value on a break belongs to the upper class. All classes are shown. */
    public static CrossAxis byBreaks(LayerRows rows, String field, double[] breaks, Field known) {
        rows.attribute(field);
        for (int i = 1; i < breaks.length; i++) {
            if (!(breaks[i] > breaks[i - 1])) {
                throw RiskMapException.of("analysis.cross-breaks-order", field);
            }
        }
        double[] numbers = rows.numbers(field);
        int[] of = new int[numbers.length];
        int none = 0;
        for (int row = 0; row < of.length; row++) {
            int at = 0;
            while (at < breaks.length && numbers[row] >= breaks[at]) {
                at++;
            }
            boolean missing = Double.isNaN(numbers[row]);
            of[row] = missing ? breaks.length + 1 : at;
            none += missing ? 1 : 0;
        }
        List<Category> categories = new ArrayList<>();
        categories.add(Category.value("< " + plain(breaks[0])));
        for (int i = 1; i < breaks.length; i++) {
            categories.add(Category.value("[" + plain(breaks[i - 1]) + ", " + plain(breaks[i]) + ")"));
        }
        categories.add(Category.value("≥ " + plain(breaks[breaks.length - 1])));
        if (none > 0) {
            categories.add(Category.noValue());
        }
        return new CrossAxis(title(field, known), categories, of, null, null, List.of());
    }

    /**
     * By the zone a feature lies in under a counting rule; zones with the same value of a field are one category. All of
     * them are shown, then what lies outside and what has no geometry.
     *
     * @param zones areas in the CRS of the features
     * @param firstOnly whether a feature in several zones counts for the first only
     */
    public static CrossAxis byZones(
            LayerRows rows,
            LayerRows zones,
            Message layer,
            String field,
            Field known,
            CountingRule rule,
            boolean firstOnly,
            Progress progress) {
        List<Category> categories = new ArrayList<>();
        int[] classOf = classes(zones, field, known, categories);
        int outside = categories.size();
        categories.add(Category.outside());
        categories.add(Category.noGeometry());
        Geometry[] features = rows.geometries();
        ZoneCount count = ZoneCount.of(features, zones.geometries(), rule, firstOnly, progress);
        int[][] of = new int[features.length][];
        double[][] shares = rule.isShare() ? new double[features.length][] : null;
        long[] told = new long[4];
        for (int row = 0; row < of.length; row++) {
            place(count, row, classOf, outside, of, shares, told);
        }
        List<Message> notes = new ArrayList<>();
        notes.add(Message.of("analysis.cross-rule", layer, rule.title()));
        notes.add(Message.of("analysis.cross-conservation", told[0], told[1], told[2], of.length));
        if (firstOnly && !rule.isShare()) {
            notes.add(Message.of("analysis.cross-first-only"));
        }
        if (told[3] > 0) {
            notes.add(Message.of("analysis.cross-shares-over", told[3], layer));
        }
        Message title = Message.of("analysis.cross-zone-title", layer, title(field, known));
        return new CrossAxis(title, categories, null, of, shares, notes);
    }

    /**
     * The class of each zone. Numbers and codes of a domain are put in their order, names stay in that of the layer, as
     * towns do.
     */
    private static int[] classes(LayerRows zones, String field, Field known, List<Category> categories) {
        int at = zones.attribute(field);
        Set<Object> keys = new LinkedHashSet<>();
        for (int zone = 0; zone < zones.size(); zone++) {
            keys.add(FieldOrder.key(zones.value(zone, at)));
        }
        if (keys.size() > MOST) {
            throw RiskMapException.of("analysis.cross-too-many", title(field, known), MOST);
        }
        List<Object> order = new ArrayList<>(keys);
        boolean names = order.stream().anyMatch(String.class::isInstance);
        if (!names || known != null && known.domain() != null) {
            order.sort(new FieldOrder(known));
        }
        Map<Object, Integer> places = new HashMap<>();
        for (Object key : order) {
            places.put(key, categories.size());
            categories.add(FieldOrder.category(key, known));
        }
        int[] classOf = new int[zones.size()];
        for (int zone = 0; zone < classOf.length; zone++) {
            classOf[zone] = places.get(FieldOrder.key(zones.value(zone, at)));
        }
        return classOf;
    }

    /** A feature counts once for each class it meets; what is left of its shares lies outside. */
    private static void place(
            ZoneCount count, int row, int[] classOf, int outside, int[][] of, double[][] shares, long[] told) {
        int[] met = count.zones(row);
        if (met == null || met.length == 0) {
            of[row] = new int[] {met == null ? outside + 1 : outside};
            told[met == null ? 2 : 1]++;
            return;
        }
        told[0]++;
        Map<Integer, Double> parts = new java.util.TreeMap<>();
        double inside = 0;
        for (int n = 0; n < met.length; n++) {
            double share = count.share(row, n);
            parts.merge(classOf[met[n]], share, shares == null ? (one, other) -> one : Double::sum);
            inside += share;
        }
        told[3] += inside > 1 + 1e-9 ? 1 : 0;
        // what rounding leaves of a feature that lies inside entirely is not outside
        if (shares != null && 1 - inside > 1e-12) {
            parts.put(outside, 1 - inside);
        }
        of[row] = parts.keySet().stream().mapToInt(Integer::intValue).toArray();
        if (shares != null) {
            shares[row] =
                    parts.values().stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    /** What the side shows. */
    public Message title() {
        return title;
    }

    /** Its headings in order. */
    public List<Category> categories() {
        return categories;
    }

    /** Under which rule features were placed, and what that left over. */
    public List<Message> notes() {
        return notes;
    }

    /** How many categories a feature belongs to, at least one. */
    int count(int row) {
        return single != null ? 1 : several[row].length;
    }

    int category(int row, int n) {
        return single != null ? single[row] : several[row][n];
    }

    double share(int row, int n) {
        return shares == null || shares[row] == null ? 1 : shares[row][n];
    }

    boolean hasShares() {
        return shares != null;
    }

    /** The title of a field with its unit, where the catalogue knows it. */
    static Message title(String field, Field known) {
        return Message.of("analysis.cross-value", known == null ? field : known.title());
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.format(Locale.ROOT, "%d", (long) number)
                : Double.toString(number);
    }
}
