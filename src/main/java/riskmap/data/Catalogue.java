package riskmap.data;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;

/**
 * The survey catalogue: every kind of layer a project may hold. It is data ({@code maps/catalogue}, one JSON file per
 * kind and {@code index.json} with the families and the common fields); a file of the same name in a user's folder goes
 * before the shipped one, further files there add kinds.
 */
public final class Catalogue {
    private static final class Standard {
        private static final Catalogue INSTANCE = CatalogueReader.shipped().read();
    }

    private final List<Family> families;
    private final Map<String, Supplier<LayerKind>> kinds;

    /** A catalogue of families, and by key what gives a kind when it is asked for: the same each time. */
    Catalogue(List<Family> families, Map<String, Supplier<LayerKind>> kinds) {
        this.families = List.copyOf(families);
        this.kinds = new LinkedHashMap<>(kinds);
    }

    /**
     * The catalogue that comes with the program, each kind read once, when it is first asked for: what most commands need to
     * know is whether a layer is of one.
     */
    public static Catalogue standard() {
        return Standard.INSTANCE;
    }

    /**
     * The shipped catalogue with the files of a user's folder before it.
     *
     * @throws RiskMapException when a file cannot be read or does not describe a layer kind
     */
    public static Catalogue with(Path folder) {
        return CatalogueReader.with(folder).read();
    }

    /** The families in the order they are listed. */
    public List<Family> families() {
        return families;
    }

    /** All kinds, family by family. */
    public List<LayerKind> kinds() {
        return kinds.values().stream().map(Supplier::get).toList();
    }

    /** The kinds of one family. */
    public List<LayerKind> kinds(Family family) {
        return kinds().stream()
                .filter(kind -> kind.family().equals(family.key()))
                .toList();
    }

    /** The kind with this key, if there is one. */
    public Optional<LayerKind> find(String key) {
        Supplier<LayerKind> known = kinds.get(key);
        return known == null ? Optional.empty() : Optional.of(known.get());
    }

    /**
     * The kind with this key.
     *
     * @throws RiskMapException when there is none
     */
    public LayerKind kind(String key) {
        return find(key)
                .orElseThrow(() -> RiskMapException.of("data.kind-unknown", key, NameList.near(key, kinds.keySet())));
    }

    /** What a layer is called in a message: its title where the kind is known, else its name. */
    public static Object called(String layer) {
        return standard().find(layer).map(kind -> (Object) kind.title()).orElse(layer);
    }

    /** What a field of a layer is called in a message: its title where the kind has it, else its key. */
    public static Object called(String layer, String field) {
        return standard()
                .find(layer)
                .flatMap(kind -> kind.field(field))
                .map(known -> (Object) known.title())
                .orElse(field);
    }
}
