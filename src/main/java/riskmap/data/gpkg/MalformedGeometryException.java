package riskmap.data.gpkg;

import riskmap.base.Message;

/** Bytes that are no geometry. Caught where rows are read: the row is kept, without geometry, and reported. */
final class MalformedGeometryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    MalformedGeometryException(String key, Object... arguments) {
        // no stack trace: a file may hold a million of them
        super(key, null, false, false);
        this.reason = Message.of(key, arguments);
    }

    /** What is wrong with the bytes. */
    Message reason() {
        return reason;
    }
}
