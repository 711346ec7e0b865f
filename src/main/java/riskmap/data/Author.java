package riskmap.data;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Who edits, and where.
 *
 * @param user name of the person, also the {@code surveyor} of new rows
 * @param device name of the machine
 * @param source what the {@code source} of new rows says; empty to leave it alone
 */
public record Author(String user, String device, String source) {
    /** Whoever is logged in here. */
    public static Author here(String source) {
        return new Author(System.getProperty("user.name", ""), hostName(), source);
    }

    private static String hostName() {
        String named = System.getenv("COMPUTERNAME");
        try {
            return named != null ? named : InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "";
        }
    }
}
