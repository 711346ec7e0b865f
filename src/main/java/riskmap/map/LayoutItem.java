package riskmap.map;

import java.util.List;
import riskmap.base.RiskMapException;

/**
 * One thing on a page. Every item has an id, unique in its layout, by which errors name it, and a box in millimetres
 * that it never leaves (grid labels of a map frame stand just outside the frame, within {@link #GRID_LABEL_MARGIN}).
 *
 * <p>Texts may hold fields in braces, such as <code>{title}</code>; the page fills them.
 */
public sealed interface LayoutItem {
    /** Room that labels of grid lines need around a map frame, in millimetres. */
    double GRID_LABEL_MARGIN = 4.5;

    String id();

    Box box();

    /**
     * A map. Several may stand on a page, each with an extent, scale, rotation, layers and styles of its own.
     *
     * @param extent minX, minY, maxX, maxY in the map's CRS that must be seen; empty for the extent of {@code fit}
     * @param fit id of the layer that must be seen; empty, or when it is not shown, for the extent of the map document
     * @param scale scale denominator, 0 to choose the greatest round scale that shows the extent
     * @param rotation degrees by which the map is turned clockwise; labels stay level
     * @param atlas whether the frame shows the feature of the atlas page, the rest faded
     * @param layers what is shown
     * @param mask id of the layer outside whose areas the map is faded, empty for none; an atlas page fades what is not
     *     its own
     * @param magnification how much larger symbols, lines and labels are than their styles say, for sheets seen from
     *     afar; 0 for 1. Rules with scale limits are chosen as on a map that much smaller.
     * @param background colour under everything, empty for none
     * @param border the neat line
     * @param grids lines of equal coordinates
     * @param marks ids of other map frames whose extents are outlined here: an overview
     * @param index whether the pages of the atlas are outlined and numbered here
     */
    record MapFrame(
            String id,
            Box box,
            List<Double> extent,
            String fit,
            double scale,
            double rotation,
            boolean atlas,
            LayerChoice layers,
            String mask,
            double magnification,
            String background,
            LineStyle border,
            List<GridLines> grids,
            List<String> marks,
            boolean index)
            implements LayoutItem {
        public MapFrame {
            extent = extent == null ? List.of() : List.copyOf(extent);
            if (!extent.isEmpty() && extent.size() != 4) {
                throw RiskMapException.of("map.extent-invalid", id);
            }
            fit = fit == null ? "" : fit;
            magnification = magnification == 0 ? 1 : magnification;
            if (!(magnification >= 0.1 && magnification <= 20)) {
                throw RiskMapException.of("map.magnification-invalid", id, "" + magnification);
            }
            if (!(scale >= 0) || scale > 1e9 || !(Math.abs(rotation) <= 360)) {
                throw RiskMapException.of("map.view-invalid", id, "" + scale, "" + rotation);
            }
            layers = layers == null ? LayerChoice.VISIBLE : layers;
            mask = mask == null ? "" : mask;
            background = Colours.checkOptional(background);
            border = border == null ? LineStyle.NONE : border;
            grids = grids == null ? List.of() : List.copyOf(grids);
            marks = marks == null ? List.of() : List.copyOf(marks);
        }

        /** A frame that shows the visible layers of the map as large as it can. */
        public static MapFrame of(String id, Box box) {
            LineStyle line = new LineStyle(null, 0.25, null);
            return new MapFrame(id, box, null, null, 0, 0, false, null, null, 0, "#d8e6ef", line, null, null, false);
        }
    }

