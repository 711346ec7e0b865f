package riskmap.ui.look;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons from one family (Material Design), always by enum: a wrong name then fails to compile. */
public final class Icons {
    private Icons() {}

    /** An icon of the size used in menus and tool bars; its colour follows the theme. */
    public static FontIcon of(Ikon ikon) {
        return of(ikon, 18);
    }

    /** An icon of a size in pixels. */
    public static FontIcon of(Ikon ikon, int size) {
        FontIcon icon = new FontIcon(ikon);
        icon.setIconSize(size);
        return icon;
    }
}
