package riskmap.app.project;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.geotools.api.data.Query;
import org.geotools.api.data.SimpleFeatureSource;
import org.geotools.api.feature.simple.SimpleFeature;
import org.geotools.api.feature.simple.SimpleFeatureType;
import org.geotools.api.feature.type.AttributeDescriptor;
import org.geotools.api.filter.Filter;
import org.geotools.api.filter.FilterFactory;
import org.geotools.data.simple.SimpleFeatureIterator;
import org.geotools.factory.CommonFactoryFinder;
import riskmap.base.Message;
import riskmap.base.Progress;
import riskmap.base.RiskMapException;
import riskmap.data.LayerData;
import riskmap.render.PaintLayer;

/**
 * The layers of a map whose features have a date, and the filter that shows those of a span of days. The date of a layer
 * is either that of what it shows, its first date field in the order of the catalogue that is not the day of the survey,
 * or the day of the survey. A moment counts by its day in UTC, as it is stored.
 */
public final class DatedLayers {
    private static final FilterFactory FILTERS = CommonFactoryFinder.getFilterFactory();
    private static final String SURVEYED = "surveyed_on";

    private DatedLayers() {}

    /**
     * A layer with dates.
     *
     * @param layerId of the map layer
     * @param field its date
     * @param moments whether the field holds moments, not days
     * @param dated features that have a date
     * @param undated features without one
     * @param first the earliest day, null when there is none
     * @param last the latest day, null when there is none
     */
    public record Dated(
            String layerId, String field, boolean moments, int dated, int undated, LocalDate first, LocalDate last) {}

    /**
     * The layers that have dates, by layer id.
     *
     * @param survey whether the day of the survey is asked for, not the date of what is shown
     */
    public static Map<String, Dated> of(List<PaintLayer> layers, boolean survey, Progress progress) {
        Map<String, Dated> result = new LinkedHashMap<>();
        for (PaintLayer layer : layers) {
            progress.check();
            if (layer.data() instanceof LayerData.Features features) {
                String field = field(features.source().getSchema(), survey);
                if (field != null) {
                    result.put(layer.id(), read(layer, features.source(), field, progress));
                }
            }
        }
        return result;
    }

    /** The date field of a layer, null where it has none. */
    static String field(SimpleFeatureType type, boolean survey) {
        for (AttributeDescriptor attribute : type.getAttributeDescriptors()) {
            Class<?> binding = attribute.getType().getBinding();
            if (binding == LocalDate.class || binding == Instant.class) {
                if (attribute.getLocalName().equals(SURVEYED) == survey) {
                    return attribute.getLocalName();
                }
            }
        }
        return null;
    }

    private static Dated read(PaintLayer layer, SimpleFeatureSource source, String field, Progress progress) {
        LocalDate first = null;
        LocalDate last = null;
        int dated = 0;
        int undated = 0;
        Query query = new Query(source.getName().getLocalPart(), layer.filter(), new String[] {field});
        try (SimpleFeatureIterator features = source.getFeatures(query).features()) {
            while (features.hasNext()) {
                SimpleFeature feature = features.next();
                LocalDate day = day(feature.getAttribute(field));
                if (day == null) {
                    undated++;
                    continue;
                }
                dated++;
                first = first == null || day.isBefore(first) ? day : first;
                last = last == null || day.isAfter(last) ? day : last;
                if ((dated & 0xFFF) == 0) {
                    progress.check();
                }
            }
        } catch (IOException e) {
            throw new RiskMapException(
                    Message.of("app.layer-unreadable", source.getName().getLocalPart(), e.getMessage()), e);
        }
        boolean moments = source.getSchema().getDescriptor(field).getType().getBinding() == Instant.class;
        return new Dated(layer.id(), field, moments, dated, undated, first, last);
    }

    private static LocalDate day(Object value) {
        if (value instanceof LocalDate day) {
            return day;
        }
        return value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC).toLocalDate() : null;
    }

    /**
     * The layers with only the features of a span of days; layers without dates stay as they are.
     *
     * @param from first day
     * @param to last day, counted in
     * @param undated whether features without a date are shown
     */
    public static List<PaintLayer> within(
            List<PaintLayer> layers, Map<String, Dated> dated, LocalDate from, LocalDate to, boolean undated) {
        List<PaintLayer> result = new ArrayList<>();
        for (PaintLayer layer : layers) {
            Dated its = dated.get(layer.id());
            result.add(its == null ? layer : filtered(layer, span(its, from, to, undated)));
        }
        return result;
    }

    private static PaintLayer filtered(PaintLayer layer, Filter span) {
        Filter both = layer.filter() == Filter.INCLUDE ? span : FILTERS.and(layer.filter(), span);
        return new PaintLayer(layer.id(), layer.data(), layer.style(), both, layer.opacity());
    }

    private static Filter span(Dated layer, LocalDate from, LocalDate to, boolean undated) {
        var date = FILTERS.property(layer.field());
        Filter span = layer.moments()
                ? FILTERS.and(
                        FILTERS.greaterOrEqual(
                                date, FILTERS.literal(from.atStartOfDay().toInstant(ZoneOffset.UTC))),
                        FILTERS.less(
                                date,
                                FILTERS.literal(to.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))))
                : FILTERS.between(date, FILTERS.literal(from), FILTERS.literal(to));
        return undated ? FILTERS.or(span, FILTERS.isNull(date)) : span;
    }
}