    /**
     * Where the mapped area lies in its region: a small map in longitude and latitude with the extent of a map frame
     * marked on it.
     *
     * @param frame id of the map frame whose extent is marked
     * @param extent west, south, east, north in degrees
     * @param land outlines of the region's land as longitude, latitude, longitude, …; schematic
     * @param title said in it, with fields
     * @param names names set at places of the region
     * @param style letters of the title; degrees along the edges are smaller
     * @param colours of sea, land and lines
     */
    record Inset(
            String id,
            Box box,
            String frame,
            List<Double> extent,
            List<List<Double>> land,
            LocalText title,
            List<Place> names,
            TextStyle style,
            InsetColours colours)
            implements LayoutItem {
        public Inset {
            if (extent == null || extent.size() != 4) {
                throw RiskMapException.of("map.extent-invalid", id);
            }
            extent = List.copyOf(extent);
            land = land == null ? List.of() : List.copyOf(land);
            title = title == null ? LocalText.EMPTY : title;
            names = names == null ? List.of() : List.copyOf(names);
            style = style == null ? TextStyle.of(7.5).withBold(true) : style;
            colours = colours == null ? InsetColours.USUAL : colours;
        }
    }

    /**
     * A name in an inset.
     *
     * @param text the name
     * @param longitude of its middle, in degrees
     * @param latitude of its middle, in degrees
     * @param style how it looks
     */
    record Place(LocalText text, double longitude, double latitude, TextStyle style) {
        public Place {
            style = style == null ? TextStyle.of(6) : style;
        }
    }

    /** Text with fields, wrapped in its box; too much of it is an error, not a cut. */
    record Text(String id, Box box, LocalText text, TextStyle style) implements LayoutItem {
        public Text {
            text = text == null ? LocalText.EMPTY : text;
            style = style == null ? TextStyle.of(9) : style;
        }
    }

    /**
     * What the signs on a map mean: only what is on the page. It takes more columns and smaller letters, down to
     * {@code minimumSize}, before it says that the box is too small.
     *
     * @param frame id of the map frame
     * @param title heading
     * @param columns number of columns, 0 to choose
     * @param counts whether the number of features on the page stands behind each entry
     * @param first ids of the layers that stand first, in this order; the others follow from the top of the map down
     * @param areas ids of the layers of which the area on the page is given too
     * @param without ids of layers left out
     * @param style letters of the entries
     * @param minimumSize smallest letters allowed, in points; 0 for 5
     */
    record Legend(
            String id,
            Box box,
            String frame,
            LocalText title,
            int columns,
            boolean counts,
            List<String> first,
            List<String> areas,
            List<String> without,
            TextStyle style,
            double minimumSize)
            implements LayoutItem {
        public Legend {
            title = title == null ? LocalText.EMPTY : title;
            first = first == null ? List.of() : List.copyOf(first);
            areas = areas == null ? List.of() : List.copyOf(areas);
            without = without == null ? List.of() : List.copyOf(without);
            style = style == null ? TextStyle.of(8) : style;
            minimumSize = minimumSize == 0 ? 5 : minimumSize;
        }
    }

    /** A scale bar of a round ground length at the centre of a map frame, with the numeric scale beside it. */
    record ScaleBar(String id, Box box, String frame, TextStyle style) implements LayoutItem {
        public ScaleBar {
            style = style == null ? TextStyle.of(7) : style;
        }
    }

    /** An arrow to the north at the centre of a map frame. */
    record NorthArrow(String id, Box box, String frame, North north, TextStyle style) implements LayoutItem {
        /** Which north. */
        public enum North {
            /** The direction of the meridian. */
            TRUE,
            /** The direction of the y axis. */
            GRID
        }

        public NorthArrow {
            north = north == null ? North.TRUE : north;
            style = style == null ? TextStyle.of(9) : style;
        }
    }

    /**
     * A table of results.
     *
     * @param table id of the table
     * @param title heading, with fields
     * @param columns keys of the columns shown; empty for all
     * @param total whether a line with the sums of the number columns ends it
     * @param optional whether nothing is drawn where there is no such table; otherwise that is an error
     * @param style letters of the cells; the table shrinks them down to {@code minimumSize} to fit
     * @param minimumSize smallest letters allowed, in points; 0 for 5
     */
    record ResultTable(
            String id,
            Box box,
            String table,
            LocalText title,
            List<String> columns,
            boolean total,
            boolean optional,
            TextStyle style,
            double minimumSize)
            implements LayoutItem {
        /** A table that must be there. */
        public ResultTable(
                String id,
                Box box,
                String table,
                LocalText title,
                List<String> columns,
                boolean total,
                TextStyle style,
                double minimumSize) {
            this(id, box, table, title, columns, total, false, style, minimumSize);
        }

        public ResultTable {
            title = title == null ? LocalText.EMPTY : title;
            columns = columns == null ? List.of() : List.copyOf(columns);
            style = style == null ? TextStyle.of(7) : style;
            minimumSize = minimumSize == 0 ? 5 : minimumSize;
        }
    }

