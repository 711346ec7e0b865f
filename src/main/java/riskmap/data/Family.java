package riskmap.data;

import java.util.List;

/**
 * A family of layer kinds: hazard, exposure, coping capacity, public health, results, base map.
 *
 * @param key {@code hazard}, {@code exposure}, {@code capacity}, {@code health}, {@code result} or {@code base}
 * @param title what it is called
 * @param kinds keys of its layer kinds in the order they are listed
 */
public record Family(String key, Title title, List<String> kinds) {
    public Family {
        kinds = List.copyOf(kinds);
    }
}
