package riskmap.app;

import java.nio.file.Files;
import java.nio.file.Path;
import riskmap.base.RiskMapException;

/**
 * Where a layer lies, {@code FILE#LAYER}; the layer may be left out when the file has one.
 *
 * @param file the file
 * @param layer the layer's name, or the empty string
 */
public record LayerAddress(Path file, String layer) {
    /** Reads an address; a file whose own name holds a {@code #} is found too. */
    public static LayerAddress parse(String address) {
        if (address.isBlank()) {
            throw RiskMapException.of("app.address-empty");
        }
        Path whole = Path.of(address);
        int hash = address.lastIndexOf('#');
        if (hash < 0 || Files.exists(whole)) {
            return new LayerAddress(whole, "");
        }
        return new LayerAddress(Path.of(address.substring(0, hash)), address.substring(hash + 1));
    }

    /** The address of a file that must be there. */
    public static LayerAddress ofExisting(String address) {
        LayerAddress result = parse(address);
        if (!Files.exists(result.file)) {
            throw RiskMapException.of("app.file-missing", result.file);
        }
        if (Files.isDirectory(result.file)) {
            throw RiskMapException.of("app.file-is-folder", result.file);
        }
        if (!Files.isReadable(result.file)) {
            throw RiskMapException.of("app.file-denied", result.file);
        }
        return result;
    }

    @Override
    public String toString() {
        return layer.isEmpty() ? file.toString() : file + "#" + layer;
    }
}
