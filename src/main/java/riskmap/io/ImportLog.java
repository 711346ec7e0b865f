package riskmap.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import riskmap.base.Message;
import riskmap.base.MessageList;

/**
 * What became of the features of a source: how many were read, written, repaired and skipped, each repair and each skip
 * with its reason and place, and remarks on the whole.
 *
 * <p>Conservation: read = written + skipped, once all is done. Counts are exact; of each reason the first
 * {@value #KEPT} places are kept. Safe to use from several threads.
 */
public final class ImportLog {
    /** Places kept of each reason; the rest is counted only. */
    static final int KEPT = 200;

    /** What kind of remark. */
    public enum Kind {
        /** About the whole: an assumption made, a column left out, something odd. */
        NOTICE,
        /** A feature was changed so that it can be used. */
        REPAIRED,
        /** A feature was left out. */
        SKIPPED
    }

    /**
     * What was found out about a source as a whole, and why it is believed.
     *
     * @param encoding name of the encoding of its text, empty where it has none
     * @param encodingReason why, or null
     * @param crsReason why its CRS is what it is, or null
     */
    public record Facts(String encoding, Message encodingReason, Message crsReason) {}

    /**
     * A remark.
     *
     * @param kind what kind
     * @param reason why
     * @param source file or layer it is about
     * @param place where
     */
    public record Entry(Kind kind, Message reason, String source, Place place) {}

    /**
     * One reason and how often.
     *
     * @param kind what kind
     * @param example the reason of the first entry
     * @param count how many features
     * @param entries the first of them
     */
    public record Reason(Kind kind, Message example, long count, List<Entry> entries) {
        private static final int SAID = 3;

        /** The reason with how often it was met and where first; what is about the whole is said as it is. */
        public Message message() {
            if (kind == Kind.NOTICE && count == 1 && entries.get(0).place().isFile()) {
                return example;
            }
            List<Message> places = entries.stream()
                    .limit(SAID)
                    .map(entry -> entry.place().message())
                    .toList();
            return Message.of(
                    "io.log-" + kind.name().toLowerCase(Locale.ROOT),
                    Long.toString(count),
                    example,
                    new MessageList(places, count > places.size()));
        }
    }

    private final Map<String, Counted> reasons = new LinkedHashMap<>();
    private String source = "";
    private long read;
    private long written;
    private long repaired;
    private long skipped;
    private Facts facts = new Facts("", null, null);
    private TableLook table;

    /** How the table that was opened last is read; null where the source is none. */
    public synchronized TableLook table() {
        return table;
    }

    /** Says how the table is read. */
    public synchronized void table(TableLook look) {
        table = look;
    }

    /** What was found out about the source that was opened last. */
    public synchronized Facts facts() {
        return facts;
    }

    /** Says in which encoding the text of the source is, and why. */
    public synchronized void encoding(String name, Message reason) {
        facts = new Facts(name, reason, facts.crsReason());
    }

    /** Says why the CRS of the source is what it is. */
    public synchronized void crs(Message reason) {
        facts = new Facts(facts.encoding(), facts.encodingReason(), reason);
    }

    /** Names the file or layer that the following entries are about. */
    public synchronized void about(String newSource) {
        source = newSource;
    }

    public synchronized void read(long count) {
        read += count;
    }

    public synchronized void written(long count) {
        written += count;
    }

    public synchronized void notice(Message message) {
        add(Kind.NOTICE, message, Place.file(), 1);
    }

    public synchronized void notice(Message message, Place place) {
        add(Kind.NOTICE, message, place, 1);
    }

    /** Counts a feature that was changed; a feature changed for two reasons counts for each. */
    public synchronized void repaired(Message reason, Place place) {
        repaired++;
        add(Kind.REPAIRED, reason, place, 1);
    }

    public synchronized void skipped(Message reason, Place place) {
        skipped(1, reason, place);
    }

    /** Counts features that were left out for one reason. */
    public synchronized void skipped(long count, Message reason, Place place) {
        skipped += count;
        add(Kind.SKIPPED, reason, place, count);
    }

    public synchronized long readCount() {
        return read;
    }

    public synchronized long writtenCount() {
        return written;
    }

    public synchronized long repairedCount() {
        return repaired;
    }

    public synchronized long skippedCount() {
        return skipped;
    }

    /** All reasons in the order of their first entry. */
    public synchronized List<Reason> reasons() {
        return reasons.values().stream()
                .map(counted -> new Reason(
                        counted.entries.get(0).kind(),
                        counted.entries.get(0).reason(),
                        counted.count,
                        List.copyOf(counted.entries)))
                .toList();
    }

    /** All kept entries in order of reason. */
    public synchronized List<Entry> entries() {
        return reasons.values().stream()
                .flatMap(counted -> counted.entries.stream())
                .toList();
    }

    /** Takes over everything another log holds. */
    public synchronized void addAll(ImportLog other) {
        read += other.readCount();
        written += other.writtenCount();
        repaired += other.repairedCount();
        skipped += other.skippedCount();
        facts = other.facts();
        for (Reason reason : other.reasons()) {
            Counted counted = counted(reason.kind(), reason.example());
            counted.count += reason.count();
            for (Entry entry : reason.entries()) {
                counted.keep(entry);
            }
        }
    }

    /** The log as plain maps and lists, ready for JSON. */
    public synchronized Map<String, Object> toMap() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("read", read);
        result.put("written", written);
        result.put("repaired", repaired);
        result.put("skipped", skipped);
        List<Object> list = new ArrayList<>();
        for (Counted counted : reasons.values()) {
            Map<String, Object> reason = new LinkedHashMap<>();
            reason.put("kind", counted.entries.get(0).kind().name().toLowerCase(Locale.ROOT));
            reason.put("key", counted.entries.get(0).reason().key());
            reason.put("reason", counted.entries.get(0).reason().text());
            reason.put("count", counted.count);
            reason.put("places", counted.entries.stream().map(ImportLog::toMap).toList());
            list.add(reason);
        }
        result.put("reasons", list);
        return result;
    }

    private static Map<String, Object> toMap(Entry entry) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("source", entry.source());
        result.put("unit", entry.place().unit().name().toLowerCase(Locale.ROOT));
        result.put("number", entry.place().number());
        if (entry.place().hasCoordinates()) {
            result.put("x", entry.place().x());
            result.put("y", entry.place().y());
        }
        result.put("reason", entry.reason().text());
        return result;
    }

    private void add(Kind kind, Message reason, Place place, long count) {
        Counted counted = counted(kind, reason);
        counted.count += count;
        counted.keep(new Entry(kind, reason, source, place));
    }

    private Counted counted(Kind kind, Message reason) {
        // notices differ by what they say, the others by why
        String key = kind + (kind == Kind.NOTICE ? reason.key() + reason.arguments() : reasonKey(reason));
        return reasons.computeIfAbsent(key, absent -> new Counted());
    }

    /** The keys of a message and of the messages in it: what stays the same from feature to feature. */
    private static String reasonKey(Message reason) {
        StringBuilder key = new StringBuilder(reason.key());
        for (Object argument : reason.arguments()) {
            if (argument instanceof Message nested) {
                key.append('/').append(reasonKey(nested));
            }
        }
        return key.toString();
    }

    /** Entries of one reason. */
    private static final class Counted {
        private final List<Entry> entries = new ArrayList<>();
        private long count;

        void keep(Entry entry) {
            if (entries.size() < KEPT) {
                entries.add(entry);
            }
        }
    }
}
