package riskmap.app.importing;

import java.util.Locale;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/** What an import does with the rows that a layer has. */
public enum ImportMode {
    /** They stay; all rows of the source are new. */
    APPEND,
    /** Rows of the source change those with the same key; the others are new. A blank cell changes nothing. */
    UPDATE,
    /** They go. */
    REPLACE;

    /** The mode of a word on the command line; null for null. */
    public static ImportMode of(String word) {
        if (word == null) {
            return null;
        }
        for (ImportMode mode : values()) {
            if (mode.word().equalsIgnoreCase(word.strip())) {
                return mode;
            }
        }
        throw RiskMapException.of("app.import-mode-unknown", word);
    }

    /** Its word on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Message title() {
        return Message.of("app.import-mode-" + word());
    }
}
