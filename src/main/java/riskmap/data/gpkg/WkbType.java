package riskmap.data.gpkg;

/**
 * The type word of a WKB geometry, taken apart: which geometry, whether Z, whether M.
 *
 * <p><b>Source:</b> ISO 13249-3: code + 1000 for Z, + 2000 for M, + 3000 for both. PostGIS and the first OGC drafts set
 * bits 31 (Z), 30 (M) and 29 (an SRID follows) instead.
 *
 * @param code geometry code, 1 point … 17 triangle
 * @param hasZ whether each position has Z
 * @param hasM whether each position has M
 */
record WkbType(int code, boolean hasZ, boolean hasM) {
    static final int POINT = 1;
    static final int LINE = 2;
    static final int POLYGON = 3;
    static final int MULTI_POINT = 4;
    static final int MULTI_LINE = 5;
    static final int MULTI_POLYGON = 6;
    static final int COLLECTION = 7;
    static final int CIRCULAR_STRING = 8;
    static final int COMPOUND_CURVE = 9;
    static final int CURVE_POLYGON = 10;
    static final int MULTI_CURVE = 11;
    static final int MULTI_SURFACE = 12;
    static final int POLYHEDRAL = 15;
    static final int TIN = 16;
    static final int TRIANGLE = 17;

    private static final int Z_BIT = 0x80000000;
    private static final int M_BIT = 0x40000000;
    private static final int SRID_BIT = 0x20000000;
    private static final WkbType[][] KNOWN = new WkbType[4][TRIANGLE + 1];

    static {
        for (int dimension = 0; dimension < KNOWN.length; dimension++) {
            for (int code = 0; code <= TRIANGLE; code++) {
                KNOWN[dimension][code] = new WkbType(code, (dimension & 1) != 0, (dimension & 2) != 0);
            }
        }
    }

    /** Takes a type word apart; refuses codes nobody has defined. */
    static WkbType of(int raw) {
        int plain = raw & ~(Z_BIT | M_BIT | SRID_BIT);
        int thousands = plain / 1000;
        int code = plain % 1000;
        if (thousands > 3 || code > TRIANGLE || code == 13 || code == 14) {
            throw new MalformedGeometryException("data.gpkg-blob-type", Integer.toUnsignedString(raw));
        }
        boolean z = (thousands & 1) != 0 || (raw & Z_BIT) != 0;
        boolean m = (thousands & 2) != 0 || (raw & M_BIT) != 0;
        return KNOWN[(z ? 1 : 0) | (m ? 2 : 0)][code];
    }

    /** Whether four bytes of SRID follow the type word. */
    static boolean hasSrid(int raw) {
        return (raw & SRID_BIT) != 0;
    }

    /** Numbers per position. */
    int dimension() {
        return 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0);
    }
}
