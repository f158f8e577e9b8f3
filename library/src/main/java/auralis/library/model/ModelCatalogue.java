package auralis.library.model;

import auralis.library.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What models can be downloaded: a list that comes with the program, and one that the user may
 * write, {@code catalogue.json} in the folder of models, whose entries go before.
 */
public final class ModelCatalogue {
    private static final String FILE = "catalogue.json";

    private final Path own;

    /** A whole list. */
    private record Listing(List<Offer> models) {}

    /**
     * @param folder of the models
     */
    public ModelCatalogue(Path folder) {
        this.own = folder.resolve(FILE);
    }

    /**
     * All that is offered.
     *
     * @throws IOException when the user's list cannot be read
     */
    public List<Offer> offers() throws IOException {
        Map<String, Offer> offers = new LinkedHashMap<>();
        shipped().forEach(offer -> offers.put(offer.id(), offer));
        written().forEach(offer -> offers.put(offer.id(), offer));
        return List.copyOf(offers.values());
    }

    /** Where the user may write one. */
    Path file() {
        return own;
    }

    public Optional<Offer> find(String id) throws IOException {
        return offers().stream().filter(offer -> offer.id().equals(id)).findFirst();
    }

    private static List<Offer> shipped() throws IOException {
        try (InputStream in = ModelCatalogue.class.getResourceAsStream(FILE)) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private List<Offer> written() throws IOException {
        if (!Files.exists(own)) {
            return List.of();
        }
        try {
            return read(Files.readString(own));
        } catch (IOException e) {
            throw new IOException(
                    own + " cannot be read as a list of models. Mend it or remove it.", e);
        }
    }

    private static List<Offer> read(String json) throws IOException {
        return Json.read(json, Listing.class).models();
    }
}
