package riskmap.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a process did to files, change by change, as the recorder wrote it down. */
record Recording(List<Event> events) {
    /**
     * One change.
     *
     * @param kind see the recorder
     * @param path the file
     * @param other the new name, of R and L
     * @param at where a write begins, or the length a file was cut to
     * @param bytes what was written
     */
    record Event(char kind, String path, String other, long at, byte[] bytes) {}

    static Recording read(Path log) throws IOException {
        byte[] all = Files.readAllBytes(log);
        List<Event> events = new ArrayList<>();
        int at = 0;
        while (at < all.length) {
            int end = lineEnd(all, at);
            String[] head = text(all, at, end).split(" ", 4);
            at = end + 1;
            String other = "";
            byte[] bytes = new byte[0];
            char kind = head[0].charAt(0);
            if (kind == 'R' || kind == 'L') {
                end = lineEnd(all, at);
                other = text(all, at, end);
                at = end + 1;
            } else if (kind == 'W') {
                int length = Integer.parseInt(head[2]);
                bytes = java.util.Arrays.copyOfRange(all, at, at + length);
                at += length;
            }
            events.add(new Event(kind, head[3], other, Long.parseLong(head[1]), bytes));
        }
        return new Recording(events);
    }

    private static int lineEnd(byte[] all, int from) {
        int end = from;
        while (all[end] != '\n') {
            end++;
        }
        return end;
    }

    private static String text(byte[] all, int from, int to) {
        return new String(all, from, to - from, StandardCharsets.UTF_8);
    }
}
