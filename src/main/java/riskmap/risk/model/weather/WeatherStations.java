package riskmap.risk.model.weather;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import riskmap.analysis.Inputs;
import riskmap.analysis.LayerRows;
import riskmap.base.Progress;
import riskmap.risk.model.result.ResultRows;

/** Names and places of the weather stations by code; none when the project has no layer of them. */
public final class WeatherStations {
    private static final String KIND = "weather_station";

    private record Station(String name, Point place) {}

    private final Map<String, Station> byCode = new LinkedHashMap<>();
    private final CoordinateReferenceSystem crs;

    private WeatherStations(CoordinateReferenceSystem crs) {
        this.crs = crs;
    }

    public static WeatherStations of(Inputs inputs, Progress progress) {
        return of(inputs, null, progress);
    }

    /** The stations with places in a CRS, their own when it is null. */
    public static WeatherStations of(Inputs inputs, CoordinateReferenceSystem target, Progress progress) {
        if (!inputs.has(KIND)) {
            return new WeatherStations(target);
        }
        LayerRows rows = inputs.rows(KIND, progress).in(target, progress);
        WeatherStations result = new WeatherStations(rows.crs());
        String[] codes = rows.texts("station_code");
        String[] names = rows.texts("name");
        for (int row = 0; row < rows.size(); row++) {
            if (codes[row] != null) {
                Geometry shape = rows.geometry(row);
                result.byCode.putIfAbsent(
                        codes[row].strip(),
                        new Station(
                                names[row] == null ? codes[row] : names[row],
                                shape == null ? null : shape.getCentroid()));
            }
        }
        return result;
    }

    public CoordinateReferenceSystem crs() {
        return crs;
    }

    /** The name of a station, its code when it is not known. */
    public String name(String code) {
        Station station = byCode.get(code);
        return station == null ? code : station.name;
    }

    /** The place of a station, null when it is not known. */
    public Point place(String code) {
        Station station = byCode.get(code);
        return station == null ? null : station.place;
    }

    /** How many of these codes are not among the stations. */
    public int unknown(Collection<String> codes) {
        int unknown = 0;
        for (String code : codes) {
            unknown += place(code) == null ? 1 : 0;
        }
        return unknown;
    }

    /** A row at the place of a station, with its name. */
    public SimpleFeature add(ResultRows rows, String code) {
        Point place = place(code);
        SimpleFeature row = place == null ? rows.add() : rows.add(place);
        row.setAttribute("name", name(code).isEmpty() ? null : name(code));
        return row;
    }
}
