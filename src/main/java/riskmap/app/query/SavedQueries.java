package riskmap.app.query;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import riskmap.app.project.Workspace;
import riskmap.base.NameList;
import riskmap.base.RiskMapException;

/** The queries kept in a project, by name. */
public final class SavedQueries {
    private static final String PREFIX = "query:";

    private SavedQueries() {}

    /** All of them, as in a dictionary; one that cannot be read is an error that names it. */
    public static List<SavedQuery> all(Workspace project) {
        Comparator<Object> words = Collator.getInstance(Locale.CHINA);
        return project.store().documents(PREFIX).stream()
                .map(key -> SavedQuery.fromJson(project.store().document(key).orElseThrow(), key))
                .sorted(Comparator.<SavedQuery, Object>comparing(SavedQuery::name, words)
                        .thenComparing(SavedQuery::name))
                .toList();
    }

    /** The query of this name. */
    public static Optional<SavedQuery> find(Workspace project, String name) {
        return project.store().document(PREFIX + name).map(json -> SavedQuery.fromJson(json, PREFIX + name));
    }

    /** The query of this name; says which there are when there is none. */
    public static SavedQuery named(Workspace project, String name) {
        return find(project, name)
                .orElseThrow(() -> RiskMapException.of(
                        "app.query-missing",
                        name,
                        NameList.of(all(project).stream().map(SavedQuery::name).toList())));
    }

    /** Keeps a query, in place of one of the same name. */
    public static void put(Workspace project, SavedQuery query) {
        requireWritable(project);
        if (query.name().isEmpty()) {
            throw RiskMapException.of("app.query-nameless");
        }
        project.store().putDocument(PREFIX + query.name(), query.toJson());
    }

    /** Gives a query another name, which no other may have. */
    public static void rename(Workspace project, String from, String to) {
        requireWritable(project);
        SavedQuery query = named(project, from);
        String wanted = to.strip();
        if (wanted.equals(from)) {
            return;
        }
        if (find(project, wanted).isPresent()) {
            throw RiskMapException.of("app.query-name-taken", wanted);
        }
        put(project, query.named(wanted));
        project.store().removeDocument(PREFIX + from);
    }

    /** Takes a query out of the project. */
    public static void remove(Workspace project, String name) {
        requireWritable(project);
        named(project, name);
        project.store().removeDocument(PREFIX + name);
    }

    private static void requireWritable(Workspace project) {
        if (project.isReadOnly()) {
            throw RiskMapException.of("app.project-read-only", project.file());
        }
    }
}
