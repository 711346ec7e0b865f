package riskmap.style;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.geotools.api.style.Style;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/**
 * The shipped styles: the SLD files of {@code styles/}, by name without ending. A file of the same name in the user's
 * folder (system property {@code riskmap.styles}) overrides the shipped one.
 */
public final class Styles {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Map<String, Style> READ = new ConcurrentHashMap<>();

    private Styles() {}

    /** The folder whose files override the shipped ones, or null. */
    static Path userFolder() {
        String folder = System.getProperty("riskmap.styles");
        return folder == null || folder.isBlank() ? null : Path.of(folder);
    }

    /** Whether a style of this name is shipped or lies in the user's folder. */
    public static boolean exists(String name) {
        if (!NAME.matcher(name).matches()) {
            return false;
        }
        return own(name) != null || Styles.class.getResource("/riskmap/styles/" + name + ".sld") != null;
    }

    /** The style of this name; a shared value that nobody changes. */
    public static Style shipped(String name) {
        return READ.computeIfAbsent(name, Styles::read);
    }

    private static Style read(String name) {
        if (!exists(name)) {
            throw RiskMapException.of("style.unknown-style", name);
        }
        Path own = own(name);
        if (own != null) {
            return SldReader.read(own).style();
        }
        try (InputStream in = Styles.class.getResourceAsStream("/riskmap/styles/" + name + ".sld")) {
            return SldReader.read(in, name + ".sld").style();
        } catch (IOException e) {
            throw new RiskMapException(Message.of("style.sld-unreadable", name, e.getMessage()), e);
        }
    }

    private static Path own(String name) {
        Path folder = userFolder();
        Path file = folder == null ? null : folder.resolve(name + ".sld");
        return file != null && Files.isRegularFile(file) ? file : null;
    }
}
