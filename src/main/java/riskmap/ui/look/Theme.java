package riskmap.ui.look;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;

/** Light or dark. */
public enum Theme {
    LIGHT,
    DARK;

    /** The name in the settings file. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The theme with this name, light for any other. */
    public static Theme of(String code) {
        return DARK.code().equals(code) ? DARK : LIGHT;
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }

    String stylesheet() {
        return this == LIGHT ? new PrimerLight().getUserAgentStylesheet() : new PrimerDark().getUserAgentStylesheet();
    }
}
