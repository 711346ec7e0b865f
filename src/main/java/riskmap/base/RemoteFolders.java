package riskmap.base;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/**
 * Tells folders on a network share from those on a disk of this machine, by the type of their file system and by UNC
 * paths. A drive letter of Windows that stands for a share does not say so: the system property {@code riskmap.remote}
 * names folders (parted as a class path is) that count as shares whatever they look like.
 */
public final class RemoteFolders {
    private static final Set<String> REMOTE = Set.of(
            "nfs",
            "nfs4",
            "cifs",
            "smb",
            "smb2",
            "smb3",
            "smbfs",
            "afpfs",
            "webdav",
            "davfs",
            "fuse.sshfs",
            "fuse.davfs",
            "fuse.smbnetfs",
            "fuse.s3fs",
            "ncpfs",
            "coda",
            "lustre",
            "9p",
            "vboxsf",
            "prl_fs",
            "fuse.gvfsd-fuse",
            "fuse.rclone",
            "afs",
            "ceph",
            "glusterfs",
            "fuse.glusterfs");

    private RemoteFolders() {}

    /** Whether a file lies, or would lie, on a network share. What cannot be found out counts as one. */
    public static boolean hold(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder == null || folder.toString().startsWith("\\\\") || isNamed(folder)) {
            return true;
        }
        try {
            return REMOTE.contains(Files.getFileStore(folder).type().toLowerCase(Locale.ROOT));
        } catch (IOException unknown) {
            return true;
        }
    }

    private static boolean isNamed(Path folder) {
        for (String named : System.getProperty("riskmap.remote", "").split(File.pathSeparator)) {
            if (!named.isBlank()
                    && folder.startsWith(Path.of(named).toAbsolutePath().normalize())) {
                return true;
            }
        }
        return false;
    }
}
