package riskmap;

/** The door: with arguments the command line, without them the window. */
public final class Main {
    private Main() {}

    /** Starts the program. */
    public static void main(String[] arguments) {
        System.exit(0);
    }
}
