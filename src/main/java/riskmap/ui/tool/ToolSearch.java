package riskmap.ui.tool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import riskmap.analysis.Operation;
import riskmap.app.tool.QgisNames;
import riskmap.base.Language;

/**
 * Finds tools by words in any order and either language, in their names here and in QGIS and in their help. Knows no
 * toolkit.
 */
final class ToolSearch {
    /** What QGIS puts before the name of a tool. */
    private static final Pattern PROVIDER = Pattern.compile("^(native|qgis|gdal):");

    private static final int OUR_ID = 0;
    private static final int NAMED_SO = 1;
    private static final int IN_NAME = 2;
    private static final int IN_HELP = 3;
    private static final int NOWHERE = 4;

    private final Map<String, List<String>> names = new HashMap<>();
    private final Map<String, String> helps = new HashMap<>();

    /** Whether all the words are found somewhere in what a tool is called or in its help. */
    boolean finds(Operation tool, String wanted) {
        return rank(tool, wanted) < NOWHERE;
    }

    /** The tool that is most likely meant: called so, with the words in its name, or in its help; of equals the first. */
    Optional<Operation> best(List<Operation> tools, String wanted) {
        return tools.stream()
                .filter(tool -> finds(tool, wanted))
                .min(Comparator.comparingInt(tool -> rank(tool, wanted)));
    }

    private int rank(Operation tool, String wanted) {
        String words = PROVIDER.matcher(plain(wanted)).replaceFirst("");
        if (plain(tool.id()).equals(words)) {
            return OUR_ID;
        }
        List<String> called = names.computeIfAbsent(tool.id(), id -> names(tool));
        if (called.contains(words)) {
            return NAMED_SO;
        }
        if (called.stream().anyMatch(name -> hasAll(name, words))) {
            return IN_NAME;
        }
        return hasAll(helps.computeIfAbsent(tool.id(), id -> help(tool, called)), words) ? IN_HELP : NOWHERE;
    }

    private static boolean hasAll(String text, String words) {
        for (String word : words.split(" ")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static List<String> names(Operation tool) {
        List<String> names = new ArrayList<>(List.of(plain(tool.id())));
        for (Language language : Language.values()) {
            names.add(plain(tool.title().text(language)));
        }
        QgisNames.of(tool.id()).forEach(name -> names.add(plain(name)));
        return names;
    }

    private static String help(Operation tool, List<String> names) {
        StringBuilder all = new StringBuilder(String.join(" ", names));
        for (Language language : Language.values()) {
            all.append(' ').append(plain(tool.help().text(language)));
        }
        return all.toString();
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[-_\\s]+", " ");
    }
}
