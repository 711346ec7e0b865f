package riskmap.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import riskmap.base.Language;
import riskmap.ui.look.Theme;

/**
 * What the window remembers from one day to the next: language, theme, recent projects. A small JSON file in the user's
 * settings folder; a missing, damaged or unwritable one is no reason not to start.
 */
public final class Preferences {
    private static final int RECENT = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<Path> recent = new ArrayList<>();
    private Language language = Language.current();
    private Theme theme = Theme.LIGHT;

    private Preferences(Path file) {
        this.file = file;
    }

    /** The user's preferences; the system property {@code riskmap.settings} names another folder. */
    public static Preferences ofUser() {
        return read(folder().resolve("window.json"));
    }

    /** The preferences in a file, the defaults where there is none. */
    static Preferences read(Path file) {
        Preferences result = new Preferences(file);
        try {
            if (Files.isReadable(file) && JSON.readTree(Files.readString(file)) instanceof ObjectNode node) {
                // the environment goes before what was chosen last time
                if (System.getProperty("riskmap.language", System.getenv("RISKMAP_LANGUAGE")) == null) {
                    result.language = Language.of(node.path("language").asText("zh"));
                }
                result.theme = Theme.of(node.path("theme").asText());
                node.path("recent").forEach(path -> result.recent.add(Path.of(path.asText())));
            }
        } catch (IOException | IllegalArgumentException e) {
            return new Preferences(file);
        }
        return result;
    }

    public Language language() {
        return language;
    }

    public Theme theme() {
        return theme;
    }

    /** Projects opened before that are still there, the latest first. */
    public List<Path> recent() {
        return recent.stream().filter(Files::isRegularFile).toList();
    }

    /** Keeps the language. */
    public void choose(Language chosen) {
        language = chosen;
        write();
    }

    /** Keeps the theme. */
    public void choose(Theme chosen) {
        theme = chosen;
        write();
    }

    /** Puts a project at the top of the recent ones. */
    public void opened(Path project) {
        Path absolute = project.toAbsolutePath().normalize();
        recent.remove(absolute);
        recent.add(0, absolute);
        while (recent.size() > RECENT) {
            recent.remove(recent.size() - 1);
        }
        write();
    }

    /** Takes a project off the recent ones. */
    public void forget(Path project) {
        recent.remove(project);
        write();
    }

    private void write() {
        ObjectNode node = JSON.createObjectNode();
        node.put("language", language.code());
        node.put("theme", theme.code());
        ArrayNode paths = node.putArray("recent");
        recent.forEach(path -> paths.add(path.toString()));
        try {
            Files.createDirectories(file.getParent());
            Path draft = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            System.getLogger(Preferences.class.getName())
                    .log(System.Logger.Level.DEBUG, "preferences not kept: " + file, e);
        }
    }

    private static Path folder() {
        String chosen = System.getProperty("riskmap.settings");
        if (chosen != null) {
            return Path.of(chosen);
        }
        String base = System.getProperty("os.name").startsWith("Windows")
                ? System.getenv("APPDATA")
                : System.getenv("XDG_CONFIG_HOME");
        return base == null || base.isBlank()
                ? Path.of(System.getProperty("user.home"), ".config", "riskmap")
                : Path.of(base, "riskmap");
    }
}
