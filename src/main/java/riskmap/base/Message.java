package riskmap.base;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A sentence for the user, kept as a key and its arguments so that it can be said in any language.
 *
 * <p>The first word of the key names the package whose bundle holds the text: {@code io.file-missing} is looked up in
 * {@code riskmap/io/messages.properties} (Chinese) or {@code messages_en.properties}. Texts are {@link MessageFormat}
 * patterns: an apostrophe is written twice; numbers that must not be grouped are passed as strings.
 *
 * @param key the text's key, {@code package.name}
 * @param arguments what fills the placeholders {@code {0}}, {@code {1}}, …; a nested Message is translated too, as is what
 *     is {@link Translated}
 */
public record Message(String key, List<Object> arguments) {
    private static final Map<String, Map<String, String>> BUNDLES = new ConcurrentHashMap<>();

    public Message {
        arguments = List.copyOf(arguments);
    }

    /** A message from its key and arguments; a null argument is shown as “–”. */
    public static Message of(String key, Object... arguments) {
        Object[] shown = new Object[arguments.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = arguments[i] == null ? "–" : arguments[i];
        }
        return new Message(key, List.of(shown));
    }

    /** The text in the language in use. */
    public String text() {
        return text(Language.current());
    }

    /** The text in the given language; the key itself where no text exists (a test keeps this from happening). */
    public String text(Language language) {
        Object[] values =
                arguments.stream().map(value -> shown(value, language)).toArray();
        String pattern = bundle(packageOf(key), language).get(key);
        if (pattern == null) {
            return values.length == 0 ? key : key + " " + List.of(values);
        }
        return Quotes.nested(new MessageFormat(pattern, language.locale()).format(values));
    }

    private static String packageOf(String key) {
        return key.substring(0, Math.max(0, key.indexOf('.')));
    }

    private static Object shown(Object value, Language language) {
        if (value instanceof Message message) {
            return message.text(language);
        }
        return value instanceof Translated title ? title.in(language) : value;
    }

    /** Whether a text exists for this key. */
    public boolean exists() {
        return bundle(packageOf(key), Language.CHINESE).containsKey(key);
    }

    /** All keys of a package's bundle. */
    public static Set<String> keys(String name) {
        return bundle(name, Language.CHINESE).keySet();
    }

    @Override
    public String toString() {
        return text();
    }

    private static Map<String, String> bundle(String name, Language language) {
        String suffix = language == Language.CHINESE ? "" : "_" + language.code();
        String path = "/riskmap/" + name.replace('-', '/') + "/messages" + suffix + ".properties";
        return BUNDLES.computeIfAbsent(path, Message::load);
    }

    /** The texts of a bundle by key; empty where there is no such bundle. */
    private static Map<String, String> load(String path) {
        try (var stream = Message.class.getResourceAsStream(path)) {
            return stream == null ? Map.of() : texts(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keys and texts of a file of properties. Where it escapes nothing a line is a key and its text, which is found in a
     * fifth of the time that Java's reader takes before it is compiled.
     */
    static Map<String, String> texts(String file) throws IOException {
        Map<String, String> texts = new HashMap<>();
        if (file.indexOf('\\') >= 0 || file.indexOf('\r') >= 0) {
            Properties read = new Properties();
            read.load(new StringReader(file));
            read.forEach((key, text) -> texts.put((String) key, (String) text));
            return texts;
        }
        int end;
        for (int start = 0; start < file.length(); start = end + 1) {
            end = file.indexOf('\n', start);
            end = end < 0 ? file.length() : end;
            int equals = file.indexOf('=', start);
            if (equals >= 0 && equals < end && file.charAt(start) != '#') {
                texts.put(file.substring(start, equals), file.substring(equals + 1, end));
            }
        }
        return texts;
    }
}
