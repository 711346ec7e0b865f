package riskmap.app.style;

import java.util.List;
import java.util.Optional;
import org.geotools.api.style.Style;
import riskmap.base.Message;

/**
 * A style ready to draw with and to keep.
 *
 * @param style what is drawn
 * @param sld its document; of a file the text as it was, so that nothing in it is lost
 * @param classes what each class holds, in the order of the legend; empty for a document
 * @param missing how many features have no value
 * @param notes what of a document was not understood
 * @param histogram of the numbers that a graduated style goes by
 */
public record MadeStyle(
        Style style,
        String sld,
        List<Class> classes,
        long missing,
        List<Message> notes,
        Optional<ValueHistogram> histogram) {
    public MadeStyle {
        classes = List.copyOf(classes);
        notes = List.copyOf(notes);
    }

    MadeStyle(Style style, String sld, List<Class> classes, long missing, List<Message> notes) {
        this(style, sld, classes, missing, notes, Optional.empty());
    }

    /**
     * A class of a style.
     *
     * @param title as the legend has it
     * @param colour {@code #rrggbb}
     * @param count features in it
     */
    public record Class(Message title, String colour, long count) {}
}
