package riskmap.style;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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

    /** Whether a style of this name is shipped or lies in the user's folder, or is one of those in other colours. */
    public static boolean exists(String name) {
        return DepthStyle.hasClasses(name)
                || SpreadStyle.hasPeriods(name)
                || PlainStyle.hasColour(name)
                || NAME.matcher(name).matches() && (isFile(name) || isFile(ColourScheme.standard(name)));
    }

    private static boolean isFile(String name) {
        return own(name) != null || Styles.class.getResource("/riskmap/styles/" + name + ".sld") != null;
    }

    /** The style of this name; a shared value that nobody changes. */
    public static Style shipped(String name) {
        Style known = READ.get(name);
        return known == null ? READ.merge(name, read(name), (first, same) -> first) : known;
    }

    private static Style read(String name) {
        if (!exists(name)) {
            throw RiskMapException.of("style.unknown-style", name);
        }
        if (DepthStyle.hasClasses(name)) {
            return DepthStyle.of(name);
        }
        if (SpreadStyle.hasPeriods(name)) {
            return SpreadStyle.of(name);
        }
        if (isFile(name)) {
            return SldReader.read(new ByteArrayInputStream(bytes(name)), name + ".sld")
                    .style();
        }
        boolean plain = PlainStyle.hasColour(name);
        String file = plain ? PlainStyle.shipped(name) : ColourScheme.standard(name);
        String sld = new String(bytes(file), StandardCharsets.UTF_8);
        String usual = plain ? PlainStyle.recoloured(sld, name) : sld;
        Style style =
                SldReader.parse(ColourScheme.ofStyle(name).recoloured(usual)).style();
        style.setName(name);
        return style;
    }

    private static byte[] bytes(String name) {
        Path own = own(name);
        try (InputStream in = own != null
                ? Files.newInputStream(own)
                : Styles.class.getResourceAsStream("/riskmap/styles/" + name + ".sld")) {
            return in.readNBytes(SldXml.MAX_BYTES + 1);
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
