package riskmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text exists in both languages, with the same placeholders, and is used. */
class MessagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/riskmap");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    /** A quotation mark that is neither doubled nor part of a quoted brace or placeholder. */
    private static final Pattern ALONE = Pattern.compile("(?<!['{}])'(?!['{}])");
    /** Keys written out in code: {@code "package.name"} as an argument. */
    private static final Pattern LITERAL = Pattern.compile(
            "\"((?:base|geo|data|io|edit|analysis|risk|style|map|render|print|report|app|ui|cli)\\.[a-z][a-z0-9.-]*)\"");

    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    @Test
    void bothLanguagesHaveTheSameKeysAndPlaceholders() throws IOException {
        List<String> problems = new ArrayList<>();
        for (Path chinese : bundles("messages.properties")) {
            Properties zh = load(chinese);
            Properties en = load(chinese.resolveSibling("messages_en.properties"));
            Set<String> keys = new TreeSet<>(zh.stringPropertyNames());
            keys.addAll(en.stringPropertyNames());
            for (String key : keys) {
                if (!zh.containsKey(key) || !en.containsKey(key)) {
                    problems.add("missing in " + (zh.containsKey(key) ? "English: " : "Chinese: ") + key);
                } else if (!placeholders(zh.getProperty(key)).equals(placeholders(en.getProperty(key)))) {
                    problems.add("placeholders differ: " + key);
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    /** Fields of the window are read by their commas, and so are formulas: these lists are no sentences. */
    private static final Set<String> READ_BY_COMMAS =
            Set.of("PropertyRows.java", "LayerLooks.java", "StyleForm.java", "StyleView.java", "CellFormula.java");

    @Test
    void namesInSentencesAreListedAsTheLanguageListsThem() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/riskmap"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .filter(file ->
                                    !READ_BY_COMMAS.contains(file.getFileName().toString()))
                            .filter(file -> text(file).matches("(?s).*join(ing)?\\(\", \".*")))
                    .as("those that join names with a comma; NameList lists them")
                    .isEmpty();
        }
    }

    @Test
    void noTextIsGivenTwice() throws IOException {
        List<String> twice = new ArrayList<>();
        for (String name : List.of("messages.properties", "messages_en.properties")) {
            for (Path bundle : bundles(name)) {
                Set<String> seen = new HashSet<>();
                for (String line : Files.readAllLines(bundle)) {
                    String key = line.split("=", 2)[0].trim();
                    if (line.contains("=") && !line.startsWith("#") && !seen.add(key)) {
                        twice.add(bundle + " " + key);
                    }
                }
            }
        }
        assertThat(twice).as("the last one wins unseen").isEmpty();
    }

    /** A single quotation mark of a pattern is left out, as in an example of a text in an expression. */
    @Test
    void quotationMarksOfExamplesAreShown() throws IOException {
        List<String> lost = new ArrayList<>();
        for (String name : List.of("messages.properties", "messages_en.properties")) {
            for (Path bundle : bundles(name)) {
                load(bundle).forEach((key, text) -> {
                    if (ALONE.matcher(text.toString()).find()) {
                        lost.add(key + "=" + text);
                    }
                });
            }
        }
        assertThat(lost).as("write it twice, but around braces").isEmpty();
    }

    @Test
    void everyKeyWrittenInCodeExists() throws IOException {
        TreeSet<String> texts = new TreeSet<>(allTexts().keySet());
        Set<String> missing = new TreeSet<>();
        for (Path source : sources()) {
            Matcher matcher = LITERAL.matcher(Files.readString(source));
            while (matcher.find()) {
                String key = matcher.group(1);
                String start = key.endsWith(".") || key.endsWith("-") ? key : key + ".";
                // in their order the first text from the start on begins with it, if any does
                String next = texts.ceiling(start);
                if (!texts.contains(key) && (next == null || !next.startsWith(start))) {
                    missing.add(key + "=   # " + source.getFileName());
                }
            }
        }
        assertThat(missing).as("add these lines to the bundle of their package").isEmpty();
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> literals = new HashSet<>();
        for (Path source : sources()) {
            Matcher matcher = STRING.matcher(Files.readString(source));
            while (matcher.find()) {
                literals.add(matcher.group(1));
            }
        }
        Set<String> unused = new TreeSet<>();
        for (String key : allTexts().keySet()) {
            // derived keys: <package>.<id>[.<parameter>[.help|.<choice>]] and families made with a computed ending
            boolean literal = literals.contains(key);
            String rest = key.substring(key.indexOf('.') + 1);
            String first = rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
            boolean byId =
                    literals.contains(first) || literals.contains(key.substring(0, key.indexOf('.') + 1) + first);
            boolean byFamily = families(key).stream().anyMatch(literals::contains);
            if (!literal && !byId && !byFamily) {
                unused.add(key);
            }
        }
        assertThat(unused).as("texts nobody says").isEmpty();
    }

    private static List<String> families(String key) {
        List<String> result = new ArrayList<>();
        for (int i = key.indexOf('.') + 1; i < key.length(); i++) {
            if (key.charAt(i) == '-' || key.charAt(i) == '.') {
                result.add(key.substring(0, i + 1));
            }
        }
        return result;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> allTexts() throws IOException {
        Map<String, String> result = new HashMap<>();
        for (Path bundle : bundles("messages.properties")) {
            load(bundle).forEach((key, value) -> result.put((String) key, (String) value));
        }
        return result;
    }

    private static List<Path> bundles(String name) throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(path -> path.getFileName().toString().equals(name))
                    .toList();
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(path -> path.toString().endsWith(".java")).toList();
        }
    }

    private static Properties load(Path path) throws IOException {
        Properties result = new Properties();
        result.load(new StringReader(Files.readString(path)));
        return result;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
