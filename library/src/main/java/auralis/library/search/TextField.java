package auralis.library.search;

/** The texts of a track that can be searched one by one. */
public enum TextField implements Field {
    ARTIST("artist", "artist:\"sigur rós\"", "these words in the artist"),
    TITLE("title", "title:love", "a title with a word that starts so"),
    ALBUM("album", "album:blue", "in the name of the album"),
    ALBUM_ARTIST("albumartist", "albumartist:various", "in the artist of the album"),
    GENRE("genre", "genre:jazz", "in the genre"),
    FILE("file", "file:demo", "in the name of the file"),
    PATH("path", "path:vinyl", "in the folders above the file, or its name"),
    COMPOSER("composer", "composer:bach", "in the composer"),
    COMMENT("comment", "comment:live", "in the comment");

    private final String key;
    private final String example;
    private final String meaning;

    TextField(String key, String example, String meaning) {
        this.key = key;
        this.example = example;
        this.meaning = meaning;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String example() {
        return example;
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
