package riskmap.ui.look;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import riskmap.base.Message;

/**
 * Where something is to be saved, asked by the system's own dialog. A name without an ending gets that of the chosen
 * kind of file; as the dialog has asked about replacing only the name it knew, the whole name is asked about here.
 */
public final class SavePlace {
    private final String title;
    private final String name;
    private final FileChooser chooser = new FileChooser();

    /** A dialog with the title of a key that suggests a name. */
    public SavePlace(String title, String name) {
        this.title = title;
        this.name = name;
        chooser.setTitle(Message.of(title).text());
        chooser.setInitialFileName(name);
    }

    /** Opens in a folder, where it is there. */
    public SavePlace in(Path folder) {
        if (folder != null && folder.toFile().isDirectory()) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return this;
    }

    /**
     * Offers a kind of file.
     *
     * @param kind what it is called on the screen
     * @param endings without a dot; the first one is given to a name that has none
     */
    public SavePlace kind(String kind, String... endings) {
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        kind,
                        Arrays.stream(endings).map(ending -> "*." + ending).toList()));
        return this;
    }

    /** Asks until a place is chosen or the user gives up. */
    public Optional<Path> ask(Window owner) {
        return ask(
                system -> Maximized.through(owner, system::showSaveDialog),
                file -> Dialogs.confirmLoss(
                        owner,
                        Message.of(title),
                        Message.of("ui.export-replace", file.getName()),
                        Message.of("ui.replace")));
    }

    /** @param replaces whether the user lets go of the file that has the name already */
    Optional<Path> ask(Function<FileChooser, File> system, Predicate<File> replaces) {
        while (true) {
            File chosen = system.apply(chooser);
            if (chosen == null) {
                return Optional.empty();
            }
            File whole = new File(chosen.getParentFile(), whole(chosen.getName()));
            if (whole.equals(chosen) || !whole.exists() || replaces.test(whole)) {
                return Optional.of(whole.toPath());
            }
            chooser.setInitialDirectory(chosen.getParentFile());
            chooser.setInitialFileName(whole.getName());
        }
    }

    /** The name with an ending: the chosen kind's where it has none, or is still the one that was suggested. */
    private String whole(String chosen) {
        FileChooser.ExtensionFilter kind = chooser.getSelectedExtensionFilter() == null
                ? chooser.getExtensionFilters().get(0)
                : chooser.getSelectedExtensionFilter();
        if (has(kind, chosen)) {
            return chosen;
        }
        String ending = kind.getExtensions().get(0).substring(1);
        if (chooser.getExtensionFilters().stream().noneMatch(each -> has(each, chosen))) {
            return chosen + ending;
        }
        return chosen.equals(name) ? chosen.substring(0, chosen.lastIndexOf('.')) + ending : chosen;
    }

    private static boolean has(FileChooser.ExtensionFilter kind, String name) {
        return kind.getExtensions().stream().anyMatch(each -> name.toLowerCase(Locale.ROOT)
                .endsWith(each.substring(1).toLowerCase(Locale.ROOT)));
    }
}
