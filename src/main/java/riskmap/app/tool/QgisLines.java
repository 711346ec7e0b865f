package riskmap.app.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines of {@code qgis-names.txt}: which tool and which parameters here are meant by those of QGIS. */
final class QgisLines {
    private static final String WITHOUT = "- ";
    /** Tools there are none of here, and what comes nearest to each. */
    static final Map<String, String> LIKEST = new LinkedHashMap<>();
    /** By the name QGIS has for the tool; read when first asked for. */
    static final Map<String, Line> ALL = read();

    private static final String LAYER = "layername=";
    /** A value QGIS counts for which there is none here. */
    private static final String NONE = "-";

    private QgisLines() {}

    /** A tool of QGIS: ours, what its parameters are here, and what it takes where nothing is given. */
    record Line(
            String operation,
            Map<String, Target> targets,
            Map<String, String> fixed,
            Map<String, String> defaults,
            Set<String> idle,
            Map<String, String> outputs,
            Map<String, String> implied,
            Set<String> leftOut) {
        /** What the result itself is called there besides its usual name. */
        List<String> results() {
            return outputs.keySet().stream()
                    .filter(name -> outputs.get(name).isEmpty())
                    .toList();
        }

        /** Further results, and the parameter that has each made. */
        Map<String, String> further() {
            Map<String, String> further = new LinkedHashMap<>(outputs);
            further.values().removeIf(String::isEmpty);
            return further;
        }

        /** Whether a parameter has the one value it has here anyhow. */
        boolean isFixed(String name, String value) {
            String only = fixed.get(name);
            return idle.contains(name)
                    || only != null
                            && (only.equalsIgnoreCase(value.strip())
                                    || value.strip().equals(only + ".0"));
        }
    }

    /**
     * A parameter here, and its values in the order QGIS counts them (true before false); or the inputs that a list of
     * layers is here, with strokes between them.
     */
    record Target(String name, List<String> values, String after) {
        /** {@code ours}, {@code ours:a,b,c}, {@code ours?yes,no} or {@code ours&after}. */
        static Target of(String text) {
            String[] parts = text.split("[:?&]", 2);
            boolean after = text.startsWith("&", parts[0].length());
            return new Target(
                    parts[0],
                    parts.length < 2 || after ? List.of() : List.of(parts[1].split(",")),
                    after ? parts[1] : "");
        }

        boolean isList() {
            return name.contains("/");
        }

        /** The inputs for a list of layers; one too many keeps its name, and is refused by it. */
        Map<String, String> inputs(String theirs, String given) {
            String[] ours = name.split("/");
            String[] layers = layers(given);
            Map<String, String> inputs = new LinkedHashMap<>();
            for (int i = 0; i < layers.length; i++) {
                inputs.put(i < ours.length ? ours[i] : theirs + " " + (i + 1), address(layers[i].strip()));
            }
            return inputs;
        }

        /** Layers with semicolons between them, or with commas where that makes names of files that are there. */
        private static String[] layers(String given) {
            String[] apart = given.split(",");
            boolean commas = apart.length > 1
                    && !given.contains(";")
                    && Arrays.stream(apart).allMatch(Target::isThere);
            return commas ? apart : given.split(";");
        }

        private static boolean isThere(String layer) {
            try {
                return Files.exists(Path.of(layer.strip().replaceFirst("[|#].*", "")));
            } catch (InvalidPathException none) {
                return false;
            }
        }

        /** The value here; of several with commas or semicolons between them each. */
        String value(String given) {
            if (!values.isEmpty() && given.matches(".*[;,].*")) {
                return Arrays.stream(given.replaceAll("[\\[\\]]", "").split("[;,]"))
                        .map(this::one)
                        .collect(Collectors.joining(","));
            }
            return one(given);
        }

        private String one(String given) {
            String text = given.strip();
            int at =
                    switch (text.toLowerCase(Locale.ROOT)) {
                        case "true" -> 0;
                        case "false" -> 1;
                        default -> text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
                    };
            if (at >= 0 && at < values.size() && !values.get(at).equals(NONE)) {
                return values.get(at);
            }
            return at >= 0 ? given + after : called(text).orElse(given + after);
        }

        /** The value that QGIS calls nearly the same: {@code Round}, {@code are within}, {@code intersect}. */
        private Optional<String> called(String text) {
            String name =
                    text.toLowerCase(Locale.ROOT).replaceFirst("^are ", "").replace("miter", "mitre");
            return values.stream()
                    .filter(value -> value.equals(name) || name.length() > 3 && value.startsWith(name))
                    .findFirst();
        }
    }

    /** {@code file.gpkg|layername=roads} as {@code file.gpkg#roads}; what else it may say of the shapes is seen anyhow. */
    static String address(String text) {
        String[] parts = text.split("\\|(?=\\w+=)");
        return parts[0]
                + Stream.of(parts)
                        .filter(part -> part.startsWith(LAYER))
                        .findFirst()
                        .map(part -> "#" + part.substring(LAYER.length()))
                        .orElse("");
    }

    private static Map<String, Line> read() {
        Map<String, Line> lines = new LinkedHashMap<>();
        try (InputStream in = QgisLines.class.getResourceAsStream("qgis-names.txt")) {
            for (String text : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (text.isBlank() || text.startsWith("#")) {
                    continue;
                }
                String[] words = text.strip().split(" +");
                if (text.startsWith(WITHOUT)) {
                    LIKEST.put(
                            words[1].toLowerCase(Locale.ROOT),
                            String.join(" ", List.of(words).subList(2, words.length)));
                    continue;
                }
                Map<String, Target> targets = new HashMap<>();
                Map<String, String> fixed = new HashMap<>();
                Map<String, String> defaults = new LinkedHashMap<>();
                Set<String> idle = new HashSet<>();
                Map<String, String> outputs = new LinkedHashMap<>();
                Map<String, String> implied = new LinkedHashMap<>();
                Set<String> leftOut = new LinkedHashSet<>();
                for (String word : List.of(words).subList(2, words.length)) {
                    if (word.startsWith("-")) {
                        leftOut.add(word.substring(1));
                        continue;
                    }
                    if (word.endsWith("~")) {
                        idle.add(word.substring(0, word.length() - 1));
                        continue;
                    }
                    if (word.contains(">")) {
                        outputs.put(word.substring(0, word.indexOf('>')), word.substring(word.indexOf('>') + 1));
                        continue;
                    }
                    if (word.contains("^")) {
                        implied.put(word.substring(0, word.indexOf('^')), word.substring(word.indexOf('^') + 1));
                        continue;
                    }
                    String[] sides = word.split("[=!]", 2);
                    if (word.charAt(sides[0].length()) == '!') {
                        fixed.put(sides[0], sides[1]);
                    } else if (word.startsWith("+")) {
                        defaults.put(sides[0].substring(1), sides[1]);
                    } else {
                        targets.put(sides[0], Target.of(sides[1]));
                    }
                }
                lines.put(
                        words[0].toLowerCase(Locale.ROOT),
                        new Line(words[1], targets, fixed, defaults, idle, outputs, implied, leftOut));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }
}
