package auralis.library.media;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Small pictures of files of sound, made once and kept in a folder under a hash of the picture they
 * were made of, so that a thousand tracks with one cover share one thumbnail. Safe for several
 * threads and processes.
 *
 * <p>Which file has which picture is remembered as long as the file's size and time of change stay,
 * and for pictures beside it also the folder's and their own: a grid that is scrolled back and
 * forth opens no file of sound twice.
 */
public final class Thumbnails {
    /** What the folder may hold unless told otherwise. */
    public static final long DEFAULT_BYTES = 200L << 20;

    private static final Logger LOG = System.getLogger(Thumbnails.class.getName());
    private static final int MAX_REMEMBERED = 50_000;
    private static final int MAX_DAMAGED = 10_000;

    private final ThumbnailFolder folder;
    private final Map<Path, Seen> seen = Collections.synchronizedMap(new LeastRecentlyUsed());
    private final Set<String> damaged = ConcurrentHashMap.newKeySet();

    private static final class LeastRecentlyUsed extends LinkedHashMap<Path, Seen> {
        private static final long serialVersionUID = 1;

        LeastRecentlyUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Path, Seen> eldest) {
            return size() > MAX_REMEMBERED;
        }
    }

    /**
     * What was found for a file of sound.
     *
     * @param hash of its picture; empty when it has none
     */
    private record Seen(Stamps stamps, Optional<String> hash) {}

    /**
     * @param folder created when the first thumbnail is made
     */
    public Thumbnails(Path folder) {
        this(folder, DEFAULT_BYTES);
    }

    /**
     * @param maxBytes what the folder may hold; those not used for longest are deleted first
     */
    public Thumbnails(Path folder, long maxBytes) {
        this.folder = new ThumbnailFolder(folder, maxBytes);
    }

    /**
     * The picture of a file of sound, scaled down to fit a square; a smaller one keeps its size.
     *
     * @param pixels the side of the square: 16..1024
     * @return a JPEG, or a PNG when it is transparent; empty when there is no picture, or a damaged
     *     one, which is logged once
     */
    public Optional<byte[]> of(Path sound, int pixels) {
        if (pixels < 16 || pixels > 1024) {
            throw new IllegalArgumentException("a thumbnail of " + pixels + " pixels");
        }
        Path file = sound.toAbsolutePath();
        Seen known = seen.get(file);
        if (known != null && known.stamps().areCurrent()) {
            if (known.hash().isEmpty() || damaged.contains(known.hash().get())) {
                return Optional.empty();
            }
            Optional<byte[]> kept = folder.read(known.hash().get(), pixels);
            if (kept.isPresent()) {
                return kept;
            }
        }
        return look(file, pixels);
    }

    /** The same as a file for other programs, which stays until its room is needed. */
    public Optional<Path> file(Path sound, int pixels) {
        if (of(sound, pixels).isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(seen.get(sound.toAbsolutePath()))
                .flatMap(Seen::hash)
                .map(hash -> folder.file(hash, pixels))
                .filter(Files::exists);
    }

    private Optional<byte[]> look(Path file, int pixels) {
        Stamps before = Stamps.ofSound(file);
        Optional<Artwork> artwork = Artwork.of(file);
        Optional<String> hash = artwork.map(Artwork::hash);
        boolean embedded = artwork.isPresent() && artwork.get().file().isEmpty();
        seen.put(
                file,
                new Seen(embedded ? before : before.with(artwork.flatMap(Artwork::file)), hash));
        if (artwork.isEmpty() || damaged.contains(hash.orElseThrow())) {
            return Optional.empty();
        }
        Optional<byte[]> kept = folder.read(hash.get(), pixels);
        return kept.isPresent() ? kept : make(file, artwork.get(), hash.get(), pixels);
    }

    private Optional<byte[]> make(Path file, Artwork artwork, String hash, int pixels) {
        Path picture = artwork.file().orElse(file);
        byte[] thumbnail;
        try {
            thumbnail = Thumbnail.encode(artwork.bytes(), pixels);
        } catch (IOException | RuntimeException e) {
            if (damaged.size() < MAX_DAMAGED && damaged.add(hash)) {
                LOG.log(Level.WARNING, "{0}: its picture cannot be shown ({1})", picture, e);
            }
            return Optional.empty();
        }
        try {
            folder.write(hash, pixels, thumbnail);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "a thumbnail could not be kept", e);
        }
        return Optional.of(thumbnail);
    }
}
