package riskmap.base;

import java.util.Locale;

/** The language of everything the program says. Chinese unless the user chooses English. */
public enum Language {
    CHINESE("zh", Locale.SIMPLIFIED_CHINESE),
    ENGLISH("en", Locale.ENGLISH);

    /** The system property that says a language; it goes before what the environment and the settings say. */
    public static final String PROPERTY = "riskmap.language";

    private static volatile Language current = fromEnvironment();

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** The two-letter code: {@code zh} or {@code en}. */
    public String code() {
        return code;
    }

    public Locale locale() {
        return locale;
    }

    /** The language in use by this process. */
    public static Language current() {
        return current;
    }

    /** Changes the language of this process; texts made from now on are in it. */
    public static void use(Language language) {
        current = language;
    }

    /** The language with this code, Chinese for any other. */
    public static Language of(String code) {
        return code != null && code.toLowerCase(Locale.ROOT).startsWith("en") ? ENGLISH : CHINESE;
    }

    private static Language fromEnvironment() {
        String chosen = System.getProperty(PROPERTY, System.getenv("RISKMAP_LANGUAGE"));
        return of(chosen);
    }
}