    /**
     * A chart of a table of results, drawn as vectors.
     *
     * @param table id of the table
     * @param title heading, with fields
     * @param kind how the numbers are shown
     * @param category key of the column that names bars or slices; empty for the first column
     * @param values keys of the columns shown; empty for all columns of numbers
     * @param colours of the values, or of the slices, in their order; empty for the usual ones
     * @param most at most so many categories are shown, those of the greatest sums first; 0 for all in their order
     * @param optional whether nothing is drawn where there is no such table; otherwise that is an error
     * @param style letters of axes and legend
     */
    record Chart(
            String id,
            Box box,
            String table,
            LocalText title,
            Kind kind,
            String category,
            List<String> values,
            List<String> colours,
            int most,
            boolean optional,
            TextStyle style)
            implements LayoutItem {
        /** How numbers are shown. */
        public enum Kind {
            /** Bars side by side. */
            BAR,
            /** Lying bars in one for all values of a category. */
            STACKED,
            /** Slices of a whole, of the sums of the columns. */
            PIE
        }

        public Chart {
            title = title == null ? LocalText.EMPTY : title;
            kind = kind == null ? Kind.STACKED : kind;
            category = category == null ? "" : category;
            values = values == null ? List.of() : List.copyOf(values);
            colours = colours == null ? List.of() : List.copyOf(colours);
            colours.forEach(Colours::check);
            style = style == null ? TextStyle.of(6.5) : style;
        }
    }

    /**
     * Lines to sign on.
     *
     * @param entries what each line is for, with fields
     * @param columns how many stand beside each other; 0 for all
     * @param style letters
     */
    record Signatures(String id, Box box, List<LocalText> entries, int columns, TextStyle style) implements LayoutItem {
        public Signatures {
            entries = entries == null ? List.of() : List.copyOf(entries);
            columns = columns <= 0 ? Math.max(1, entries.size()) : columns;
            style = style == null ? TextStyle.of(8) : style;
        }
    }

    /**
     * What a printed map must say about itself, one line per entry that has something to say.
     *
     * @param entries names of fields: {@code crs}, {@code sources}, {@code survey-dates}, {@code maker}, …
     * @param columns number of columns, 0 for one
     * @param style letters
     */
    record Marginalia(String id, Box box, List<String> entries, int columns, TextStyle style) implements LayoutItem {
        public Marginalia {
            entries = entries == null ? List.of() : List.copyOf(entries);
            columns = columns == 0 ? 1 : columns;
            style = style == null ? TextStyle.of(6.5) : style;
        }
    }

    /** A picture file (PNG, JPEG or SVG) beside the project, fitted into the box. */
    record Picture(String id, Box box, String file) implements LayoutItem {}

    /** A rectangle. */
    record Border(String id, Box box, String fill, LineStyle line, double radius) implements LayoutItem {
        public Border {
            fill = Colours.checkOptional(fill);
            line = line == null ? LineStyle.NONE : line;
        }
    }

    /** A straight line from the top left to the bottom right corner of its box. */
    record Line(String id, Box box, LineStyle line) implements LayoutItem {
        public Line {
            line = line == null ? new LineStyle(null, 0.2, null) : line;
        }
    }

    /** A framed mark such as the classification 密级; nothing where its text comes out empty. */
    record Stamp(String id, Box box, LocalText text, TextStyle style) implements LayoutItem {
        public Stamp {
            text = text == null ? LocalText.EMPTY : text;
            style = style == null ? TextStyle.of(10).withColour("#b3261e") : style;
        }
    }
}
