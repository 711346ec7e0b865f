package riskmap.edit.topology;

import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import riskmap.base.Message;
import riskmap.base.RiskMapException;

/** An edit that cannot be done as asked: the reason, and the place to show where there is one. Nothing was changed. */
public final class RefusedEditException extends RiskMapException {
    private static final long serialVersionUID = 1L;

    private final transient Coordinate place;

    public RefusedEditException(Message reason, Coordinate place) {
        super(place == null ? reason : Message.of("edit.refused-at", reason, text(place.x), text(place.y)));
        this.place = place;
    }

    public static RefusedEditException at(Coordinate place, String key, Object... arguments) {
        return new RefusedEditException(Message.of(key, arguments), place);
    }

    /** Where on the map, in the layer's CRS. */
    public Optional<Coordinate> place() {
        return Optional.ofNullable(place);
    }

    private static String text(double ordinate) {
        // degrees need the six decimals that metres do not
        return String.format(Locale.ROOT, Math.abs(ordinate) <= 360 ? "%.6f" : "%.2f", ordinate);
    }
}
