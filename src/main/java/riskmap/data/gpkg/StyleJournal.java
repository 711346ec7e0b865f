package riskmap.data.gpkg;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import riskmap.base.Message;
import riskmap.data.Author;
import riskmap.data.Changes;
import riskmap.data.EditStep;

/**
 * Steps of the edit journal that change how layers look and no rows: each is one transaction of the styles, the texts
 * that point to them and its record. They stand in one order with the steps of {@link EditJournal}; what a look is, is known
 * to who writes it: here it is cells before and after.
 */
public final class StyleJournal {
    private final Database database;

    StyleJournal(Database database) {
        this.database = database;
    }

    /**
     * What to write: all or nothing.
     *
     * @param texts key → text, null to remove it
     * @param styles each kept when it has an SLD, else the one of its name is removed
     */
    public record Write(Map<String, String> texts, List<LayerStyle> styles) {
        public Write {
            styles = List.copyOf(styles);
        }

        void apply(Connection connection) throws SQLException {
            Documents.change(connection, texts);
            for (LayerStyle style : styles) {
                if (style.sld() == null) {
                    LayerStyles.remove(connection, style.layer(), style.name());
                } else {
                    LayerStyles.put(connection, style);
                }
            }
        }
    }

    /** How one layer looks before and after a step. */
    public record Looks(Map<String, Object> before, Map<String, Object> after) {}

    /** Writes how layers look and records it as done; steps that were undone become abandoned. */
    public void add(Message name, List<Looks> looks, Write write, Author author) {
        database.write(connection -> {
            JournalTables.create(connection);
            write.apply(connection);
            JournalRecords.abandonUndone(connection);
            JournalRecords.add(
                    connection,
                    new Changes(name, List.of()),
                    List.of(EditStep.STYLES),
                    looks.stream()
                            .map(look -> new RawChange(EditStep.STYLES, 0, look.before(), look.after()))
                            .toList(),
                    author,
                    null);
            return null;
        });
    }

    /** Writes the looks that a step led to or came from, and where the step stands now. */
    public void move(EditStep step, EditStep.State to, Write write) {
        database.write(connection -> {
            write.apply(connection);
            JournalRecords.mark(connection, step.seq(), to);
            return null;
        });
    }

    /** Puts a step out of reach: a layer was changed beside it since. */
    public void abandon(EditStep step) {
        database.write(connection -> {
            JournalRecords.mark(connection, step.seq(), EditStep.State.ABANDONED);
            return null;
        });
    }

    /** The last of these steps that is done. */
    public Optional<EditStep> last() {
        return next(EditStep.State.DONE);
    }

    /** The first of these steps that is undone. */
    public Optional<EditStep> next() {
        return next(EditStep.State.UNDONE);
    }

    private Optional<EditStep> next(EditStep.State state) {
        return database.read(connection -> Optional.ofNullable(JournalRecords.nextStyle(connection, state)));
    }

    /** What a step did, layer by layer. */
    public List<Looks> looks(EditStep step) {
        return database.read(connection -> {
            List<Looks> found = new ArrayList<>();
            JournalRecords.rows(connection, step.seq(), false, row -> found.add(new Looks(row.before(), row.after())));
            return found;
        });
    }
}
