package riskmap.risk.model.zone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;
import riskmap.analysis.LayerRows;
import riskmap.base.Message;
import riskmap.base.NameList;
import riskmap.geo.overlay.Overlay;
import riskmap.risk.InputChecks;
import riskmap.risk.RiskLevel;

/**
 * Which of the classes of zones is the higher: as the user orders them; else numbers, also those written as text, from the
 * greatest, and words that name a level ({@link RiskLevel#rank}) from the highest; classes that affect nobody come behind
 * all others, and what has no value last.
 *
 * <p>Nothing else is known to have an order. Ⅰ is the highest of the levels of response and the lowest of the levels of fire
 * danger, 一级 likewise; the kinds of a land-use map have none. Where two such classes could be confused the user is asked.
 */
public final class ZoneOrder {
    /** Zones that overlap in more than this share of the smaller one do so on purpose, in less by two drawings of a border. */
    private static final double SLIVER = 1e-3;

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    private final List<String> first;
    private final List<String> last;

    /**
     * An order.
     *
     * @param first values the user orders, the highest before the others
     * @param last values that affect nobody
     */
    public ZoneOrder(List<String> first, List<String> last) {
        this.first = List.copyOf(first);
        this.last = List.copyOf(last);
    }

    /** Sorts values of zones: a number as a Double, a text, or "" where there is none. */
    List<Object> sorted(Collection<Object> keys) {
        List<Object> order = new ArrayList<>(keys);
        order.sort(Comparator.comparing(this::place)
                .thenComparing(key -> "".equals(key) ? 2 : number(key) != null ? 0 : 1)
                .thenComparing(key -> number(key) != null ? -number(key) : -RiskLevel.rank(key + ""))
                .thenComparing(Object::toString));
        return order;
    }

    private int place(Object key) {
        int place = first.indexOf(ZoneClasses.text(key));
        boolean behind = place < 0 && last.contains(ZoneClasses.text(key));
        return place >= 0 ? place : first.size() + (behind ? 1 : 0);
    }

    private static Double number(Object key) {
        if (key instanceof Double number) {
            return number;
        }
        String text = key.toString().strip();
        return NUMBER.matcher(text).matches() ? Double.valueOf(text) : null;
    }

    /** Values of which nobody has said which is the higher: none, or two at least. */
    List<String> unknown(Collection<Object> keys) {
        List<Object> open = keys.stream()
                .filter(key -> !"".equals(key) && place(key) == first.size())
                .toList();
        boolean numbers = open.stream().allMatch(key -> number(key) != null);
        boolean words = open.stream().allMatch(key -> RiskLevel.rank(key.toString()) > 0);
        return open.size() < 2 || numbers || words
                ? List.of()
                : sorted(new ArrayList<>(open)).stream().map(ZoneClasses::text).toList();
    }

    /**
     * Says so where the numbers hang on an order that is not known.
     *
     * @param parameter by which the user gives it
     * @param always whether it counts also where no zones overlap
     */
    public void check(InputChecks checks, String parameter, LayerRows rows, String field, boolean always) {
        List<String> unknown = unknown(ZoneClasses.groups(rows, field).keySet());
        if (unknown.isEmpty()) {
            return;
        }
        double share = always ? 1 : overlap(rows, field, new TreeSet<>(unknown));
        if (share == 0) {
            return;
        }
        Message message = Message.of(
                always ? "risk.check-zone-order-rule" : "risk.check-zone-order-overlap",
                checks.values().called(parameter),
                field,
                NameList.of(unknown));
        if (share > SLIVER) {
            checks.problem(parameter, message);
        } else {
            checks.warning(parameter, message);
        }
    }

    /** The greatest share of the smaller of two zones that both cover, of those whose order is not known. */
    private static double overlap(LayerRows rows, String field, Collection<String> unknown) {
        int attribute = rows.attribute(field);
        HPRtree tree = new HPRtree();
        Geometry[] zones = new Geometry[rows.size()];
        String[] texts = new String[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            texts[row] = ZoneClasses.text(ZoneClasses.key(rows.value(row, attribute)));
            Geometry shape = rows.geometry(row);
            if (shape != null && shape.getArea() > 0 && unknown.contains(texts[row])) {
                zones[row] = shape;
                tree.insert(shape.getEnvelopeInternal(), row);
            }
        }
        double[] greatest = {0};
        for (int row = 0; row < zones.length && greatest[0] <= SLIVER; row++) {
            int one = row;
            if (zones[one] != null) {
                tree.query(zones[one].getEnvelopeInternal(), item -> {
                    int other = (Integer) item;
                    if (other > one && greatest[0] <= SLIVER && !texts[one].equals(texts[other])) {
                        greatest[0] = Math.max(greatest[0], share(zones[one], zones[other]));
                    }
                });
            }
        }
        return greatest[0];
    }

    private static double share(Geometry one, Geometry other) {
        return Overlay.intersection(one, other).getArea() / Math.min(one.getArea(), other.getArea());
    }
}
