package riskmap.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import riskmap.app.project.BackupPlan;
import riskmap.base.Language;
import riskmap.base.SafeFile;
import riskmap.base.UserFolders;
import riskmap.ui.look.Theme;

/**
 * What the window remembers from one day to the next: language, theme, recent projects. A small JSON file in the user's
 * settings folder; a missing, damaged or unwritable one is no reason not to start.
 */
public final class Preferences {
    private static final int RECENT = 8;
    private static final String BACKUP_MINUTES = "backup-minutes";
    private static final String BACKUPS_KEPT = "backups-kept";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<Path> recent = new ArrayList<>();
    private Language language = Language.current();
    private Theme theme = Theme.LIGHT;
    private final Map<String, String> choices = new TreeMap<>();

    private Preferences(Path file) {
        this.file = file;
    }

    /** The user's preferences; the system property {@code riskmap.settings} names another folder. */
    public static Preferences ofUser() {
        return read(UserFolders.settings().resolve("window.json"));
    }

    /** The preferences in a file, the defaults where there is none. */
    static Preferences read(Path file) {
        Preferences result = new Preferences(file);
        SafeFile.read(file, content -> JSON.readTree(content) instanceof ObjectNode node ? node : null)
                .ifPresent(result::take);
        return result;
    }

    private void take(ObjectNode node) {
        // the environment goes before what was chosen last time
        if (System.getProperty(Language.PROPERTY, System.getenv("RISKMAP_LANGUAGE")) == null) {
            language = Language.of(node.path("language").asText("zh"));
        }
        theme = Theme.of(node.path("theme").asText());
        node.path("choices")
                .fields()
                .forEachRemaining(
                        choice -> choices.put(choice.getKey(), choice.getValue().asText()));
        for (JsonNode path : node.path("recent")) {
            try {
                recent.add(Path.of(path.asText()));
            } catch (InvalidPathException notOne) {
                continue;
            }
        }
    }

    /** What was chosen under a name last time; empty for nothing. */
    public String choice(String name) {
        return choices.getOrDefault(name, "");
    }

    /** Keeps what was chosen under a name. */
    public void choose(String name, String value) {
        if (!value.equals(choices.put(name, value))) {
            write();
        }
    }

    /** How projects are backed up; the standard where nothing sensible was chosen. */
    public BackupPlan backups() {
        return new BackupPlan(
                number(BACKUP_MINUTES, BackupPlan.STANDARD.minutes()),
                number(BACKUPS_KEPT, BackupPlan.STANDARD.kept()));
    }

    private int number(String name, int otherwise) {
        return choice(name).matches("\\d{1,6}") ? Integer.parseInt(choice(name)) : otherwise;
    }

    /** Keeps how projects are backed up. */
    public void choose(BackupPlan plan) {
        choose(BACKUP_MINUTES, Integer.toString(plan.minutes()));
        choose(BACKUPS_KEPT, Integer.toString(plan.kept()));
    }

    /** The file they are kept in. */
    public Path file() {
        return file;
    }

    /** The folder of the user's settings. */
    public Path folder() {
        return file.getParent();
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
        ObjectNode kept = node.putObject("choices");
        choices.forEach(kept::put);
        ArrayNode paths = node.putArray("recent");
        recent.forEach(path -> paths.add(path.toString()));
        try {
            SafeFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(node));
        } catch (IOException e) {
            System.getLogger(Preferences.class.getName())
                    .log(System.Logger.Level.DEBUG, "preferences not kept: " + file, e);
        }
    }
}
