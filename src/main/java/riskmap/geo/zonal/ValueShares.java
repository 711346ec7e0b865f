package riskmap.geo.zonal;

import java.util.Arrays;

/** How much of a zone each value has: a small hash table that is cheap to empty. Not safe for several threads. */
final class ValueShares {
    private int[] keys = new int[64];
    private double[] shares = new double[64];
    private boolean[] used = new boolean[64];
    private int[] places = new int[32];
    private int count;

    void clear() {
        for (int i = 0; i < count; i++) {
            used[places[i]] = false;
        }
        count = 0;
    }

    void add(float value, double share) {
        int key = Float.floatToIntBits(value + 0f);
        int place = place(key);
        if (!used[place]) {
            if (2 * count == keys.length - 2) {
                grow();
                place = place(key);
            }
            used[place] = true;
            keys[place] = key;
            shares[place] = 0;
            places[count++] = place;
        }
        shares[place] += share;
    }

    /** The value with the greatest share, the least of several; NaN if there is none. */
    float majority() {
        float best = Float.NaN;
        double most = 0;
        for (int i = 0; i < count; i++) {
            float value = Float.intBitsToFloat(keys[places[i]]);
            double share = shares[places[i]];
            if (share > most || share == most && value < best) {
                best = value;
                most = share;
            }
        }
        return best;
    }

    /** The value with the smallest share, the least of several; NaN if there is none. */
    float minority() {
        float rarest = Float.NaN;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            float value = Float.intBitsToFloat(keys[places[i]]);
            double share = shares[places[i]];
            if (share < least || share == least && value < rarest) {
                rarest = value;
                least = share;
            }
        }
        return rarest;
    }

    /** How many different values there are. */
    int variety() {
        return count;
    }

    /** The value with as much below as above it, midway between two when half lies below either; NaN if there is none. */
    double median() {
        long[] ordered = new long[count];
        double all = 0;
        for (int i = 0; i < count; i++) {
            // the order of the bits is that of the numbers once those of negative ones are turned round
            int bits = keys[places[i]];
            int rank = bits < 0 ? bits ^ 0x7FFFFFFF : bits;
            ordered[i] = (long) rank << 32 | places[i];
            all += shares[places[i]];
        }
        Arrays.sort(ordered);
        double below = 0;
        for (int i = 0; i < count; i++) {
            int place = (int) ordered[i];
            below += shares[place];
            if (2 * below > all || i == count - 1) {
                return Float.intBitsToFloat(keys[place]);
            } else if (2 * below == all) {
                double next = Float.intBitsToFloat(keys[(int) ordered[i + 1]]);
                return (Float.intBitsToFloat(keys[place]) + next) / 2;
            }
        }
        return Double.NaN;
    }

    private int place(int key) {
        int mask = keys.length - 1;
        int hash = key * 0x9E3779B9;
        int place = (hash ^ hash >>> 15) & mask;
        while (used[place] && keys[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        int[] oldKeys = keys;
        double[] oldShares = shares;
        int[] oldPlaces = Arrays.copyOf(places, count);
        keys = new int[2 * oldKeys.length];
        shares = new double[keys.length];
        used = new boolean[keys.length];
        places = new int[oldKeys.length];
        for (int i = 0; i < count; i++) {
            int place = place(oldKeys[oldPlaces[i]]);
            used[place] = true;
            keys[place] = oldKeys[oldPlaces[i]];
            shares[place] = oldShares[oldPlaces[i]];
            places[i] = place;
        }
    }
}
