package auralis.library.model;

import java.net.URI;
import java.util.List;

/**
 * A model that can be downloaded.
 *
 * @param purpose what it is good for, in a sentence or two
 * @param licence as its publisher states it
 * @param files none where nobody says where they are
 */
public record Offer(
        String id,
        ModelKind kind,
        String title,
        String purpose,
        String licence,
        List<RemoteFile> files) {

    /**
     * One of its files.
     *
     * @param sha256 of the whole file, in hexadecimal digits
     */
    public record RemoteFile(String name, URI url, long bytes, String sha256) {
        public RemoteFile {
            if (!name.matches("[\\w.-]+") || name.startsWith(".")) {
                throw new IllegalArgumentException("a file named " + name);
            }
        }

        private boolean isOnTheWeb() {
            return url != null
                    && url.getHost() != null
                    && String.valueOf(url.getScheme()).matches("(?i)https?");
        }
    }

    public Offer {
        if (!id.matches("[\\w-]+")) {
            throw new IllegalArgumentException("a model named " + id);
        }
        files = files == null ? List.of() : List.copyOf(files);
    }

    /** Whether it is said where its files are. */
    public boolean canBeHad() {
        return !files.isEmpty() && files.stream().allMatch(RemoteFile::isOnTheWeb);
    }

    public long bytes() {
        return files.stream().mapToLong(RemoteFile::bytes).sum();
    }

    /** The computers that it comes from, where it can be had. */
    public List<String> hosts() {
        return canBeHad()
                ? files.stream().map(file -> file.url().getHost()).distinct().toList()
                : List.of();
    }
}
