package riskmap.ui;

/** Commands that need the toolkit: dialogs, panels, the window itself. */
interface WindowActions {
    /** Asks for a project file and opens it. */
    void openProject();

    /** Asks where the demonstration district is to lie, makes it there if need be, and opens it. */
    void openDemo();

    /** Imports a file into the project. */
    void importFile();

    /** Asks what of a layer is to be written to a file, and writes it. */
    void exportLayer();

    /** Opens the print dialog. */
    void print();

    /** Opens the layout editor. */
    void editLayout();

    /** Opens the report dialog. */
    void report();

    /** Shows what the user has set for all projects. */
    void showPreferences();

    /** Ends the program. */
    void exit();

    /** Shows what is set off as large as fits. */
    void zoomToSelection();

    /** Draws the map anew. */
    void refresh();

    /** Light to dark and back. */
    void switchTheme();

    /** Chinese to English and back. */
    void switchLanguage();

    /** Opens the form of the risk model. */
    void runRisk();

    /** Shows the tools. */
    void showToolbox();

    /** Shows the runs of tools recorded in the project. */
    void showToolRuns();

    /** Shows the query panel. */
    void showQuery();

    /** Shows the quality panel. */
    void showChecks();

    /** Shows the runs recorded in the project. */
    void showRuns();

    /** Opens the symbology editor of a layer. */
    void editStyle(String layerId);

    /** Says what this program is. */
    void about();
}
