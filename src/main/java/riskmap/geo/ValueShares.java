package riskmap.geo;

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
