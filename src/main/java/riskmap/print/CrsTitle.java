package riskmap.print;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import riskmap.base.Language;
import riskmap.base.Message;
import riskmap.geo.crs.Crs;

/** What a map calls its CRS: the Chinese systems in the words of Chinese maps, others by their own name. */
public final class CrsTitle {
    private static final Pattern MERIDIAN = Pattern.compile("CGCS2000 / (?:([36])-degree )?Gauss-Kruger CM (\\d+)E.*");
    private static final Pattern ZONE = Pattern.compile("CGCS2000 / (?:([36])-degree )?Gauss-Kruger zone (\\d+).*");

    private CrsTitle() {}

    /** The same in one line, as lists have it. */
    public static String inLine(CoordinateReferenceSystem crs, Language language) {
        return of(crs, language).replace("\n", "");
    }

    static String of(CoordinateReferenceSystem crs, Language language) {
        String title = Crs.title(crs);
        String code = Crs.code(crs) == null ? "" : Crs.code(crs);
        Matcher meridian = MERIDIAN.matcher(title);
        if (meridian.matches()) {
            return Message.of("print.crs-meridian", width(meridian), meridian.group(2), code)
                    .text(language);
        }
        Matcher zone = ZONE.matcher(title);
        if (zone.matches()) {
            return Message.of("print.crs-zone", width(zone), zone.group(2), code)
                    .text(language);
        }
        return Crs.epsg(crs) == 4490 ? Message.of("print.crs-geographic", code).text(language) : title;
    }

    private static String width(Matcher matcher) {
        return matcher.group(1) == null ? "6" : matcher.group(1);
    }
}
