package riskmap.geo.crs;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.parameter.ParameterValueGroup;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.OperationMethod;
import org.geotools.metadata.iso.citation.Citations;
import org.geotools.referencing.NamedIdentifier;
import org.geotools.referencing.crs.DefaultGeographicCRS;
import org.geotools.referencing.crs.DefaultProjectedCRS;
import org.geotools.referencing.cs.DefaultCartesianCS;
import org.geotools.referencing.cs.DefaultEllipsoidalCS;
import org.geotools.referencing.datum.BursaWolfParameters;
import org.geotools.referencing.datum.DefaultEllipsoid;
import org.geotools.referencing.datum.DefaultGeodeticDatum;
import org.geotools.referencing.datum.DefaultPrimeMeridian;
import org.geotools.referencing.operation.DefiningConversion;
import org.geotools.referencing.operation.projection.Mercator1SP;
import org.geotools.referencing.operation.projection.TransverseMercator;
import riskmap.geo.crs.CrsDefinition.Projection;
import si.uom.SI;

/**
 * GeoTools' objects of the known CRSs, each made once, directly: going through the factories would search the class
 * path for plug-ins and wake the EPSG database.
 */
final class CrsObjects {
    private static final Map<CrsDefinition, CoordinateReferenceSystem> MADE = new ConcurrentHashMap<>();
    private static final Map<CoordinateReferenceSystem, CrsDefinition> DEFINITIONS =
            Collections.synchronizedMap(new IdentityHashMap<>());

    private CrsObjects() {}

    static CoordinateReferenceSystem of(CrsDefinition definition) {
        CoordinateReferenceSystem made = MADE.get(definition);
        if (made != null) {
            return made;
        }
        CoordinateReferenceSystem fresh = definition.isGeographic() ? geographic(definition) : projected(definition);
        DEFINITIONS.put(fresh, definition);
        CoordinateReferenceSystem earlier = MADE.putIfAbsent(definition, fresh);
        return earlier == null ? fresh : earlier;
    }

    /** The definition that made this object, or null when it was not made here. */
    static CrsDefinition definition(CoordinateReferenceSystem crs) {
        return DEFINITIONS.get(crs);
    }

    private static GeographicCRS geographic(CrsDefinition definition) {
        SurveyDatum datum = definition.datum();
        DefaultEllipsoid ellipsoid = DefaultEllipsoid.createFlattenedSphere(
                datum.ellipsoidName(), datum.semiMajor(), datum.inverseFlattening(), SI.METRE);
        Map<String, Object> properties = new HashMap<>(identified(datum.datumName(), datum.datumCode()));
        if (datum == SurveyDatum.CGCS2000) {
            // tells GeoTools' own operations what KnownTransform does: no shift to WGS 84
            properties.put(DefaultGeodeticDatum.BURSA_WOLF_KEY, new BursaWolfParameters(DefaultGeodeticDatum.WGS84));
        }
        DefaultGeodeticDatum frame = new DefaultGeodeticDatum(properties, ellipsoid, DefaultPrimeMeridian.GREENWICH);
        return new DefaultGeographicCRS(
                identified(definition.name(), definition.code()), frame, DefaultEllipsoidalCS.GEODETIC_2D);
    }

    private static CoordinateReferenceSystem projected(CrsDefinition definition) {
        GeographicCRS base = (GeographicCRS) of(definition.base());
        try {
            OperationMethod method =
                    definition.projection() == Projection.WEB_MERCATOR ? new Mercator() : new GaussKruger();
            MathTransform transform = ((Opened) method).open(definition);
            return new DefaultProjectedCRS(
                    identified(definition.name(), definition.code()),
                    new DefiningConversion(Map.of("name", definition.name()), method, transform),
                    base,
                    transform,
                    DefaultCartesianCS.PROJECTED);
        } catch (FactoryException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> identified(String name, int code) {
        return code > 0
                ? Map.of("name", name, "identifiers", new NamedIdentifier(Citations.EPSG, Integer.toString(code)))
                : Map.of("name", name);
    }

    /** A projection whose transform can be made without the factory that finds projections by name. */
    private interface Opened {
        MathTransform open(CrsDefinition definition) throws FactoryException;
    }

    /** GeoTools' transverse Mercator. */
    private static final class GaussKruger extends TransverseMercator.Provider implements Opened {
        private static final long serialVersionUID = 1L;

        @Override
        public MathTransform open(CrsDefinition definition) throws FactoryException {
            ParameterValueGroup values = getParameters().createValue();
            DefaultEllipsoid ellipsoid = DefaultEllipsoid.createFlattenedSphere(
                    "-", definition.datum().semiMajor(), definition.datum().inverseFlattening(), SI.METRE);
            values.parameter("semi_major").setValue(ellipsoid.getSemiMajorAxis());
            values.parameter("semi_minor").setValue(ellipsoid.getSemiMinorAxis());
            values.parameter("central_meridian").setValue(definition.centralMeridian());
            values.parameter("scale_factor").setValue(definition.scale());
            values.parameter("false_easting").setValue(definition.falseEasting());
            values.parameter("false_northing").setValue(definition.falseNorthing());
            return createMathTransform(values);
        }
    }

    /** GeoTools' Mercator on the sphere of the equatorial radius. */
    private static final class Mercator extends Mercator1SP.Provider implements Opened {
        private static final long serialVersionUID = 1L;

        @Override
        public MathTransform open(CrsDefinition definition) throws FactoryException {
            ParameterValueGroup values = getParameters().createValue();
            values.parameter("semi_major").setValue(definition.datum().semiMajor());
            values.parameter("semi_minor").setValue(definition.datum().semiMajor());
            return createMathTransform(values);
        }
    }
}
