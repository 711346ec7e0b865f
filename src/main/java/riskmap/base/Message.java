package riskmap.base;

import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
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
    private static final Map<String, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

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
        try {
            String pattern = bundle(key.substring(0, Math.max(0, key.indexOf('.'))), language)
                    .getString(key);
            return new MessageFormat(pattern, language.locale()).format(values);
        } catch (MissingResourceException missing) {
            return values.length == 0 ? key : key + " " + List.of(values);
        }
    }

    private static Object shown(Object value, Language language) {
        if (value instanceof Message message) {
            return message.text(language);
        }
        return value instanceof Translated title ? title.in(language) : value;
    }

    /** Whether a text exists for this key. */
    public boolean exists() {
        try {
            return bundle(key.substring(0, Math.max(0, key.indexOf('.'))), Language.CHINESE)
                    .containsKey(key);
        } catch (MissingResourceException missing) {
            return false;
        }
    }

    /** All keys of a package's bundle. */
    public static Set<String> keys(String name) {
        return bundle(name, Language.CHINESE).keySet();
    }

    @Override
    public String toString() {
        return text();
    }

    private static ResourceBundle bundle(String name, Language language) {
        String suffix = language == Language.CHINESE ? "" : "_" + language.code();
        String path = "/riskmap/" + name.replace('-', '/') + "/messages" + suffix + ".properties";
        return BUNDLES.computeIfAbsent(path, Message::load);
    }

    private static ResourceBundle load(String path) {
        try (var stream = Message.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new MissingResourceException(path, Message.class.getName(), path);
            }
            return new PropertyResourceBundle(
                    new java.io.InputStreamReader(stream, java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
