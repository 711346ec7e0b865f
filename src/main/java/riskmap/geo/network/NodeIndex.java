package riskmap.geo.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** Numbers for places; places within a tolerance of one that has a number, along each axis, have its number, the least of several. */
final class NodeIndex {
    private final double tolerance;
    private final List<Coordinate> places = new ArrayList<>();
    private final Map<Coordinate, Integer> exact = new HashMap<>();
    /** Numbers by the cell of a grid as wide as the tolerance. */
    private final Map<Coordinate, List<Integer>> near = new HashMap<>();

    NodeIndex(double tolerance) {
        this.tolerance = tolerance;
    }

    /** The number of a place, a new one where it has none. */
    int at(Coordinate place) {
        Coordinate flat = new Coordinate(place.x, place.y);
        Integer known = exact.get(flat);
        if (known != null) {
            return known;
        }
        int number = tolerance > 0 ? nearby(flat) : -1;
        if (number < 0) {
            number = places.size();
            places.add(flat);
            if (tolerance > 0) {
                near.computeIfAbsent(cell(flat, 0, 0), none -> new ArrayList<>())
                        .add(number);
            }
        }
        exact.put(flat, number);
        return number;
    }

    private int nearby(Coordinate place) {
        int least = -1;
        for (int across = -1; across <= 1; across++) {
            for (int up = -1; up <= 1; up++) {
                for (int number : near.getOrDefault(cell(place, across, up), List.of())) {
                    Coordinate other = places.get(number);
                    boolean within =
                            Math.abs(other.x - place.x) <= tolerance && Math.abs(other.y - place.y) <= tolerance;
                    least = within && (least < 0 || number < least) ? number : least;
                }
            }
        }
        return least;
    }

    private Coordinate cell(Coordinate place, int across, int up) {
        return new Coordinate(Math.floor(place.x / tolerance) + across, Math.floor(place.y / tolerance) + up);
    }

    Coordinate place(int number) {
        return places.get(number);
    }

    int size() {
        return places.size();
    }
}
